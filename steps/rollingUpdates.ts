import { Given, Then } from '@cucumber/cucumber';
import { targetNode } from '../src/kubernetes/pods';
import {
  availability,
  compareMoments,
  creationGaps,
  mostUnavailable,
  type PodLife,
  podsAlive,
  podsCreatedSince,
  podsOfDaemonSet,
  podsOnNode,
  replacementSince,
} from '../src/timeline';
import { imageOf } from './support/builders';
import { daemonPodsOwned } from './support/daemonPods';
import { expectSame, fail } from './support/expectations';
import { describeLives } from './support/lives';
import { mostDoubled, nodesWithTwo } from './support/overlaps';
import { RUNNING, stateOf, WAITING } from './support/podState';
import { updateTo } from './support/updating';
import type { Scenario } from './world';

// How a rolling update goes on its way: not one look at the end, but the whole timeline since the When.

const livesOf = (scenario: Scenario, set: string): readonly PodLife[] => {
  const lives = podsOfDaemonSet(scenario.pods(), set);
  return lives.length > 0 ? lives : fail(`"${set}" never had a pod.`, 'pods', '(none)');
};

// Nothing has happened yet: the step that follows sees the update from its very beginning.
Given(
  'the daemon set {string} has just been updated to version {string}',
  async function (this: Scenario, name: string, version: string) {
    await updateTo(this, name, version);
  },
);

Given(
  'the daemon set {string} is updated to versions {names} in turn',
  async function (this: Scenario, name: string, versions: readonly string[]) {
    for (const version of versions) await this.change(() => updateTo(this, name, version));
  },
);

/** The most nodes at a time that had lost their available pod since the When. */
const mostMissing = (scenario: Scenario, set: string): number => {
  const lives = livesOf(scenario, set);
  if (podsAlive(lives, scenario.since).length === 0)
    fail(`"${set}" had no pods before, so none could become unavailable.`, 'pods', '(none)');
  return mostUnavailable(lives, scenario.since, scenario.daemonSet(set).spec.minReadySeconds);
};

// Exactly so many: fewer would mean that the budget is not used.
Then(
  'up to {count} pod(s) of {string} was/were unavailable at the same time',
  function (this: Scenario, expected: number, set: string) {
    expectSame(
      `So many pods of "${set}" should be unavailable at the same time, no more and no fewer.`,
      `up to ${expected}`,
      `up to ${mostMissing(this, set)}`,
    );
  },
);

Then('every node had an available pod of {string} all the time', function (this: Scenario, set: string) {
  const missing = mostMissing(this, set);
  if (missing > 0)
    fail(`Nodes were without an available pod of "${set}".`, 'none', `${missing} at the same time`);
});

Then(
  'up to {count} node(s) ran two pods of {string} at the same time',
  function (this: Scenario, expected: number, set: string) {
    expectSame(
      `So many nodes should run an old and a new pod of "${set}" at the same time, no more and no fewer.`,
      `up to ${expected}`,
      `up to ${mostDoubled(livesOf(this, set), this.since)}`,
    );
  },
);

Then('no node ever had two pods of {string} at the same time', function (this: Scenario, set: string) {
  const lives = livesOf(this, set);
  for (const node of nodesWithTwo(lives))
    fail(
      `"${node}" had two pods of "${set}".`,
      'one after the other',
      describeLives(podsOnNode(lives, node)),
    );
});

Then('for a while {string} had two pods of {string}', function (this: Scenario, node: string, set: string) {
  const lives = livesOf(this, set);
  if (!nodesWithTwo(lives).has(node))
    fail(
      `"${node}" never had two pods of "${set}".`,
      'two at a time',
      describeLives(podsOnNode(lives, node)),
    );
});

Then(
  'the new pods of {string} came at least {duration} apart',
  function (this: Scenario, set: string, least: number) {
    const came = podsCreatedSince(livesOf(this, set), this.since);
    const gaps = creationGaps(came);
    if (gaps.length === 0 || gaps.some((gap) => gap < least))
      fail(
        `New pods of "${set}" should come one after the other.`,
        `at least ${least / 1000} seconds apart`,
        describeLives(came),
      );
  },
);

/** The last pod of a node, and the one before it. */
const lastTwo = (scenario: Scenario, set: string, node: string): readonly [PodLife, PodLife] => {
  const lives = podsOnNode(livesOf(scenario, set), node);
  const [before, last] = lives.slice(-2);
  return before && last
    ? [before, last]
    : fail(`"${node}" never had an old and a new pod of "${set}".`, 'two pods', describeLives(lives));
};

Then(
  'the new pod of {string} on {string} came only when the old one was gone',
  function (this: Scenario, set: string, node: string) {
    const [before, last] = lastTwo(this, set, node);
    if (!before.gone || compareMoments(last.created, before.gone) < 0)
      fail(`The new pod of "${set}" came too early.`, 'after the old one', describeLives([before, last]));
  },
);

Then(
  'the old pod(s) of {string} on {names} stayed until the new one was available',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    const { minReadySeconds } = this.daemonSet(set).spec;
    for (const node of nodes) {
      const [before, last] = lastTwo(this, set, node);
      const [available] = availability(last, minReadySeconds);
      const left = before.terminating ?? before.gone;
      if (!available || !left || compareMoments(left, available.from) < 0)
        fail(
          `The old pod of "${set}" on "${node}" should go when the new one is available, not before.`,
          'the new one available, then the old one asked to leave',
          describeLives([before, last]),
        );
    }
  },
);

Then(
  '{string} runs versions {names} side by side on {string}',
  function (this: Scenario, set: string, versions: readonly string[], node: string) {
    const pods = daemonPodsOwned(this, set).filter(({ spec }) => spec.nodeName === node);
    expectSame(
      `"${set}" should run these versions on "${node}".`,
      versions
        .map((version) => `${imageOf(set, version)}: ${RUNNING}`)
        .sort()
        .join('\n'),
      pods
        .map((pod) => `${pod.spec.containers[0]?.image}: ${stateOf(pod)}`)
        .sort()
        .join('\n'),
    );
  },
);

Then(
  'a new pod of {string} waits beside the old one on {string}',
  function (this: Scenario, set: string, node: string) {
    const [old, ...others] = daemonPodsOwned(this, set).filter((pod) => targetNode(pod) === node);
    expectSame(
      `The old pod of "${set}" should run on "${node}", and a new one should wait for the same node.`,
      [RUNNING, WAITING].join('\n'),
      [old, ...others].flatMap((pod) => (pod ? stateOf(pod) : [])).join('\n'),
    );
  },
);

Then(
  'only {count} pod(s) of {string} was/were replaced',
  function (this: Scenario, expected: number, set: string) {
    const { left, came } = replacementSince(livesOf(this, set), this.since);
    expectSame(
      `So many pods of "${set}" should have been replaced, and no others.`,
      `${expected} left, ${expected} came`,
      `${left.length} left, ${came.length} came`,
    );
  },
);
