import { fromTimestamp } from '../../kubernetes/fields/time';
import type { Pod } from '../../kubernetes/kinds/pod/pod';

/**
 * When a terminating pod has stopped (model time): when its containers have, or when its grace period is over.
 * @param takes seconds that its containers need
 * @param now model time in ms
 */
export const stopTime = ({ metadata }: Pod, takes: number, now: number): number => {
  const deadline = fromTimestamp(metadata.deletionTimestamp ?? '');
  const asked = deadline - (metadata.deletionGracePeriodSeconds ?? 0) * 1000;
  return Math.max(now, Math.min(asked + takes * 1000, deadline));
};
