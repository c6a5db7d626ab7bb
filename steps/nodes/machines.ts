import { type DataTable, Given, When } from '@cucumber/cucumber';
import type { StringMap } from '../../src/kubernetes/object';
import type { Machine } from '../../src/port/world';
import { TABLE } from '../support/below';
import { readRows } from '../support/tables';
import { readAmountOf, readLabels, readNodeName, readTaints } from '../support/values';
import { nodeRef, type Scenario } from '../world';

// Machines come and go, and what they do by themselves.

const COLUMNS = {
  name: '',
  labels: 'like disk=local, role=worker',
  taints: 'like team=ml:NoSchedule',
  cpu: 'cores, like 2 or 500m',
  pods: 'how many, like 20',
} as const;

const machineOf = ({ name = '', labels = '', taints = '', cpu, pods }: StringMap): Machine => ({
  name: readNodeName(name),
  labels: readLabels(labels),
  taints: readTaints(taints),
  ...(cpu ? { cpu: readAmountOf('cpu', cpu, COLUMNS.cpu) } : {}),
  ...(pods ? { pods: Number(readAmountOf('pods', pods, COLUMNS.pods)) } : {}),
});

const addNodes = async (scenario: Scenario, machines: readonly Machine[]): Promise<void> => {
  const names = machines.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Node "${twice}" is listed twice. Give every node its own name.`);
  for (const name of names) readNodeName(name);
  await scenario.change(async ({ world }) => {
    for (const machine of machines) await world.addNode(machine);
  });
};

Given('the node(s) {names}', async function (this: Scenario, names: readonly string[]) {
  await addNodes(
    this,
    names.map((name) => ({ name })),
  );
});

Given('the nodes:', TABLE, async function (this: Scenario, table: DataTable) {
  await addNodes(this, readRows(table, COLUMNS, machineOf, { needs: ['name'] }));
});

When('(at once )node {string} joins', async function (this: Scenario, name: string) {
  await addNodes(this, [{ name }]);
});

When(
  '(at once )node {string} joins, labelled {labels}',
  async function (this: Scenario, name: string, labels: StringMap) {
    await addNodes(this, [{ name, labels }]);
  },
);

When('(at once )node {string} is removed', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  await this.change(({ world }) => world.removeNode(name));
});

When('(at once )node {string} falls silent', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  await this.change(({ world }) => world.silenceNode(name));
});

When('(at once )node {string} reports again', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  await this.change(({ world }) => world.reviveNode(name));
});

When(
  '(at once )node {string} is silent for {duration}',
  async function (this: Scenario, name: string, duration: number) {
    this.names.present('Node', name);
    await this.change(async ({ world, time }) => {
      await world.silenceNode(name);
      await time.pass(duration);
      await world.reviveNode(name);
    });
  },
);

/** Troubles a node can report, and the condition that says so. */
const troubles: Readonly<Record<string, string>> = {
  'disk pressure': 'DiskPressure',
  'memory pressure': 'MemoryPressure',
  'PID pressure': 'PIDPressure',
  'a missing network': 'NetworkUnavailable',
};

Given(
  '(at once )node {string} reports {string}',
  async function (this: Scenario, name: string, trouble: string) {
    const type = troubles[trouble];
    if (!type) throw new Error(`Unknown: "${trouble}". Known: ${Object.keys(troubles).join(', ')}.`);
    const status = { conditions: [{ type, status: 'True', reason: 'Reported', message: trouble }] };
    const ref = nodeRef(this, name);
    await this.change(({ api }) => api.patch(ref, { status }, 'strategic', { subresource: 'status' }));
  },
);
