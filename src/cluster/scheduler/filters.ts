import { findUntolerated, nodeTaints, tolerates } from '../../kubernetes/fields/taints';
import { matchesNode } from '../../kubernetes/kinds/pod/affinity';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { NodeInfo, Shortage } from '../capacity/nodeInfo';

/** Why a pod cannot go to a node, in the scheduler's words. */
export interface Obstacle {
  readonly reasons: readonly string[];
  /** Removing other pods could help. */
  readonly preemptible: boolean;
}

const UNSCHEDULABLE = { key: nodeTaints.unschedulable, effect: 'NoSchedule' } as const;

const fixed = (reason: string): Obstacle => ({ reasons: [reason], preemptible: false });

const inWords = (shortage: Shortage): string => {
  if ('port' in shortage) return "node(s) didn't have free ports for the requested pod ports";
  return shortage.resource === 'pods' ? 'Too many pods' : `Insufficient ${shortage.resource}`;
};

/** The first thing that keeps a pod from a node, or undefined if it may go there. */
export const obstacleOf = (pod: Pod, info: NodeInfo): Obstacle | undefined => {
  const { node } = info;
  if (!node) return fixed('node(s) are gone');
  const tolerations = pod.spec.tolerations ?? [];
  if (node.spec.unschedulable && !tolerations.some((each) => tolerates(each, UNSCHEDULABLE))) {
    return fixed('node(s) were unschedulable');
  }
  const taint = findUntolerated(node.spec.taints, tolerations, ['NoSchedule', 'NoExecute']);
  if (taint) return fixed('node(s) had untolerated taint(s)');
  if (!matchesNode(node, pod.spec)) return fixed("node(s) didn't match Pod's node affinity/selector");
  const shortages = info.shortages(pod);
  return shortages.length > 0 ? { reasons: shortages.map(inWords), preemptible: true } : undefined;
};

/** How many taints ask the pod to go elsewhere if it can. */
export const reluctance = ({ spec: { tolerations = [] } }: Pod, { node }: NodeInfo): number =>
  node?.spec.taints?.filter(
    (taint) => taint.effect === 'PreferNoSchedule' && !tolerations.some((each) => tolerates(each, taint)),
  ).length ?? 0;
