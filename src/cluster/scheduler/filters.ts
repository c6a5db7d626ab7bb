import { tolerates } from '../../kubernetes/fields/taints';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { NodeInfo } from '../capacity/nodeInfo';
import { interPodAffinity } from './plugins/interPodAffinity';
import { nodeAffinity } from './plugins/nodeAffinity';
import { nodePorts } from './plugins/nodePorts';
import { nodeResourcesFit } from './plugins/nodeResourcesFit';
import { nodeUnschedulable } from './plugins/nodeUnschedulable';
import type { FilterPlugin, Neighbourhood, Refusal } from './plugins/plugin';
import { podTopologySpread } from './plugins/podTopologySpread';
import { taintToleration } from './plugins/taintToleration';
import { volumeBinding } from './plugins/volumeBinding';

/** Why a pod cannot go to a node, in the scheduler's words. */
export interface Obstacle extends Refusal {
  /** The filter that says so. */
  readonly plugin: FilterPlugin;
}

/** In this order they are asked. @see pkg/scheduler/apis/config/v1/default_plugins.go getDefaultPlugins */
const FILTERS: readonly FilterPlugin[] = [
  nodeUnschedulable,
  taintToleration,
  nodeAffinity,
  nodePorts,
  nodeResourcesFit,
  volumeBinding,
  podTopologySpread,
  interPodAffinity,
];

/** What keeps a pod from every node, before it is tried on any. */
export interface Rejection {
  readonly plugin: FilterPlugin;
  readonly message: string;
}

const CONTRADICTION: Rejection = { plugin: nodeAffinity, message: 'pod affinity terms conflict' };

/**
 * The first thing that keeps a pod from every node, or undefined if it is worth trying it on them.
 * @param named the nodes that it asks for by name, if it does
 * @see pkg/scheduler/framework/runtime/framework.go RunPreFilterPlugins
 */
export const rejectionOf = (
  pod: Pod,
  named: readonly string[] | undefined,
  around: Neighbourhood,
): Rejection | undefined => {
  if (named?.length === 0) return CONTRADICTION;
  for (const plugin of FILTERS) {
    const message = plugin.preFilter?.(pod, around);
    if (message !== undefined) return { plugin, message };
  }
  return undefined;
};

/**
 * The first thing that keeps a pod from a node, or undefined if it may go there: the first filter that refuses it is
 * the last that is asked.
 * @param info the pods that are there
 * @param around the pods everywhere
 * @see pkg/scheduler/framework/runtime/framework.go RunFilterPlugins
 */
export const obstacleOf = (
  pod: Pod,
  node: Node,
  info: NodeInfo,
  around: Neighbourhood,
): Obstacle | undefined => {
  for (const plugin of FILTERS) {
    const refusal = plugin.filter(pod, node, info, around);
    if (refusal) return { plugin, ...refusal };
  }
  return undefined;
};

/** How many taints ask the pod to go elsewhere if it can. */
export const reluctance = ({ spec: { tolerations = [] } }: Pod, { node }: NodeInfo): number =>
  node?.spec.taints?.filter(
    (taint) => taint.effect === 'PreferNoSchedule' && !tolerations.some((each) => tolerates(each, taint)),
  ).length ?? 0;
