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

When('node {string} joins', async function (this: Scenario, name: string) {
  await addNodes(this, [{ name }]);
});

When(
  'node {string} joins, labelled {labels}',
  async function (this: Scenario, name: string, labels: StringMap) {
    await addNodes(this, [{ name, labels }]);
  },
);

When('node {string} is removed', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  await this.change(({ world }) => world.removeNode(name));
});

When('node {string} falls silent', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  await this.change(({ world }) => world.silenceNode(name));
});

When('node {string} reports again', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  await this.change(({ world }) => world.reviveNode(name));
});

When(
  'node {string} is silent for {duration}',
  async function (this: Scenario, name: string, duration: number) {
    this.names.present('Node', name);
    await this.change(async ({ world, time }) => {
      await world.silenceNode(name);
      await time.pass(duration);
      await world.reviveNode(name);
    });
  },
);

/** What a node can report of itself, and the condition that says so. */
const reports: Readonly<Record<string, { readonly type: string; readonly status: 'True' | 'False' }>> = {
  'disk pressure': { type: 'DiskPressure', status: 'True' },
  'memory pressure': { type: 'MemoryPressure', status: 'True' },
  'PID pressure': { type: 'PIDPressure', status: 'True' },
  'a missing network': { type: 'NetworkUnavailable', status: 'True' },
  'that it is not ready': { type: 'Ready', status: 'False' },
  'that it is ready': { type: 'Ready', status: 'True' },
};

Given('node {string} reports {string}', async function (this: Scenario, name: string, what: string) {
  const condition = reports[what];
  if (!condition) throw new Error(`Unknown: "${what}". Known: ${Object.keys(reports).join(', ')}.`);
  const status = { conditions: [{ ...condition, reason: 'Reported', message: what }] };
  const ref = nodeRef(this, name);
  await this.change(({ api }) => api.patch(ref, { status }, 'strategic', { subresource: 'status' }));
});
