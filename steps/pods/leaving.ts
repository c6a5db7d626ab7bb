import { lastTime, removalOf } from '../../src/timeline/firsts';
import type { PodLife } from '../../src/timeline/podLife';
import { podsNamed } from '../../src/timeline/selections';
import { Then } from '../language/define';
import { livesOn } from '../support/daemonPods';
import { fail, failAs, failForGood } from '../support/expectations';
import { happened } from '../support/lasting';
import { describeLives } from '../support/lives';
import { inSeconds, isWithin, type Span, slackOf } from '../support/spans';
import type { Scenario } from '../world';

/** What comes at once, comes within a second. */
const AT_ONCE: Span = { least: 0, most: 1000, words: 'at once' };

// When pods leave. One that is asked to goes when its node has stopped it: on a silent node, not at all.

/** All pods of this name, one after the other. @throws if there was none */
const livesOf = (scenario: Scenario, name: string): readonly PodLife[] => {
  const lives = podsNamed(scenario.pods(), scenario.names.meant('Pod', name));
  return lives.length > 0 ? lives : fail(`There never was a pod "${name}", only a try.`, 'a pod', '(none)');
};

Then('the pod {string} was never asked to leave', function (this: Scenario, name: string) {
  const lives = livesOf(this, name);
  if (lives.some(({ terminating, gone }) => terminating || gone))
    failForGood(
      `Pod "${name}" should have been left alone.`,
      'never asked to leave',
      describeLives(this, lives),
    );
});

// Measured from the When.
Then(
  'the pod {string} was asked to leave after {span}',
  happened(),
  function (this: Scenario, name: string, span: Span) {
    const terminating = livesOf(this, name).at(-1)?.terminating;
    const waited = terminating && terminating.at - this.since.at;
    if (!isWithin(span, waited, slackOf(this.cluster)))
      failAs(waited !== undefined)(
        `Pod "${name}" should be asked to leave after so long.`,
        `after ${span.words}`,
        waited === undefined ? 'never' : `after ${inSeconds(waited)}`,
      );
  },
);

/** Milliseconds from the removal of the node to the removal of its pod. */
const survival = (scenario: Scenario, set: string, node: string): number => {
  const removal = removalOf(scenario.names.meant('Node', node));
  const nodeGone = lastTime(scenario.cluster.timeline.changes(), removal);
  const podGone = livesOn(scenario, set, node).at(-1)?.gone;
  if (!nodeGone) return fail(`Node "${node}" should be removed.`, 'removed', 'still there');
  if (!podGone) return fail(`The pod of "${set}" on "${node}" should be gone.`, 'gone', 'still there');
  return podGone.at - nodeGone.at;
};

// The orphan check runs every 20 seconds, so the exact second depends on when the node goes.
Then(
  'the pod of {string} on {string} outlived its node by {span}',
  happened(),
  function (this: Scenario, set: string, node: string, span: Span) {
    const outlived = survival(this, set, node);
    if (!isWithin(span, outlived, slackOf(this.cluster)))
      failForGood(
        `The pod of "${set}" should outlive "${node}" by so long.`,
        span.words,
        inSeconds(outlived),
      );
  },
);

Then(
  'the pod of {string} for {string} went at once with its node',
  happened(),
  function (this: Scenario, set: string, node: string) {
    const outlived = survival(this, set, node);
    if (!isWithin(AT_ONCE, outlived, slackOf(this.cluster)))
      failForGood(
        `The pod of "${set}" for "${node}" should go at once, with its node.`,
        'at most 1 second later',
        outlived < 0 ? `${inSeconds(-outlived)} earlier` : `${inSeconds(outlived)} later`,
      );
  },
);
