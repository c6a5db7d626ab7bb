import { podCondition } from './condition';
import type { Pod, PodCondition } from './pod';

/** As a pod's condition and `get` call it. */
export const GATED = 'SchedulingGated';

/** Somebody wants to have a look at the pod before it is scheduled. */
export const isGated = ({ spec }: Pod): boolean => (spec.schedulingGates?.length ?? 0) > 0;

/**
 * What a new pod says of its gates; nothing if it has none.
 * @see pkg/registry/core/pod/strategy.go applySchedulingGatedCondition
 */
export const gatedCondition = (pod: Pod): readonly PodCondition[] | undefined => {
  if (!isGated(pod)) return undefined;
  const message = 'Scheduling is blocked due to non-empty scheduling gates';
  const since = String(pod.metadata.creationTimestamp);
  return [podCondition('PodScheduled', { status: 'False', since, reason: GATED, message })];
};
