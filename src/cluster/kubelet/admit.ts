import { matchesNode } from '../../kubernetes/kinds/pod/affinity';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { requestsOf } from '../../kubernetes/kinds/pod/requests';
import { capacityOf, type NodeInfo } from '../capacity/nodeInfo';

/** Why a node will not run a pod that is bound to it. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
}

const shortOf = (resource: string, requested: number, used: number, capacity: number): Refusal => ({
  reason: `OutOf${resource}`,
  message: `Node didn't have enough resource: ${resource}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
});

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
  if (shortage === undefined) return undefined;
  const asked = requestsOf(pod.spec);
  const capacity = capacityOf(node);
  switch (shortage) {
    case 'Too many pods':
      return shortOf('pods', 1, info.tenants.length, capacity.pods);
    case 'Insufficient cpu':
      return shortOf('cpu', asked.cpu, info.cpu, capacity.cpu);
    case 'Insufficient memory':
      return shortOf('memory', asked.memory, info.memory, capacity.memory);
    case 'Insufficient ephemeral-storage':
      return shortOf('ephemeral-storage', asked.storage, info.storage, capacity.storage);
    default:
      return { reason: 'NodePorts', message: `Predicate NodePorts failed: ${shortage}` };
  }
};
