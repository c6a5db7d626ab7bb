import { nodeTaints } from '../../src/kubernetes/fields/taints';
import type { Node } from '../../src/kubernetes/kinds/node/node';
import { firstTime } from '../../src/timeline/firsts';
import type { Moment } from '../../src/timeline/moment';
import { isMeant } from '../../src/timeline/objectId';
import { objectNow } from '../../src/timeline/objects';
import { Then } from '../language/define';
import { failAs, failForGood } from '../support/expectations';
import { happened } from '../support/lasting';
import { momentInWords } from '../support/lives';
import { inSeconds, isWithin, type Span, slackOf } from '../support/spans';
import type { Scenario } from '../world';

// What the cluster makes of a machine that falls silent.

const isUnreachable = ({ spec }: Node): boolean =>
  (spec.taints ?? []).some(({ key }) => key === nodeTaints.unreachable);

/** When the node was first marked, from a moment on; undefined if it never was. */
const firstMark = ({ cluster, names }: Scenario, name: string, from?: Moment): Moment | undefined => {
  const id = names.meant('Node', name);
  return firstTime(
    cluster.timeline.changes(),
    ({ object }) => isMeant(id, object) && isUnreachable(object as Node),
    from,
  );
};

/** Milliseconds from the When to the moment the node was marked; undefined if it never was, or was marked before. */
const timeToMark = (scenario: Scenario, name: string): number | undefined => {
  const { cluster, since, names } = scenario;
  const before = objectNow(cluster.timeline.changes().slice(0, since.index), names.meant('Node', name));
  if (before && isUnreachable(before as Node)) return undefined;
  const marked = firstMark(scenario, name, since);
  return marked && marked.at - since.at;
};

// Heartbeats come every ten seconds, so the exact second depends on when the last one was.
Then(
  'node {string} was marked unreachable after {span}',
  happened(),
  function (this: Scenario, name: string, span: Span) {
    const waited = timeToMark(this, name);
    if (!isWithin(span, waited, slackOf(this.cluster)))
      failAs(waited !== undefined)(
        `Node "${name}" should be marked unreachable after so long.`,
        `after ${span.words}`,
        waited === undefined ? 'never, or before' : `after ${inSeconds(waited)}`,
      );
  },
);

// Over the whole example.
Then('node {string} was never marked unreachable', function (this: Scenario, name: string) {
  const marked = firstMark(this, name);
  if (marked)
    failForGood(
      `Node "${name}" should not be marked unreachable.`,
      'never',
      `at ${momentInWords(this, marked)}`,
    );
});
