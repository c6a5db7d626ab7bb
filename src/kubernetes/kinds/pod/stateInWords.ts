import { isTerminating } from '../../fields/meta';
import { GATED } from './gates';
import type { Pod } from './pod';
import { conditionOf, isReady } from './state';

/** The state of a pod that runs and is ready. */
export const RUNNING = 'running';

/** The state of a pod that fits on no node that it may go to. */
export const WAITING = 'pending (Unschedulable)';

/** The state of a pod that nobody looks for a node for yet. */
export const GATED_STATE = `pending (${GATED})`;

/**
 * What a pod is up to, in a word or two and, where it has one, its reason: `pending (Unschedulable)`. These are the words
 * of features and of the reports on them; kubectl's STATUS is in summary.ts.
 */
export const stateInWords = (pod: Pod): string => {
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
