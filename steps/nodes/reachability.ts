import { Then } from '@cucumber/cucumber';
import { nodeTaints } from '../../src/kubernetes/fields/taints';
import type { Node } from '../../src/kubernetes/kinds/node/node';
import { firstTime, isMeant } from '../../src/timeline';
import { fail } from '../support/expectations';
import { inSeconds, isWithin, type Span } from '../support/spans';
import type { Scenario } from '../world';

// What the cluster makes of a machine that falls silent.

const isUnreachable = ({ spec }: Node): boolean =>
  (spec.taints ?? []).some(({ key }) => key === nodeTaints.unreachable);

/** Milliseconds from the When to the moment the node was marked; undefined if it never was. */
const timeToMark = ({ cluster, since, names }: Scenario, name: string): number | undefined => {
  const id = names.meant('Node', name);
  const marked = firstTime(
    cluster.timeline.changes(),
    ({ object }) => isMeant(id, object) && isUnreachable(object as Node),
    since,
  );
  return marked && marked.at - since.at;
};

const inWords = (waited: number | undefined): string =>
  waited === undefined ? 'never' : `after ${inSeconds(waited)}`;

// Heartbeats come every ten seconds, so the exact second depends on when the last one was.
Then(
  'node {string} was marked unreachable after {span}',
  function (this: Scenario, name: string, span: Span) {
    const waited = timeToMark(this, name);
    if (!isWithin(span, waited))
      fail(
        `Node "${name}" should be marked unreachable after so long.`,
        `after ${span.words}`,
        inWords(waited),
      );
  },
);

Then('node {string} was never marked unreachable', function (this: Scenario, name: string) {
  const waited = timeToMark(this, name);
  if (waited !== undefined)
    fail(`Node "${name}" should not be marked unreachable.`, 'never', inWords(waited));
});
