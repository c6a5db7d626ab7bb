import type { Node } from '../../src/kubernetes/kinds/node/node';
import type { StringMap } from '../../src/kubernetes/object';
import type { Machine } from '../../src/port/world';
import { objectsNow } from '../../src/timeline/objects';
import { type DataTable, Given, When } from '../language/define';
import { checkSomeTime } from '../support/durations';
import { NODE_TABLE, readMachines } from '../support/machines';
import { NOTHING_DONE } from '../support/nothingDone';
import { readNodeName } from '../support/values';
import type { Scenario } from '../world';

// Machines come and go, and what they do by themselves.

const addNodes = async (scenario: Scenario, machines: readonly Machine[]): Promise<void> => {
  const names = machines.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Node "${twice}" is listed twice. Give every node its own name.`);
  const there = new Set(objectsNow(scenario.cluster.timeline.changes(), 'Node').map(({ name }) => name));
  for (const name of names) {
    readNodeName(name);
    if (there.has(name)) throw new Error(`There is a node "${name}" already. Give this one another name.`);
  }
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

Given('the nodes:', NODE_TABLE, async function (this: Scenario, table: DataTable) {
  await addNodes(this, readMachines(table));
});

/** Kubernetes is made for clusters of so many nodes, and no more. */
const MOST_NODES = 5000;

/** The first free names of node-1, node-2, node-3 … */
const freeNames = ({ cluster }: Scenario, count: number): readonly string[] => {
  if (count === 0) throw new Error('No node is added by this. Leave the step out, or write how many.');
  if (count > MOST_NODES)
    throw new Error(`${count} nodes are too many: Kubernetes is made for ${MOST_NODES} in a cluster.`);
  const taken = new Set(objectsNow(cluster.timeline.changes(), 'Node').map(({ name }) => name));
  const names: string[] = [];
  for (let number = 1; names.length < count; number++)
    if (!taken.has(`node-${number}`)) names.push(`node-${number}`);
  return names;
};

// They are called node-1, node-2 and so on; those of a second such step go on counting.
Given('{count} node(s)', async function (this: Scenario, count: number) {
  await addNodes(
    this,
    freeNames(this, count).map((name) => ({ name })),
  );
});

Given('{count} node(s) labelled {labels}', async function (this: Scenario, count: number, labels: StringMap) {
  await addNodes(
    this,
    freeNames(this, count).map((name) => ({ name, labels })),
  );
});

// Several join in the same moment: the cluster sees them all before it does anything.
When(
  '(at once )node(s) {names} join(s)( at once)',
  async function (this: Scenario, names: readonly string[]) {
    await addNodes(
      this,
      names.map((name) => ({ name })),
    );
  },
);

When(
  '(at once )node(s) {names} join(s)( at once), labelled {labels}',
  async function (this: Scenario, names: readonly string[], labels: StringMap) {
    await addNodes(
      this,
      names.map((name) => ({ name, labels })),
    );
  },
);

// Not ready: there is no network for pods yet. Until there is, only pods that use the network of the host start.
When(
  '(at once )node(s) {names} join(s) {readiness}',
  async function (this: Scenario, names: readonly string[], ready: boolean) {
    await addNodes(
      this,
      names.map((name) => ({ name, ready })),
    );
  },
);

When(
  '(at once )node {string} turns {readiness}',
  async function (this: Scenario, name: string, ready: boolean) {
    const { status } = this.names.present('Node', name) as Node;
    const now = status.conditions?.find(({ type }) => type === 'Ready')?.status;
    if (now === (ready ? 'True' : 'False'))
      throw new Error(`Node "${name}" is ${ready ? 'ready' : 'not ready'} already. ${NOTHING_DONE}`);
    await this.change(({ world }) => world.setNodeReady(name, ready));
  },
);

When('(at once )node {string} is removed', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  this.silent.delete(name);
  await this.change(({ world }) => world.removeNode(name));
});

// Nobody has noticed yet: the next step comes before anything follows from it.
Given('node {string} has just been removed', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  this.silent.delete(name);
  await this.act(({ world }) => world.removeNode(name));
});

When('(at once )node {string} falls silent', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  if (this.silent.has(name)) throw new Error(`Node "${name}" is silent already. ${NOTHING_DONE}`);
  this.silent.add(name);
  await this.change(({ world }) => world.silenceNode(name));
});

When('(at once )node {string} reports again', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  if (!this.silent.delete(name)) throw new Error(`Node "${name}" did not fall silent. ${NOTHING_DONE}`);
  await this.change(({ world }) => world.reviveNode(name));
});

When(
  '(at once )node {string} is silent for {duration}',
  async function (this: Scenario, name: string, duration: number) {
    this.names.present('Node', name);
    checkSomeTime(duration);
    await this.change(async ({ world, time }) => {
      await world.silenceNode(name);
      await time.pass(duration);
      await world.reviveNode(name);
    });
  },
);

// It is away for half a minute, less than it takes to be missed. Its pods stay the same; their containers start anew.
When('(at once )node {string} reboots', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  this.silent.delete(name);
  await this.change(({ world }) => world.rebootNode(name));
});

When(
  '(at once )node {string} reboots within {duration}',
  async function (this: Scenario, name: string, duration: number) {
    this.names.present('Node', name);
    checkSomeTime(duration);
    this.silent.delete(name);
    await this.change(({ world }) => world.rebootNode(name, duration / 1000));
  },
);
