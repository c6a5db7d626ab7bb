import { Given, Then, When } from '@cucumber/cucumber';
import { nodeTaints, sameTaint } from '../src/kubernetes/fields/taints';
import type { Node } from '../src/kubernetes/kinds/node/node';
import { firstTime } from '../src/timeline';
import { readTaint } from './support/builders';
import { fail } from './support/expectations';
import { nodeRef, type Scenario } from './world';

// What machines do by themselves, and what the cluster makes of it.

When('node {string} falls silent', async function (this: Scenario, name: string) {
  await this.change(({ world }) => world.silenceNode(name));
});

When('node {string} reports again', async function (this: Scenario, name: string) {
  await this.change(({ world }) => world.reviveNode(name));
});

When(
  'node {string} is silent for {duration}',
  async function (this: Scenario, name: string, duration: number) {
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

Given('node {string} reports {string}', async function (this: Scenario, name: string, trouble: string) {
  const type = troubles[trouble];
  if (!type) throw new Error(`Unknown: "${trouble}". Known: ${Object.keys(troubles).join(', ')}.`);
  const status = { conditions: [{ type, status: 'True', reason: 'Reported', message: trouble }] };
  await this.change(({ api }) =>
    api.patch(nodeRef(name), { status }, 'strategic', { subresource: 'status' }),
  );
});

When(
  'the taint {string} is removed from node {string}',
  async function (this: Scenario, text: string, name: string) {
    const taint = readTaint(text);
    await this.change(async ({ api }) => {
      const { spec } = (await api.get(nodeRef(name))) as Node;
      const kept = (spec.taints ?? []).filter((each) => !sameTaint(each, taint));
      if (kept.length === (spec.taints ?? []).length)
        throw new Error(`Node "${name}" has no taint "${text}" that could be removed.`);
      await api.patch(nodeRef(name), { spec: { taints: kept } }, 'merge');
    });
  },
);

const isUnreachable = ({ spec }: Node): boolean =>
  (spec.taints ?? []).some(({ key }) => key === nodeTaints.unreachable);

/** Seconds from the When to the moment the node was marked; undefined if it never was. */
const secondsToMark = ({ cluster, since }: Scenario, name: string): number | undefined => {
  const marked = firstTime(
    cluster.timeline.changes(),
    ({ object }) => object.kind === 'Node' && object.metadata.name === name && isUnreachable(object as Node),
    since,
  );
  return marked && (marked.at - since.at) / 1000;
};

const inWords = (seconds: number | undefined): string =>
  seconds === undefined ? 'never' : `after ${seconds} seconds`;

// Heartbeats come every ten seconds, so the exact second depends on when the last one was.
Then(
  'node {string} was marked unreachable after {int} to {int} seconds',
  function (this: Scenario, name: string, least: number, most: number) {
    const seconds = secondsToMark(this, name);
    if (seconds === undefined || seconds < least || seconds > most)
      fail(
        `Node "${name}" should be marked unreachable after so long.`,
        `after ${least} to ${most} seconds`,
        inWords(seconds),
      );
  },
);

Then('node {string} was never marked unreachable', function (this: Scenario, name: string) {
  const seconds = secondsToMark(this, name);
  if (seconds !== undefined)
    fail(`Node "${name}" should not be marked unreachable.`, 'never', inWords(seconds));
});
