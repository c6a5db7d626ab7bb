import { Given, Then } from '@cucumber/cucumber';
import { availability, covers, mostDoubled, mostUnavailable, replacementSince } from '../src/timeline';
import { someLivesOfSet } from './support/daemonPods';
import { expectSame, fail } from './support/expectations';
import { updateTo } from './support/updating';
import type { Scenario } from './world';

// How a rolling update goes on its way: not one look at the end, but the whole timeline since the When.

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
  const lives = someLivesOfSet(scenario, set);
  const { minReadySeconds } = scenario.daemonSet(set).spec;
  const before = lives.flatMap((life) => availability(life, minReadySeconds));
  if (!before.some((presence) => covers(presence, scenario.since)))
    fail(`"${set}" had no available pod before, so none could be lost.`, 'available pods', '(none)');
  return mostUnavailable(lives, scenario.since, minReadySeconds);
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
      `up to ${mostDoubled(someLivesOfSet(this, set), this.since)}`,
    );
  },
);

Then(
  'only {count} pod(s) of {string} was/were replaced',
  function (this: Scenario, expected: number, set: string) {
    const { left, came } = replacementSince(someLivesOfSet(this, set), this.since);
    expectSame(
      `So many pods of "${set}" should have been replaced, and no others.`,
      `${expected} left, ${expected} came`,
      `${left.length} left, ${came.length} came`,
    );
  },
);
