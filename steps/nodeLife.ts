import { Given, Then, When } from '@cucumber/cucumber';
import type { Node } from '../src/kubernetes/objects';
import { nodeTaints, sameTaint } from '../src/kubernetes/taints';
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

// Heartbeats come every ten seconds, so the exact second depends on when the last one was.
Then(
  'node {string} was marked unreachable after {int} to {int} seconds',
  function (this: Scenario, name: string, least: number, most: number) {
    const marked = firstTime(
      this.cluster.timeline.changes(),
      ({ object }) =>
        object.kind === 'Node' && object.metadata.name === name && isUnreachable(object as Node),
      this.since,
    );
    const seconds = marked && (marked.at - this.since.at) / 1000;
    if (seconds === undefined || seconds < least || seconds > most)
      fail(
        `Node "${name}" should be marked unreachable after so long.`,
        `${least} to ${most} seconds`,
        seconds === undefined ? 'never' : `${seconds} seconds`,
      );
  },
);
