import { toTimestamp } from '../../kubernetes/fields/time';
import { podCondition, withCondition } from '../../kubernetes/kinds/pod/condition';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { conditionOf } from '../../kubernetes/kinds/pod/state';
import { PREEMPTED } from './preemption';

const isSame = (current: Pod, tried: Pod): boolean => current.metadata.uid === tried.metadata.uid;

/** It fits nowhere, or something went wrong. */
export type WhyNotBound = 'Unschedulable' | 'SchedulerError';

/**
 * Notes on a pod that it is not bound, and why. Nothing is written if that is noted already.
 * @param nominated the node where room is being made for it, if any
 * @param ms model time
 * @see pkg/scheduler/schedule_one.go handleSchedulingFailure, updatePod
 */
export const unschedulable = (
  current: Pod,
  tried: Pod,
  message: string,
  nominated: string | undefined,
  ms: number,
  reason: WhyNotBound = 'Unschedulable',
): PodStatus | undefined => {
  if (!isSame(current, tried) || current.spec.nodeName) return undefined;
  const known = conditionOf(current, 'PodScheduled');
  const { nominatedNodeName: last, ...status } = current.status;
  if (known?.message === message && last === nominated) return undefined;
  const since =
    known?.status === 'False' && known.lastTransitionTime ? known.lastTransitionTime : toTimestamp(ms);
  const found = { status: 'False', since, reason, message } as const;
  return {
    ...status,
    ...(nominated ? { nominatedNodeName: nominated } : {}),
    conditions: withCondition(current.status.conditions, podCondition('PodScheduled', found)),
  };
};

/**
 * Notes on a pod which node has been chosen for it, though it is not bound yet.
 * @see pkg/scheduler/schedule_one.go bindingCycle
 */
export const nominated = (current: Pod, chosen: Pod, node: string): PodStatus | undefined =>
  !isSame(current, chosen) || current.spec.nodeName || current.status.nominatedNodeName === node
    ? undefined
    : { ...current.status, nominatedNodeName: node };

/** Takes back that room is being made for a pod. */
export const withoutNomination = (current: Pod, nominated: Pod): PodStatus | undefined => {
  if (!isSame(current, nominated) || !current.status.nominatedNodeName) return undefined;
  const { nominatedNodeName: _, ...status } = current.status;
  return status;
};

/**
 * Notes on a pod why it has to go.
 * @param ms model time
 * @see pkg/scheduler/framework/preemption/executor.go PreemptPod
 */
export const askedToGo = (current: Pod, victim: Pod, ms: number): PodStatus | undefined => {
  if (!isSame(current, victim)) return undefined;
  const told = {
    status: 'True',
    since: toTimestamp(ms),
    reason: PREEMPTED,
    message: 'default-scheduler: preempting to accommodate a higher priority pod',
  } as const;
  return {
    ...current.status,
    conditions: withCondition(current.status.conditions, podCondition('DisruptionTarget', told)),
  };
};
