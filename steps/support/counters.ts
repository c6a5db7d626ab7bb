import type { DaemonSet, DaemonSetStatus } from '../../src/kubernetes/kinds/daemonset/daemonSet';
import type { StringMap } from '../../src/kubernetes/object';

import type { Vocabulary } from './tables';
import { readWhole } from './values';

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

const NUMBER = 'a number of pods, like 2';

/** All counters, and what stands in their columns. */
export const COUNTERS: Vocabulary = Object.fromEntries(Object.keys(fields).map((name) => [name, NUMBER]));

/** Checks a row of counters: every cell holds a number. */
export const readCounters = (row: StringMap): StringMap =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(readWhole(cell, NUMBER))]));

/** The counter of this name. What the status leaves out is zero. */
export const counterOf = ({ status }: DaemonSet, name: string): number =>
  Number(status[fields[name] ?? 'numberReady'] ?? 0);
