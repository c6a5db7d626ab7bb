import { findUntolerated } from '../../kubernetes/fields/taints';
import { matchesNode } from '../../kubernetes/kinds/pod/affinity';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { NodeInfo, Shortage } from '../capacity/nodeInfo';

/** Why a node will not run a pod that is bound to it. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
}

const predicate = (name: string, words: string): Refusal => ({
  reason: name,
  message: `Predicate ${name} failed: ${words}`,
});

const refusalFor = (shortage: Shortage): Refusal => {
  if ('port' in shortage)
    return predicate('NodePorts', "node(s) didn't have free ports for the requested pod ports");
  const { resource, requested, used, capacity } = shortage;
  return {
    reason: `OutOf${resource}`,
    message: `Node didn't have enough resource: ${resource}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
  };
};

const NO_EXECUTE = ['NoExecute'];

/**
 * The node's own check of a pod that is bound to it: whoever bound it may not have looked. Room comes first, then
 * affinity, ports, and taints, but only those that drive pods off.
 * @param info the node and the pods that it has let in
 * @see k8s.io/kubernetes/pkg/kubelet/lifecycle generalFilter, pkg/scheduler AdmissionCheck
 */
export const refusalOf = (pod: Pod, info: NodeInfo): Refusal | undefined => {
  const { node } = info;
  if (!node) return undefined;
  const [shortage] = info.shortages(pod);
  if (shortage && 'resource' in shortage) return refusalFor(shortage);
  if (!matchesNode(node, pod.spec))
    return predicate('NodeAffinity', "node(s) didn't match Pod's node affinity/selector");
  if (shortage) return refusalFor(shortage);
  return findUntolerated(node.spec.taints, pod.spec.tolerations, NO_EXECUTE)
    ? predicate('TaintToleration', "node(s) had taints that the pod didn't tolerate")
    : undefined;
};
