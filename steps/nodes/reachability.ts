import { Then } from '@cucumber/cucumber';
import { nodeTaints } from '../../src/kubernetes/fields/taints';
import type { Node } from '../../src/kubernetes/kinds/node/node';
import { firstTime, isMeant } from '../../src/timeline';
import { fail } from '../support/expectations';
import type { Scenario } from '../world';

// What the cluster makes of a machine that falls silent.

const isUnreachable = ({ spec }: Node): boolean =>
  (spec.taints ?? []).some(({ key }) => key === nodeTaints.unreachable);

/** Seconds from the When to the moment the node was marked; undefined if it never was. */
const secondsToMark = ({ cluster, since, names }: Scenario, name: string): number | undefined => {
  const id = names.meant('Node', name);
  const marked = firstTime(
    cluster.timeline.changes(),
    ({ object }) => isMeant(id, object) && isUnreachable(object as Node),
    since,
  );
  return marked && (marked.at - since.at) / 1000;
};

const inWords = (seconds: number | undefined): string =>
  seconds === undefined ? 'never' : `after ${seconds} seconds`;

// Heartbeats come every ten seconds, so the exact second depends on when the last one was.
Then(
  'node {string} was marked unreachable after {int} to {int} seconds',
  function (this: Scenario, name: string, least: number, most: number) {
    const seconds = secondsToMark(this, name);
    if (seconds === undefined || seconds < least || seconds > most)
      fail(
        `Node "${name}" should be marked unreachable after so long.`,
        `after ${least} to ${most} seconds`,
        inWords(seconds),
      );
  },
);

Then('node {string} was never marked unreachable', function (this: Scenario, name: string) {
  const seconds = secondsToMark(this, name);
  if (seconds !== undefined)
    fail(`Node "${name}" should not be marked unreachable.`, 'never', inWords(seconds));
});
