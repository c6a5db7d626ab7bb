import { fromTimestamp } from '../../fields/time';
import { nodeNamedBy } from './affinity';
import type { Pod, PodCondition } from './pod';

export const conditionOf = (pod: Pod, type: string): PodCondition | undefined =>
  pod.status.conditions?.find((condition) => condition.type === type);

/** Ready: its Ready condition is True. */
export const isReady = (pod: Pod): boolean => conditionOf(pod, 'Ready')?.status === 'True';

/**
 * The model time (ms) from which a ready pod counts as available, or undefined while it is not ready.
 * @see k8s.io/kubernetes/pkg/api/v1/pod IsPodAvailable
 */
export const availableFrom = (pod: Pod, minReadySeconds: number): number | undefined => {
  const ready = conditionOf(pod, 'Ready');
  if (ready?.status !== 'True') return undefined;
  if (minReadySeconds === 0) return 0;
  return fromTimestamp(ready.lastTransitionTime ?? '') + minReadySeconds * 1000;
};

/** Available: ready for at least `minReadySeconds`. `now` is model time in ms. */
export const isAvailable = (pod: Pod, minReadySeconds: number, now: number): boolean => {
  const from = availableFrom(pod, minReadySeconds);
  return from !== undefined && from <= now;
};

/** Its containers have ended for good. */
export const isTerminal = (pod: Pod): boolean =>
  pod.status.phase === 'Failed' || pod.status.phase === 'Succeeded';

/** The node a pod is bound to or, while it is unbound, the one its affinity names. */
export const targetNode = (pod: Pod): string | undefined =>
  pod.spec.nodeName || nodeNamedBy(pod.spec.affinity);
