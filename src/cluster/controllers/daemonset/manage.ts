import { isTerminating } from '../../../kubernetes/fields/meta';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { revisionHashOf } from '../../../kubernetes/kinds/daemonset/revisionLabels';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isAvailable, isReady, isTerminal } from '../../../kubernetes/kinds/pod/state';
import { byAge, counts } from './daemonPods';
import type { NodeView } from './nodeView';

/** What to do about the pods of one node. */
export interface Decision {
  readonly create: boolean;
  readonly remove: readonly Pod[];
  /** Pods that have ended, and should be removed as soon as back-off lets. */
  readonly failed: readonly Pod[];
  readonly succeeded: readonly Pod[];
}

const NOTHING: Decision = { create: false, remove: [], failed: [], succeeded: [] };

/** A set surges if it may run a new pod beside the old one. */
export const allowsSurge = (set: DaemonSet): boolean => {
  if (set.spec.updateStrategy?.type !== 'RollingUpdate') return false;
  const surge: unknown = set.spec.updateStrategy.rollingUpdate?.maxSurge ?? 0;
  return surge !== 0 && surge !== '0%';
};

/**
 * With surge two pods may live side by side while the old one is ready and the new one is not yet available;
 * otherwise the older goes. Any further pod is one too many.
 */
const pruneSurge = (running: readonly Pod[], hash: string, minReadySeconds: number, now: number): Pod[] => {
  const isNew = (pod: Pod): boolean => revisionHashOf(pod) === hash;
  const sorted = [...running].sort(byAge);
  const newPod = sorted.find(isNew);
  const oldPod = sorted.find((pod) => !isNew(pod));
  const surplus = sorted.filter((pod) => pod !== newPod && pod !== oldPod);
  if (newPod && oldPod && (!isReady(oldPod) || isAvailable(newPod, minReadySeconds, now)))
    surplus.push(oldPod);
  return surplus;
};

/** Neither ended nor on its way out: most pods, most of the time. */
const isWell = (pod: Pod): boolean => !isTerminating(pod) && !isTerminal(pod);

/**
 * Decides what one node needs: a pod where there should be one, none where there should not, no ended ones, and no
 * more than one (two while surging).
 * @see k8s.io/kubernetes/pkg/controller/daemon podsShouldBeOnNode
 */
export const decide = (
  view: NodeView,
  pods: readonly Pod[],
  set: DaemonSet,
  hash: string,
  now: number,
): Decision => {
  if (view.shouldContinue && pods.length === 1 && isWell(pods[0] as Pod)) return NOTHING;
  const counted = pods.filter(counts);
  if (view.shouldRun && counted.length === 0) return { ...NOTHING, create: true };
  const live = counted.filter((pod) => !isTerminating(pod));
  if (!view.shouldContinue) return live.length === 0 ? NOTHING : { ...NOTHING, remove: live };
  const failed = live.filter((pod) => pod.status.phase === 'Failed');
  const succeeded = live.filter((pod) => pod.status.phase === 'Succeeded');
  const running = live.filter((pod) => !isTerminal(pod));
  if (!allowsSurge(set)) {
    const remove = running.length > 1 ? [...running].sort(byAge).slice(1) : [];
    return { create: false, remove, failed, succeeded };
  }
  if (running.length === 0) return { create: view.shouldRun, remove: [], failed, succeeded };
  const remove = running.length > 1 ? pruneSurge(running, hash, set.spec.minReadySeconds ?? 0, now) : [];
  return { create: false, remove, failed, succeeded };
};
