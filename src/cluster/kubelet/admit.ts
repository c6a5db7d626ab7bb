import { matchesNode } from '../../kubernetes/kinds/pod/affinity';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { NodeInfo, Shortage } from '../capacity/nodeInfo';

/** Why a node will not run a pod that is bound to it. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
}

const refusalFor = (shortage: Shortage): Refusal => {
  if ('port' in shortage) {
    return {
      reason: 'NodePorts',
      message: "Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports",
    };
  }
  const { resource, requested, used, capacity } = shortage;
  return {
    reason: `OutOf${resource}`,
    message: `Node didn't have enough resource: ${resource}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
  };
};

/**
 * The node's own check of a pod that is bound to it: whoever bound it may not have looked.
 * @param info the node and the pods that it has let in
 * @see k8s.io/kubernetes/pkg/kubelet/lifecycle predicateAdmitHandler
 */
export const refusalOf = (pod: Pod, info: NodeInfo): Refusal | undefined => {
  const { node } = info;
  if (!node) return undefined;
  if (!matchesNode(node, pod.spec)) {
    return {
      reason: 'NodeAffinity',
      message: "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
    };
  }
  const [shortage] = info.shortages(pod);
  return shortage && refusalFor(shortage);
};
