import type { RecordedDaemonSet, RecordedPod, RecordedState } from './trace';

/** One line of a difference: what was recorded and what the model did. */
export interface Difference {
  readonly what: string;
  readonly recorded: string;
  readonly model: string;
}

const COUNTERS: Readonly<Record<string, string>> = {
  desiredNumberScheduled: 'desired',
  currentNumberScheduled: 'current',
  numberReady: 'ready',
  updatedNumberScheduled: 'updated',
  numberAvailable: 'available',
  numberUnavailable: 'unavailable',
  numberMisscheduled: 'misscheduled',
};

const describeSet = (set: RecordedDaemonSet | undefined): string => {
  if (!set) return 'not there';
  const counters = Object.entries(COUNTERS).map(([field, word]) => `${word} ${set.status[field] ?? 0}`);
  const terminating = set.terminating ? ', terminating' : '';
  return `generation ${set.generation}${terminating}, ${counters.join(', ')}, revisions ${set.revisions.join(' ')}`;
};

const describePod = (pod: RecordedPod, anyNode: boolean): string => {
  const where = anyNode ? '' : `on ${pod.node ?? 'no node'} since ${pod.since}, `;
  const who = pod.name ?? `of ${pod.controller ?? 'nobody'}`;
  const bound = pod.bound ? 'bound' : 'not bound';
  return `pod ${who} ${where}${pod.controller ?? 'no owner'}, ${bound}, ${pod.phase}, ${pod.ready ? 'ready' : 'not ready'}, version ${pod.version ?? '-'}, revision ${pod.revision ?? '-'}`;
};

/** What one list has more of than the other. */
const without = (list: readonly string[], others: readonly string[]): string[] => {
  const left = [...others];
  return list.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
};

/**
 * Compares the recorded state with the model's; the order of pods means nothing.
 * @param anyNode which nodes went first was a free choice: compare pods without node and age
 * @returns nothing if they agree
 */
export const compare = (recorded: RecordedState, model: RecordedState, anyNode: boolean): Difference[] => {
  const differences: Difference[] = [];
  for (const name of new Set([...Object.keys(recorded.daemonSets), ...Object.keys(model.daemonSets)])) {
    const [want, got] = [describeSet(recorded.daemonSets[name]), describeSet(model.daemonSets[name])];
    if (want !== got) differences.push({ what: `daemon set ${name}`, recorded: want, model: got });
  }
  const wanted = recorded.pods.map((pod) => describePod(pod, anyNode));
  const got = model.pods.map((pod) => describePod(pod, anyNode));
  for (const pod of without(wanted, got))
    differences.push({ what: 'pod', recorded: pod, model: 'no such pod' });
  for (const pod of without(got, wanted))
    differences.push({ what: 'pod', recorded: 'no such pod', model: pod });
  return differences;
};
