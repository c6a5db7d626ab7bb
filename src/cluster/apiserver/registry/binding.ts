import { assemble } from '../../../kubernetes/fields/copies';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { copyPodSpec, copyPodStatus } from '../../../kubernetes/kinds/pod/copies';
import type { Pod, PodCondition } from '../../../kubernetes/kinds/pod/pod';
import { conflict } from '../../../kubernetes/refusals';
import { withTopologyLabels } from '../admission/podTopologyLabels';

/** What refusals call a binding. */
export const BINDINGS = { group: '', plural: 'pods/binding', kind: 'Binding' };

/** The conditions of pods that have just been bound, by time: most have no others. */
const justScheduled = new Map<string, readonly PodCondition[]>();

/** The conditions of a pod that is being bound. @param now RFC 3339 */
const scheduled = (pod: Pod, now: string): readonly PodCondition[] => {
  const others = pod.status.conditions?.filter((each) => each.type !== 'PodScheduled') ?? [];
  const shared = justScheduled.get(now);
  if (shared && others.length === 0) return shared;
  const condition = { type: 'PodScheduled', status: 'True', lastProbeTime: null, lastTransitionTime: now };
  const conditions = [...others, condition];
  if (others.length > 0) return conditions;
  if (justScheduled.size > 1000) justScheduled.clear();
  justScheduled.set(now, conditions);
  return conditions;
};

/**
 * The pod, bound to a node. It is nominated no more, and says in its labels which zone and region it is in.
 * @param uid of the pod that is meant
 * @param found the node, if it is known
 * @param now model time in ms
 * @throws ApiError a conflict if another pod has the name by now, or if the pod is leaving or bound already
 * @see pkg/registry/core/pod/storage/storage.go BindingREST.setPodNodeAndMetadata
 */
export const bound = (unbound: Pod, uid: string, node: string, found: Node | undefined, now: number): Pod => {
  const { name } = unbound.metadata;
  const pod = withTopologyLabels(unbound, found);
  if (pod.metadata.uid !== uid || isTerminating(pod)) {
    throw conflict(BINDINGS, name, `pod ${name} is being deleted, cannot be assigned to a host`);
  }
  if (pod.spec.nodeName) {
    throw conflict(BINDINGS, name, `pod ${name} is already assigned to node "${pod.spec.nodeName}"`);
  }
  const spec = copyPodSpec(pod.spec);
  spec.nodeName = node;
  const status = copyPodStatus(pod.status);
  status.nominatedNodeName = undefined;
  status.conditions = scheduled(pod, toTimestamp(now));
  return assemble(pod, pod.metadata, spec, status);
};
