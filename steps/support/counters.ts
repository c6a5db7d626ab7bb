import type { DaemonSet, DaemonSetStatus } from '../../src/kubernetes/kinds/daemonset/daemonSet';

/** What features call the numbers in the status of a daemon set. */
const fields: Readonly<Record<string, keyof DaemonSetStatus>> = {
  desired: 'desiredNumberScheduled',
  current: 'currentNumberScheduled',
  ready: 'numberReady',
  'up-to-date': 'updatedNumberScheduled',
  available: 'numberAvailable',
  unavailable: 'numberUnavailable',
  misscheduled: 'numberMisscheduled',
};

/** The names of all counters. */
export const COUNTERS: readonly string[] = Object.keys(fields);

/** The counter of this name. What the status leaves out is zero. */
export const counterOf = ({ status }: DaemonSet, name: string): number =>
  Number(status[fields[name] ?? 'numberReady'] ?? 0);
