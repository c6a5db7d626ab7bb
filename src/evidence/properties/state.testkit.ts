import { controllerOf, isTerminating } from '../../kubernetes/fields/meta';
import { fromTimestamp } from '../../kubernetes/fields/time';
import type { ControllerRevision } from '../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isTerminal, targetNode } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Cluster } from '../../port/cluster';
import { DEDICATED } from '../operations/anyOperation.testkit';

/** Where everything of these properties happens. */
export const NAMESPACE = 'default';

/** What is there now. */
export interface State {
  readonly now: number;
  readonly nodes: readonly Node[];
  readonly sets: readonly DaemonSet[];
  readonly pods: readonly Pod[];
  readonly revisions: readonly ControllerRevision[];
}

export const stateOf = async ({ api, time }: Cluster): Promise<State> => {
  const list = async <T extends KubeObject>(resource: ResourceType<T>): Promise<readonly T[]> =>
    (await api.list({ resource, ...(resource.namespaced ? { namespace: NAMESPACE } : {}) })).items;
  return {
    now: time.now(),
    nodes: await list(resources.nodes),
    sets: await list(resources.daemonsets),
    pods: await list(resources.pods),
    revisions: await list(resources.controllerrevisions),
  };
};

const NODE_TAINTS_MET_BY_DAEMON_PODS = [
  'node.kubernetes.io/unschedulable:NoSchedule',
  'node.kubernetes.io/unreachable:NoExecute',
  'node.kubernetes.io/not-ready:NoExecute',
];

/** Effects of the taints on a node that keep the pods of a set away. */
const hostileEffects = (set: DaemonSet, node: Node): string[] => {
  const toleratesDedicated = (set.spec.template.spec?.tolerations ?? []).some(({ key }) => key === DEDICATED);
  return (node.spec.taints ?? [])
    .filter(({ key }) => key !== DEDICATED || !toleratesDedicated)
    .filter(({ key, effect }) => !NODE_TAINTS_MET_BY_DAEMON_PODS.includes(`${key}:${effect}`))
    .map(({ effect }) => effect);
};

const selects = (set: DaemonSet, node: Node): boolean => {
  const role = set.spec.template.spec?.nodeSelector?.role;
  return role === undefined || node.metadata.labels?.role === role;
};

/** The set wants a pod on the node. Worked out from the few words these properties use, not by the controller's rules. */
export const wants = (set: DaemonSet, node: Node): boolean =>
  selects(set, node) && !hostileEffects(set, node).some((effect) => effect !== 'PreferNoSchedule');

/** A pod of the set that is there may stay: NoSchedule drives nobody away. */
export const leaves = (set: DaemonSet, node: Node): boolean =>
  selects(set, node) && !hostileEffects(set, node).includes('NoExecute');

export const surges = ({ spec: { updateStrategy } }: DaemonSet): boolean =>
  updateStrategy?.type === 'RollingUpdate' && Boolean(updateStrategy.rollingUpdate?.maxSurge);

export const isLive = (pod: Pod): boolean => !isTerminating(pod) && !isTerminal(pod);

export const belongsTo = (set: DaemonSet, pod: Pod): boolean => controllerOf(pod)?.uid === set.metadata.uid;

/** The pods of a set by the node they run on or are meant for. */
export const podsByNode = (set: DaemonSet, pods: readonly Pod[]): ReadonlyMap<string, readonly Pod[]> => {
  const byNode = new Map<string, Pod[]>();
  for (const pod of pods) {
    if (!belongsTo(set, pod)) continue;
    const node = targetNode(pod) ?? '';
    byNode.set(node, [...(byNode.get(node) ?? []), pod]);
  }
  return byNode;
};

const ready = (pod: Pod) => pod.status.conditions?.find(({ type }) => type === 'Ready');

/** Ready for as long as the set asks for. */
export const available = (set: DaemonSet, pod: Pod, now: number): boolean => {
  const condition = ready(pod);
  if (condition?.status !== 'True') return false;
  const since = fromTimestamp(String(condition.lastTransitionTime));
  return now - since >= (set.spec.minReadySeconds ?? 0) * 1000;
};

export const isReady = (pod: Pod): boolean => ready(pod)?.status === 'True';

/** The pod was made from the set's template as it is now. */
export const isUpToDate = (set: DaemonSet, pod: Pod): boolean =>
  pod.spec.containers[0]?.image === set.spec.template.spec?.containers[0]?.image;

export const nameOf = ({ metadata: { name } }: KubeObject): string => name;
