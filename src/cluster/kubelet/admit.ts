import { findUntolerated } from '../../kubernetes/fields/taints';
import { isExtended } from '../../kubernetes/fields/validation/resources';
import { matchesNode } from '../../kubernetes/kinds/pod/affinity';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { NodeInfo, ResourceShortage } from '../capacity/nodeInfo';

/** Why a node will not run a pod that is bound to it. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
}

/** What a filter of the scheduler's says no to, the kubelet says no to in these words. */
const failed = (filter: string, why: string): Refusal => ({
  reason: filter,
  message: `Predicate ${filter} failed: ${why}`,
});

const SYSTEM_LABEL = 'kubernetes.io/os';
/** The system that every machine here runs. */
const SYSTEM = 'linux';

/** A pod may say what system it is for: in its spec and, by the label of nodes, on itself. */
const refusalOfSystem = ({ spec, metadata: { labels } }: Pod): Refusal | undefined => {
  if ((labels?.[SYSTEM_LABEL] ?? SYSTEM) !== SYSTEM)
    return {
      reason: 'PodOSSelectorNodeLabelDoesNotMatch',
      message: `Failed to admit pod as the \`${SYSTEM_LABEL}\` label doesn't match node label`,
    };
  if ((spec.os?.name ?? SYSTEM) !== SYSTEM)
    return {
      reason: 'PodOSNotSupported',
      message: "Failed to admit pod as the OS field doesn't match node OS",
    };
  return undefined;
};

/**
 * A device that the node does not list keeps nobody out: it may not need to be counted there.
 * @see pkg/kubelet/lifecycle/predicate.go removeMissingExtendedResources
 */
const isUnknownDevice = ({ resource }: ResourceShortage, info: NodeInfo): boolean =>
  isExtended(resource) && !info.lists(resource);

const NO_EXECUTE = ['NoExecute'];

/**
 * The node's own check of a pod that is bound to it: whoever bound it may not have looked. The system that it is for comes
 * first, then room, then what
 * the pod asks of the node, then ports, then taints, but only those that drive pods off.
 * @param info the node and the pods that it has let in
 * @see pkg/kubelet/lifecycle/predicate.go predicateAdmitHandler.Admit, generalFilter
 * @see pkg/scheduler/eventhandlers.go AdmissionCheck
 */
export const refusalOf = (pod: Pod, info: NodeInfo): Refusal | undefined => {
  const { node } = info;
  if (!node) return undefined;
  const otherSystem = refusalOfSystem(pod);
  if (otherSystem) return otherSystem;
  const shortage = info.shortages(pod).find((each) => !isUnknownDevice(each, info));
  if (shortage) {
    const { resource, requested, used, capacity } = shortage;
    return {
      reason: `OutOf${resource}`,
      message: `Node didn't have enough resource: ${resource}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
    };
  }
  if (!matchesNode(node, pod.spec))
    return failed('NodeAffinity', "node(s) didn't match Pod's node affinity/selector");
  if (info.takenPort(pod))
    return failed('NodePorts', "node(s) didn't have free ports for the requested pod ports");
  if (findUntolerated(node.spec.taints, pod.spec.tolerations, NO_EXECUTE))
    return failed('TaintToleration', "node(s) had taints that the pod didn't tolerate");
  return undefined;
};
