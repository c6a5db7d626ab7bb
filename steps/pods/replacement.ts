import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { BEGINNING } from '../../src/timeline/moment';
import { creationGaps, isSlowingDown, replacementSince } from '../../src/timeline/replacement';
import { podsAlive, podsCreatedSince } from '../../src/timeline/selections';
import { Then } from '../language/define';
import { livesAt, livesOfSet, livesOn, type Place } from '../support/daemonPods';
import { fail, failAs, failForGood } from '../support/expectations';
import { happened } from '../support/lasting';
import { describeLives, measuredFrom } from '../support/lives';
import { nearestOf } from '../support/nearest';
import { type NodesSaid, namesOfNodes } from '../support/nodesSaid';
import { isWithin, type Span, slackOf } from '../support/spans';
import { countedLives, countForGood } from '../support/twins';
import type { Scenario } from '../world';

// Whether pods were replaced, and how often. What "never" and "again" mean is answered by the timeline, not by one look
// at the end. "Not" speaks of the time since the last When, "never" of the whole example.
// A second pod that was made by mistake, and went at once, replaced nobody: where replies get lost.

Then(
  'the pod(s) of {string} {on} {nodes} was/were not replaced( since)',
  function (this: Scenario, set: string, place: Place, said: NodesSaid) {
    for (const node of namesOfNodes(this, said)) {
      const lives = livesAt(this, set, place, node);
      const { left, came } = replacementSince(lives, this.since);
      const before = podsAlive(lives, this.since);
      if (before.length === 0)
        failForGood(
          `"${node}" had no pod of "${set}" before. ${measuredFrom(this)}`,
          'a pod',
          describeLives(this, lives),
        );
      if (left.length > 0 || came.length > 0 || before.every(({ gone }) => gone))
        failForGood(
          `The pod of "${set}" on "${node}" should be the one from before. ${measuredFrom(this)}`,
          'one pod',
          describeLives(this, lives),
        );
    }
  },
);

Then(
  'the pod(s) of {string} {on} {nodes} was/were replaced( since)',
  happened(),
  function (this: Scenario, set: string, place: Place, said: NodesSaid) {
    for (const node of namesOfNodes(this, said)) {
      const lives = livesAt(this, set, place, node);
      const { left, came } = replacementSince(lives, this.since);
      if (left.length === 0 || came.length === 0)
        fail(
          `The pod of "${set}" on "${node}" should be another than before. ${measuredFrom(this)}`,
          'two pods, one gone',
          describeLives(this, lives),
        );
    }
  },
);

Then(
  'the pod(s) of {string} {on} {nodes} was/were never replaced( in the whole example)',
  function (this: Scenario, set: string, place: Place, said: NodesSaid) {
    for (const node of namesOfNodes(this, said)) {
      const lives = countedLives(this, livesAt(this, set, place, node), BEGINNING);
      if (lives.length !== 1 || lives[0]?.terminating || lives[0]?.gone)
        failAs(lives.length > 0 && countForGood(this))(
          `The pod of "${set}" on "${node}" should be the first and only one.`,
          'one pod',
          describeLives(this, lives),
        );
    }
  },
);

Then('no pod of {string} was created since', function (this: Scenario, set: string) {
  const lives = podsCreatedSince(livesOfSet(this, set), this.since);
  if (lives.length > 0) failForGood(`"${set}" created pods.`, '(none)', describeLives(this, lives));
});

Then(
  'the pod of {string} on {string} was created again at least {int} times, less and less often',
  happened(),
  function (this: Scenario, set: string, node: string, times: number) {
    const lives = livesOn(this, set, node);
    const gaps = creationGaps(lives);
    if (gaps.length < times || !isSlowingDown(gaps))
      fail(
        `The pod of "${set}" on "${node}" should come again and again, with growing pauses.`,
        `at least ${times + 1} pods, with growing pauses`,
        describeLives(this, lives),
      );
  },
);

Then(
  'the pod of {string} on {string} came again every {span}',
  function (this: Scenario, set: string, node: string, span: Span) {
    const lives = livesOn(this, set, node);
    const gaps = creationGaps(lives);
    const isRegular = gaps.every((gap) => isWithin(span, gap, slackOf(this.cluster)));
    if (gaps.length < 3 || !isRegular)
      failAs(!isRegular)(
        `The pod of "${set}" on "${node}" should come again and again.`,
        `again every ${span.words}, at least three times`,
        describeLives(this, lives),
      );
  },
);

Then(
  'at most {int} pod(s) of {string} was/were ever created on {string}',
  function (this: Scenario, most: number, set: string, node: string) {
    const lives = livesOn(this, set, node);
    if (lives.length === 0 || lives.length > most)
      failAs(lives.length > most)(
        `"${node}" should have had fewer pods of "${set}".`,
        `at most ${most}, and at least one`,
        describeLives(this, lives),
      );
  },
);

/** `Failed (OutOfcpu)`, `Running` */
const endOf = ({ status: { phase, reason } }: Pod): string => (reason ? `${phase} (${reason})` : `${phase}`);

Then(
  'every pod of {string} on {string} failed with the reason {string}',
  function (this: Scenario, set: string, node: string, reason: string) {
    const lives = livesOn(this, set, node);
    const reasons = lives.flatMap(({ last: { status } }) =>
      status.phase === 'Failed' && status.reason ? [status.reason] : [],
    );
    if (reasons.length > 0 && !reasons.includes(reason))
      throw new Error(
        `No pod of "${set}" on "${node}" failed with the reason "${reason}". ${nearestOf(reason, reasons)}`,
      );
    const otherwise = lives.filter(
      ({ last: { status } }) => status.phase !== 'Failed' || status.reason !== reason,
    );
    if (lives.length === 0 || otherwise.length > 0)
      fail(
        `Not every pod of "${set}" on "${node}" failed with this reason.`,
        `failed (${reason})`,
        lives.map(({ name, last }) => `${name}: ${endOf(last)}`).join('\n') || '(no pod)',
      );
  },
);
