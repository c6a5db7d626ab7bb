import { Then } from '@cucumber/cucumber';
import { creationGaps, type PodLife, podsOnNode } from '../src/timeline';
import { livesOfSet } from './support/daemonPods';
import { fail } from './support/expectations';
import { describeLives } from './support/lives';
import type { Scenario } from './world';

// A pod that is asked to leave goes when its node has stopped it: on a silent node, not at all.

const lifeOf = (scenario: Scenario, name: string): PodLife => {
  const { namespace } = scenario.names.meant('Pod', name);
  const life = scenario.pods().findLast((each) => each.name === name && each.namespace === namespace);
  if (!life) throw new Error(`There was never a pod "${name}".`);
  return life;
};

Then('the pod {string} was never asked to leave', function (this: Scenario, name: string) {
  const life = lifeOf(this, name);
  if (life.terminating || life.gone)
    fail(`Pod "${name}" should have been left alone.`, 'never asked to leave', describeLives([life]));
});

// Measured from the When.
Then(
  'the pod {string} was asked to leave after {int} to {int} seconds',
  function (this: Scenario, name: string, least: number, most: number) {
    const { terminating } = lifeOf(this, name);
    const seconds = terminating && (terminating.at - this.since.at) / 1000;
    if (seconds === undefined || seconds < least || seconds > most)
      fail(
        `Pod "${name}" should be asked to leave after so long.`,
        `after ${least} to ${most} seconds`,
        seconds === undefined ? 'never' : `after ${seconds} seconds`,
      );
  },
);

Then(
  'the pod of {string} on {string} came again every {int} to {int} seconds',
  function (this: Scenario, set: string, node: string, least: number, most: number) {
    const lives = podsOnNode(livesOfSet(this, set), node);
    const gaps = creationGaps(lives).map((gap) => gap / 1000);
    if (gaps.length < 3 || gaps.some((gap) => gap < least || gap > most))
      fail(
        `The pod of "${set}" on "${node}" should come again and again.`,
        `again every ${least} to ${most} seconds, at least three times`,
        describeLives(lives),
      );
  },
);
