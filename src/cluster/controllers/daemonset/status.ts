import { deepEqual } from '../../../kubernetes/fields/equality';
import type { DaemonSet, DaemonSetStatus } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Tally } from './tally';

/** The numbers that the controller writes. */
const COUNTERS = [
  'desiredNumberScheduled',
  'currentNumberScheduled',
  'numberMisscheduled',
  'numberReady',
  'updatedNumberScheduled',
  'numberAvailable',
  'numberUnavailable',
] as const satisfies readonly (keyof DaemonSetStatus)[];

/** Fields that the API leaves out when they are zero. */
const unlessZero = (field: keyof DaemonSetStatus, value: number): Partial<DaemonSetStatus> =>
  value === 0 ? {} : { [field]: value };

/**
 * The status that follows from the tally. Conditions and the collision count are kept.
 * @param observed whether this sync has acted on the set's current generation
 */
export const statusOf = (set: DaemonSet, tally: Tally, observed: boolean): DaemonSetStatus => {
  const { conditions, collisionCount, observedGeneration } = set.status;
  const generation = observed ? set.metadata.generation : observedGeneration;
  return {
    currentNumberScheduled: tally.current,
    numberMisscheduled: tally.misscheduled,
    desiredNumberScheduled: tally.desired,
    numberReady: tally.ready,
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    ...unlessZero('updatedNumberScheduled', tally.updated),
    ...unlessZero('numberAvailable', tally.available),
    ...unlessZero('numberUnavailable', tally.desired - tally.available),
    ...(collisionCount === undefined ? {} : { collisionCount }),
    ...(conditions === undefined ? {} : { conditions }),
  };
};

/**
 * Whether a status has to be written: a number is wrong, or the generation is behind. What else is written there by
 * others stays, even a generation that is yet to come.
 * @see k8s.io/kubernetes/pkg/controller/daemon storeDaemonSetStatus
 */
export const isOutdated = ({ metadata, status }: DaemonSet, next: DaemonSetStatus): boolean => {
  const isRight =
    COUNTERS.every((counter) => (status[counter] ?? 0) === (next[counter] ?? 0)) &&
    (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  return !isRight && !deepEqual(status, next);
};
