import { isTerminating } from '../../../kubernetes/fields/meta';
import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isReady } from '../../../kubernetes/kinds/pod/state';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import type { StringMap } from '../../../kubernetes/object';

/** How long a pod that was allowed to leave may take to be marked as leaving. */
const DELETION_TIMEOUT = 120_000;

/** What is known of the pods that were allowed to leave. */
export interface Disruptions {
  /** Those that are still expected to leave: by name, since when they may. */
  readonly disrupted: StringMap;
  /** When to look at them again (model time); undefined if there are none. */
  readonly recheck: number | undefined;
  /** Those that should have left by now. */
  readonly overdue: readonly Pod[];
}

/**
 * Goes through the pods that were allowed to leave. One that is leaving, or gone, need not be remembered any more.
 * @param now model time in ms
 * @see k8s.io/kubernetes/pkg/controller/disruption buildDisruptedPodMap
 */
export const disruptionsOf = (
  { disruptedPods = {} }: PodDisruptionBudget['status'],
  pods: readonly Pod[],
  now: number,
): Disruptions => {
  const disrupted: Record<string, string> = {};
  const overdue: Pod[] = [];
  let recheck: number | undefined;
  for (const pod of pods) {
    const since = disruptedPods[pod.metadata.name];
    if (since === undefined || isTerminating(pod)) continue;
    const deadline = fromTimestamp(since) + DELETION_TIMEOUT;
    if (deadline < now) overdue.push(pod);
    else {
      disrupted[pod.metadata.name] = since;
      recheck = Math.min(recheck ?? deadline + 1, deadline + 1);
    }
  }
  return { disrupted, recheck, overdue };
};

/**
 * How many of the pods are ready, and neither leaving nor about to.
 * @see k8s.io/kubernetes/pkg/controller/disruption countHealthyPods
 */
export const healthyPods = (pods: readonly Pod[], disrupted: StringMap): number =>
  pods.filter((pod) => !isTerminating(pod) && disrupted[pod.metadata.name] === undefined && isReady(pod))
    .length;
