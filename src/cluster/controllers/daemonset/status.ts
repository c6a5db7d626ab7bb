import type { DaemonSet, DaemonSetStatus } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Tally } from './tally';

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
