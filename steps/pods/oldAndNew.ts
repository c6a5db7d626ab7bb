import { targetNode } from '../../src/kubernetes/kinds/pod/state';
import { RUNNING, stateInWords, WAITING } from '../../src/kubernetes/kinds/pod/stateInWords';
import { availability } from '../../src/timeline/atOnce';
import { BEGINNING, compareMoments, type Moment } from '../../src/timeline/moment';
import { nodesWithTwo } from '../../src/timeline/overlaps';
import type { PodLife } from '../../src/timeline/podLife';
import { creationGaps } from '../../src/timeline/replacement';
import { podsCreatedSince, podsOnNode } from '../../src/timeline/selections';
import { Then } from '../language/define';
import { checkNodes, daemonPodsOwned, someLivesOfSet } from '../support/daemonPods';
import { expectSame, fail, failAs } from '../support/expectations';
import { happened } from '../support/lasting';
import { describeLives } from '../support/lives';
import { isWithin, type Span, slackOf } from '../support/spans';
import { countedLives, countForGood } from '../support/twins';
import { checkVersions, versionSaid } from '../support/versions';
import type { Scenario } from '../world';

// The old pod of a node and the new one: which comes first, and whether they meet.

// A second one that was made by mistake, and went at once, is none, where replies get lost.
Then('no node ever had two pods of {string} at the same time', function (this: Scenario, set: string) {
  const lives = someLivesOfSet(this, set);
  for (const node of nodesWithTwo(lives, BEGINNING)) {
    const counted = countedLives(this, podsOnNode(lives, node), BEGINNING);
    if (nodesWithTwo(counted, BEGINNING).size > 0)
      failAs(countForGood(this))(
        `"${node}" had two pods of "${set}".`,
        'one after the other',
        describeLives(this, counted),
      );
  }
});

// Since the When.
Then(
  'for a while {string} had two pods of {string}',
  happened(),
  function (this: Scenario, node: string, set: string) {
    const lives = someLivesOfSet(this, set);
    checkNodes(this, [node]);
    if (!nodesWithTwo(lives, this.since).has(node))
      fail(
        `"${node}" never had two pods of "${set}".`,
        'two at a time',
        describeLives(this, podsOnNode(lives, node)),
      );
  },
);

Then(
  '{string} runs versions {names} side by side on {string}',
  function (this: Scenario, set: string, versions: readonly string[], node: string) {
    checkNodes(this, [node]);
    checkVersions(this, set, versions);
    const pods = daemonPodsOwned(this, set).filter(({ spec }) => spec.nodeName === node);
    expectSame(
      `"${set}" should run these versions on "${node}".`,
      versions
        .map((version) => `${version}: ${RUNNING}`)
        .sort()
        .join('\n'),
      pods
        .map((pod) => `${versionSaid(pod.spec, set, versions)}: ${stateInWords(pod)}`)
        .sort()
        .join('\n'),
    );
  },
);

Then(
  'a new pod of {string} waits beside the old one on {string}',
  function (this: Scenario, set: string, node: string) {
    checkNodes(this, [node]);
    const pods = daemonPodsOwned(this, set).filter((pod) => targetNode(pod) === node);
    expectSame(
      `The old pod of "${set}" should run on "${node}", and a new one should wait for the same node.`,
      [RUNNING, WAITING].join('\n'),
      pods.map(stateInWords).join('\n'),
    );
  },
);

Then('the new pods of {string} came {span} apart', function (this: Scenario, set: string, span: Span) {
  const came = podsCreatedSince(someLivesOfSet(this, set), this.since);
  const gaps = creationGaps(came);
  if (gaps.length === 0 || !gaps.every((gap) => isWithin(span, gap, slackOf(this.cluster))))
    failAs(gaps.length > 0)(
      `New pods of "${set}" should come one after the other.`,
      `${span.words} apart`,
      describeLives(this, came),
    );
});

/** When the pod was asked to leave or, if nobody asked, was gone. */
const leftAt = ({ terminating, gone }: PodLife): Moment | undefined => terminating ?? gone;

/** Which of two pods was there longer: a pod that is still there, before one that has gone. */
const staysLonger = (one: PodLife, other: PodLife): PodLife =>
  other.gone && (!one.gone || compareMoments(other.gone, one.gone) < 0) ? one : other;

/**
 * The last pod of a node, and the one before it: of several, that which was there to the last. Where replies get lost, a
 * second one that was created by mistake, and goes at once, is neither.
 * @throws if one took the other's place before the When already
 */
const lastTwo = (scenario: Scenario, set: string, node: string): readonly [PodLife, PodLife] => {
  checkNodes(scenario, [node]);
  const lives = countedLives(scenario, podsOnNode(someLivesOfSet(scenario, set), node), scenario.since);
  const last = lives.at(-1);
  const others = lives.slice(0, -1);
  const before = others.length > 0 ? others.reduce(staysLonger) : undefined;
  if (!before || !last)
    return fail(
      `"${node}" never had an old and a new pod of "${set}".`,
      'two pods',
      describeLives(scenario, lives),
    );
  const isSince = (moment?: Moment) => moment !== undefined && compareMoments(moment, scenario.since) >= 0;
  return isSince(last.created) || isSince(leftAt(before))
    ? [before, last]
    : fail(
        `The new pod of "${set}" came to "${node}" before the When.`,
        'a new pod since the When',
        describeLives(scenario, [before, last]),
      );
};

Then(
  'the new pod of {string} on {string} came only when the old one was gone',
  function (this: Scenario, set: string, node: string) {
    const [before, last] = lastTwo(this, set, node);
    if (!before.gone || compareMoments(last.created, before.gone) < 0)
      fail(
        `The new pod of "${set}" came too early.`,
        'after the old one',
        describeLives(this, [before, last]),
      );
  },
);

// A pod is asked at some instant of a second, and given whole seconds.
Then(
  'the new pod of {string} on {string} came {span} after the old one was asked to leave',
  function (this: Scenario, set: string, node: string, span: Span) {
    const [before, last] = lastTwo(this, set, node);
    const waited = last.created.at - (leftAt(before)?.at ?? Number.NaN);
    if (!isWithin(span, waited, slackOf(this.cluster)))
      fail(
        `The new pod of "${set}" should come so long after the old one was asked to leave.`,
        span.words,
        describeLives(this, [before, last]),
      );
  },
);

Then(
  'the old pod(s) of {string} on {names} stayed until the new one was available',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    checkNodes(this, nodes);
    const { minReadySeconds } = this.daemonSet(set).spec;
    for (const node of nodes) {
      const [before, last] = lastTwo(this, set, node);
      const [available] = availability(last, minReadySeconds);
      const left = leftAt(before);
      if (!available || !left || compareMoments(left, available.from) < 0)
        fail(
          `The old pod of "${set}" on "${node}" should go when the new one is available, not before.`,
          'the new one available, then the old one asked to leave',
          describeLives(this, [before, last]),
        );
    }
  },
);
