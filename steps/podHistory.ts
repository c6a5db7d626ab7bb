import { Then } from '@cucumber/cucumber';
import {
  creationGaps,
  isSlowingDown,
  lastTime,
  type PodLife,
  podsAlive,
  podsCreatedSince,
  podsOnNode,
  removalOf,
  replacementSince,
} from '../src/timeline';
import { livesOfSet } from './support/daemonPods';
import { fail } from './support/expectations';
import { describeLives } from './support/lives';
import type { Scenario } from './world';

// What "never", "still" and "again" mean is answered by the timeline, not by one look at the end.

const livesOn = (scenario: Scenario, set: string, node: string): readonly PodLife[] =>
  podsOnNode(livesOfSet(scenario, set), node);

Then('{names} never had a pod of {string}', function (this: Scenario, nodes: readonly string[], set: string) {
  this.names.known('DaemonSet', set);
  for (const node of nodes) {
    this.names.known('Node', node);
    const lives = livesOn(this, set, node);
    if (lives.length > 0) fail(`"${node}" had a pod of "${set}".`, '(none)', describeLives(lives));
  }
});

Then('no pod of {string} was ever created', function (this: Scenario, set: string) {
  const lives = livesOfSet(this, set);
  if (lives.length > 0) fail(`"${set}" had pods.`, '(none)', describeLives(lives));
});

Then(
  'the pod(s) of {string} on/for {names} was/were not replaced',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    for (const node of nodes) {
      const lives = livesOn(this, set, node);
      const { left, came } = replacementSince(lives, this.since);
      if (podsAlive(lives, this.since).length === 0)
        fail(`"${node}" had no pod of "${set}" before.`, 'a pod', describeLives(lives));
      if (left.length > 0 || came.length > 0)
        fail(
          `The pod of "${set}" on "${node}" should be the one from before.`,
          'one pod',
          describeLives(lives),
        );
    }
  },
);

Then(
  'the pod(s) of {string} on {names} was/were replaced',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    for (const node of nodes) {
      const lives = livesOn(this, set, node);
      const { left, came } = replacementSince(lives, this.since);
      if (left.length === 0 || came.length === 0)
        fail(
          `The pod of "${set}" on "${node}" should be another than before.`,
          'two pods, one gone',
          describeLives(lives),
        );
    }
  },
);

Then(
  'the pod of {string} on/for {string} was never replaced',
  function (this: Scenario, set: string, node: string) {
    const lives = livesOn(this, set, node);
    if (lives.length !== 1 || lives[0]?.terminating || lives[0]?.gone)
      fail(
        `The pod of "${set}" on "${node}" should be the first and only one.`,
        'one pod',
        describeLives(lives),
      );
  },
);

Then(
  'the pod of {string} on {string} was created again at least {int} times, less and less often',
  function (this: Scenario, set: string, node: string, times: number) {
    const lives = livesOn(this, set, node);
    const gaps = creationGaps(lives);
    if (gaps.length < times || !isSlowingDown(gaps))
      fail(
        `The pod of "${set}" on "${node}" should come again and again, with growing pauses.`,
        `at least ${times + 1} pods, with growing pauses`,
        describeLives(lives),
      );
  },
);

Then(
  'every pod of {string} on {string} failed with the reason {string}',
  function (this: Scenario, set: string, node: string, reason: string) {
    const ended = livesOn(this, set, node).filter(({ gone }) => gone !== undefined);
    const otherwise = ended.filter(
      ({ last }) => last.status.phase !== 'Failed' || last.status.reason !== reason,
    );
    if (ended.length === 0 || otherwise.length > 0)
      fail(
        `The pods of "${set}" on "${node}" ended otherwise.`,
        `failed (${reason})`,
        describeLives(otherwise),
      );
  },
);

Then(
  'every pod of {string} had a node from the moment it was created',
  function (this: Scenario, set: string) {
    const lives = livesOfSet(this, set);
    const late = lives.filter(({ first }) => !first.spec.nodeName);
    if (lives.length === 0 || late.length > 0)
      fail(`Pods of "${set}" should be created with a node.`, 'pods bound at creation', describeLives(late));
  },
);

Then('no pod of {string} was created since', function (this: Scenario, set: string) {
  const lives = podsCreatedSince(livesOfSet(this, set), this.since);
  if (lives.length > 0) fail(`"${set}" created pods.`, '(none)', describeLives(lives));
});

// The orphan check runs every 20 seconds, so the exact second depends on when the node goes.
Then(
  'the pod of {string} on {string} outlived its node by {int} to {int} seconds',
  function (this: Scenario, set: string, node: string, least: number, most: number) {
    const seconds = survival(this, set, node);
    if (seconds < least || seconds > most)
      fail(
        `The pod of "${set}" should outlive "${node}" by so long.`,
        `${least} to ${most} seconds`,
        `${seconds} seconds`,
      );
  },
);

Then(
  'the pod of {string} for {string} went at once with its node',
  function (this: Scenario, set: string, node: string) {
    const seconds = survival(this, set, node);
    if (seconds > 1)
      fail(`The pod of "${set}" for "${node}" should go at once.`, 'at most 1 second', `${seconds} seconds`);
  },
);

/** Seconds from the removal of the node to the removal of its pod. */
const survival = (scenario: Scenario, set: string, node: string): number => {
  const nodeGone = lastTime(
    scenario.cluster.timeline.changes(),
    removalOf(scenario.names.meant('Node', node)),
  );
  const podGone = livesOn(scenario, set, node).at(-1)?.gone;
  if (!nodeGone) return fail(`Node "${node}" should be removed.`, 'removed', 'still there');
  if (!podGone) return fail(`The pod of "${set}" on "${node}" should be gone.`, 'gone', 'still there');
  return (podGone.at - nodeGone.at) / 1000;
};
