import { Given, Then, When } from '@cucumber/cucumber';
import { mostUnavailable, podsAlive } from '../src/timeline';
import { imageOf } from './support/builders';
import { livesOfSet } from './support/daemonPods';
import { fail } from './support/expectations';
import { updateTo } from './support/updating';
import type { Scenario } from './world';

When(
  'the daemon set {string} is updated to version {string}',
  async function (this: Scenario, name: string, version: string) {
    await this.change(() => updateTo(this, name, version));
  },
);

Given(
  'version {string} of {string} can never be pulled',
  async function (this: Scenario, version: string, name: string) {
    await this.cluster.world.imageBehaves(imageOf(name, version), { pullable: false });
  },
);

// Counts the nodes that had an available pod before the When.
Then(
  'at no time was/were more than {count} pod(s) of {string} unavailable',
  function (this: Scenario, allowed: number, name: string) {
    const { minReadySeconds } = this.daemonSet(name).spec;
    const lives = livesOfSet(this, name);
    if (podsAlive(lives, this.since).length === 0)
      fail(`"${name}" had no pods before, so none could become unavailable.`, 'pods', '(none)');
    const most = mostUnavailable(lives, this.since, minReadySeconds);
    if (most > allowed)
      fail(
        `Too many pods of "${name}" were unavailable at the same time.`,
        `at most ${allowed}`,
        String(most),
      );
  },
);
