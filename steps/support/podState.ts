import { isTerminating } from '../../src/kubernetes/fields/meta';
import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { conditionOf, isReady } from '../../src/kubernetes/kinds/pod/state';

/** The state of a pod that runs and is ready. */
export const RUNNING = 'running';

/** The state of a pod that fits on no node that it may go to. */
export const WAITING = 'pending (Unschedulable)';

/** What a pod is up to, in a word or two and, where it has one, its reason: `pending (Unschedulable)`. */
export const stateOf = (pod: Pod): string => {
  if (isTerminating(pod)) return 'terminating';
  switch (pod.status.phase) {
    case 'Running':
      return isReady(pod) ? RUNNING : 'running, not ready';
    case 'Failed':
      return withReason('failed', pod.status.reason);
    case 'Succeeded':
      return 'succeeded';
    default:
      return withReason('pending', reasonToWait(pod));
  }
};

const withReason = (state: string, reason: string | undefined): string =>
  reason === undefined ? state : `${state} (${reason})`;

const reasonToWait = (pod: Pod): string | undefined => {
  const scheduled = conditionOf(pod, 'PodScheduled');
  if (scheduled?.status === 'False') return scheduled.reason;
  return pod.status.containerStatuses?.find(({ state }) => state?.waiting)?.state?.waiting?.reason;
};
