import { type DataTable, Given, When } from '@cucumber/cucumber';
import type { Node } from '../src/kubernetes/kinds/node/node';
import type { StringMap } from '../src/kubernetes/object';
import type { Machine } from '../src/port/world';
import { readTaint } from './support/builders';
import { readLabels, readRows } from './support/tables';
import { nodeRef, type Scenario } from './world';

const COLUMNS = ['name', 'labels', 'taints', 'cpu', 'pods'];

const readTaints = (text: string) =>
  text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => readTaint(part.trim()));

const machineOf = ({ name = '', labels = '', taints = '', cpu, pods }: StringMap): Machine => ({
  name,
  labels: readLabels(labels),
  taints: readTaints(taints),
  ...(cpu ? { cpu } : {}),
  ...(pods ? { pods: Number(pods) } : {}),
});

const addNodes = async (scenario: Scenario, machines: readonly Machine[]): Promise<void> => {
  const names = machines.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Node "${twice}" is listed twice. Give every node its own name.`);
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

Given('the nodes:', async function (this: Scenario, table: DataTable) {
  await addNodes(this, readRows(table, COLUMNS).map(machineOf));
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
  await this.change(({ world }) => world.removeNode(name));
});

When('node {string} is labelled {labels}', async function (this: Scenario, name: string, labels: StringMap) {
  await this.change(({ api }) => api.patch(nodeRef(name), { metadata: { labels } }, 'merge'));
});

When(
  'the label {string} is removed from node {string}',
  async function (this: Scenario, key: string, name: string) {
    await this.change(({ api }) =>
      api.patch(nodeRef(name), { metadata: { labels: { [key]: null } } }, 'merge'),
    );
  },
);

When('node {string} is cordoned', async function (this: Scenario, name: string) {
  await this.change(({ api }) => api.patch(nodeRef(name), { spec: { unschedulable: true } }, 'merge'));
});

When('node {string} is tainted {string}', async function (this: Scenario, name: string, taint: string) {
  await this.change(async ({ api }) => {
    const node = (await api.get(nodeRef(name))) as Node;
    const taints = [...(node.spec.taints ?? []), ...readTaints(taint)];
    await api.patch(nodeRef(name), { spec: { taints } }, 'merge');
  });
});
