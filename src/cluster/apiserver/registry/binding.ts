import type { Pod, PodCondition } from '../../../kubernetes/kinds/pod/pod';

/** The conditions of pods that have just been bound, by time: most have no others. */
const justScheduled = new Map<string, readonly PodCondition[]>();

/** The conditions of a pod that is being bound. @param now RFC 3339 */
export const scheduled = (pod: Pod, now: string): readonly PodCondition[] => {
  const others = pod.status.conditions?.filter((each) => each.type !== 'PodScheduled') ?? [];
  const shared = justScheduled.get(now);
  if (shared && others.length === 0) return shared;
  const condition = { type: 'PodScheduled', status: 'True', lastProbeTime: null, lastTransitionTime: now };
  const conditions = [...others, condition as unknown as PodCondition];
  if (others.length > 0) return conditions;
  if (justScheduled.size > 1000) justScheduled.clear();
  justScheduled.set(now, conditions);
  return conditions;
};
