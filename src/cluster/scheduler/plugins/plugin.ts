import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { Claim } from '../../../kubernetes/kinds/storage/storage';
import type { NodeInfo } from '../../capacity/nodeInfo';
import type { LabelsOfNamespace } from './podTerms';
import type { Storage } from './storage';

/** Why a filter keeps a pod from a node. */
export interface Refusal {
  readonly reasons: readonly string[];
  /** Removing other pods could help. */
  readonly preemptible: boolean;
}

/** Nothing that could be removed from the node would help. */
export const unresolvable = (reason: string): Refusal => ({ reasons: [reason], preemptible: false });

/**
 * What may make a pod fit that did not. Other news makes nobody try again.
 * @see pkg/scheduler/framework/events.go
 */
export type News =
  | { readonly type: 'node added'; readonly node: Node }
  | { readonly type: 'node updated'; readonly before: Node; readonly node: Node }
  | { readonly type: 'node removed'; readonly node: Node }
  | { readonly type: 'claim changed'; readonly claim: Claim }
  | { readonly type: 'volume changed' }
  | { readonly type: 'class changed' }
  /** A pod has been bound. Only those hear of it that mind where others are. */
  | { readonly type: 'pod placed'; readonly pod: Pod }
  /** A pod that took room has gone or ended, or room is no longer kept for it. */
  | { readonly type: 'pod gone'; readonly pod: Pod }
  | { readonly type: 'pod updated'; readonly before: Pod; readonly pod: Pod };

/** All that is placed in the cluster, for filters that ask what is near. */
export interface Neighbourhood {
  readonly places: Iterable<NodeInfo>;
  /** A node with all its pods, by name. */
  placeOf(node: string): NodeInfo | undefined;
  /** Grows with each pod that is tried: until then nothing moves. */
  readonly attempt: number;
  /** Some pod that is placed requires others to be far from it. */
  readonly hasLoners: boolean;
  readonly labelsOf: LabelsOfNamespace;
  readonly storage: Storage;
}

/**
 * One of the scheduler's filters, with what it wants to hear: a pod that it refused tries again when there is news that
 * may change its mind, and not before.
 * @see staging/src/k8s.io/kube-scheduler/framework/interface.go FilterPlugin, EnqueueExtensions
 */
export interface FilterPlugin {
  /** As messages call it. */
  readonly name: string;
  /** What keeps the pod from every node, whichever it is; nobody who made room would help. */
  preFilter?(pod: Pod, around: Neighbourhood): string | undefined;
  /**
   * Undefined if the pod may go to the node.
   * @param info the pods that are there, as they are looked at now; `around` may have others there
   */
  filter(pod: Pod, node: Node, info: NodeInfo, around: Neighbourhood): Refusal | undefined;
  /** Whether the news may make a pod fit that the filter has refused. */
  mayHelp(pod: Pod, news: News): boolean;
}

/** The pod held room, or room was kept for it. */
export const tookRoom = ({ spec, status }: Pod): boolean =>
  Boolean(spec.nodeName) || Boolean(status.nominatedNodeName);

/** The news is that this very pod tolerates more. @see pkg/scheduler/framework/events.go extractPodTolerationChange */
export const toleratesMore = (pod: Pod, news: News): news is Extract<News, { type: 'pod updated' }> =>
  news.type === 'pod updated' &&
  news.pod.metadata.uid === pod.metadata.uid &&
  news.pod.spec.tolerations?.length !== news.before.spec.tolerations?.length;
