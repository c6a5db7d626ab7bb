import { isTerminating } from '../../kubernetes/fields/meta';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { conditionOf, isReady, isTerminal } from '../../kubernetes/kinds/pod/state';

/** Why a pod is not ready, or undefined if it is and stays. */
export const whyNotReady = (pod: Pod, events: readonly Event[]): string | undefined => {
  if (isTerminating(pod)) return undefined;
  if (isReady(pod) && !isTerminal(pod)) return undefined;
  const { reason, message } = pod.status;
  if (reason || message) return message || reason;
  const scheduled = conditionOf(pod, 'PodScheduled');
  if (scheduled?.status === 'False') return scheduled.message ?? scheduled.reason;
  for (const { name, state } of pod.status.containerStatuses ?? []) {
    const stopped = state?.waiting ?? state?.terminated;
    if (stopped?.reason) return `container ${name}: ${stopped.message ?? stopped.reason}`;
  }
  return (
    conditionOf(pod, 'Ready')?.message ??
    latestWarning(events, pod.metadata.uid) ??
    'its containers are not ready'
  );
};

/** The message of the last warning about an object. */
export const latestWarning = (events: readonly Event[], uid: string): string | undefined =>
  events.findLast(({ type, involvedObject }) => type === 'Warning' && involvedObject.uid === uid)?.message;
