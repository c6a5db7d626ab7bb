import type { DaemonSet } from './daemonSet';

/** How far a rolling update may go at once, in nodes. */
export interface Budget {
  readonly maxUnavailable: number;
  readonly maxSurge: number;
}

/** A number, or a percentage of the desired nodes rounded up. */
const scaled = (value: unknown, desired: number, otherwise: number): number => {
  if (typeof value === 'number') return value;
  const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value) : null;
  return percent ? Math.ceil((Number(percent[1]) * desired) / 100) : otherwise;
};

/**
 * The budget of a set for so many desired nodes. If both come to nothing, one node may be unavailable.
 * @see pkg/controller/daemon/update.go updatedDesiredNodeCounts
 */
export const budgetOf = (set: DaemonSet, desired: number): Budget => {
  const { maxUnavailable, maxSurge } = set.spec.updateStrategy?.rollingUpdate ?? {};
  const unavailable = scaled(maxUnavailable, desired, 1);
  const surge = scaled(maxSurge, desired, 0);
  return {
    maxUnavailable: desired > 0 && unavailable === 0 && surge === 0 ? 1 : unavailable,
    maxSurge: surge,
  };
};
