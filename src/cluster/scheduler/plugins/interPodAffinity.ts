import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { NodeInfo } from '../../capacity/nodeInfo';
import { type FilterPlugin, type Neighbourhood, type News, type Refusal, unresolvable } from './plugin';
import { type LabelsOfNamespace, type PodTerm, podTermsOf } from './podTerms';

const TOO_FAR = "node(s) didn't match pod affinity rules";
const TOO_NEAR = "node(s) didn't match pod anti-affinity rules";
const UNWELCOME = "node(s) didn't satisfy existing pods anti-affinity rules";

const preemptible = (reason: string): Refusal => ({ reasons: [reason], preemptible: true });

/** The value of a label; undefined if there is none. */
const labelOf = (node: Node, key: string): string | undefined => node.metadata.labels?.[key];

/** Two nodes are near if the label is on both, with the same value. */
const areNear = (a: Node, b: Node, key: string): boolean =>
  labelOf(a, key) !== undefined && labelOf(a, key) === labelOf(b, key);

/** Every pod with its node; those on the node that is looked at are as `info` has them. */
function* neighbours(node: Node, info: NodeInfo, { places }: Neighbourhood): Iterable<readonly [Pod, Node]> {
  for (const place of places) {
    if (!place.node) continue;
    const seen = place.node.metadata.name === node.metadata.name ? info : place;
    for (const { pod } of seen.tenants) yield [pod, place.node];
  }
}

const matchesAll = (terms: readonly PodTerm[], pod: Pod, labelsOf: LabelsOfNamespace): boolean =>
  terms.length > 0 && terms.every((term) => term.matches(pod, labelsOf));

/**
 * Whether the node is near pods that meet all the terms. The first of a group that wants to be near itself may go
 * wherever the labels are.
 * @see pkg/scheduler/framework/plugins/interpodaffinity/filtering.go satisfyPodAffinity
 */
const isNearEnough = (
  pod: Pod,
  near: readonly PodTerm[],
  node: Node,
  others: Iterable<readonly [Pod, Node]>,
  labelsOf: LabelsOfNamespace,
): boolean => {
  if (near.some(({ topologyKey }) => labelOf(node, topologyKey) === undefined)) return false;
  const lonely = new Set(near);
  let first = true;
  for (const [other, there] of others) {
    if (!matchesAll(near, other, labelsOf)) continue;
    for (const term of near) {
      if (labelOf(there, term.topologyKey) !== undefined) first = false;
      if (areNear(node, there, term.topologyKey)) lonely.delete(term);
    }
  }
  return lonely.size === 0 || (first && matchesAll(near, pod, labelsOf));
};

const help = (pod: Pod, news: News): boolean => {
  const { near, far } = podTermsOf(pod);
  const unknown: LabelsOfNamespace = () => undefined;
  const meets = (terms: readonly PodTerm[], other: Pod): boolean => matchesAll(terms, other, unknown);
  switch (news.type) {
    case 'node added':
      return far.length > 0 || near.some((term) => labelOf(news.node, term.topologyKey) !== undefined);
    case 'node updated': {
      const moved = ({ topologyKey }: PodTerm): boolean =>
        labelOf(news.before, topologyKey) !== labelOf(news.node, topologyKey);
      return (
        near.some((term) => moved(term) && labelOf(news.node, term.topologyKey) !== undefined) ||
        far.some((term) => moved(term) && labelOf(news.before, term.topologyKey) !== undefined)
      );
    }
    case 'pod placed':
      return meets(near, news.pod);
    case 'pod gone':
      return meets(far, news.pod) || meets(podTermsOf(news.pod).far, pod);
    case 'pod updated':
      if (news.pod.metadata.uid === pod.metadata.uid)
        return news.pod.metadata.labels !== news.before.metadata.labels;
      return (
        (!meets(near, news.before) && meets(near, news.pod)) ||
        (meets(far, news.before) && !meets(far, news.pod))
      );
    default:
      return false;
  }
};

/**
 * A pod goes only near the pods that it requires near it, and far from those that it, or they, require far. What is only
 * preferred is not looked at.
 * @see pkg/scheduler/framework/plugins/interpodaffinity/filtering.go Filter
 * @see pkg/scheduler/framework/plugins/interpodaffinity/plugin.go isSchedulableAfterPodChange, isSchedulableAfterNodeChange
 */
export const interPodAffinity: FilterPlugin = {
  name: 'InterPodAffinity',
  filter(pod, node, info, around) {
    const { near, far } = podTermsOf(pod);
    if (near.length === 0 && far.length === 0 && !around.hasLoners) return undefined;
    const { labelsOf } = around;
    if (near.length > 0 && !isNearEnough(pod, near, node, neighbours(node, info, around), labelsOf))
      return unresolvable(TOO_FAR);
    let unwelcome = false;
    for (const [other, there] of neighbours(node, info, around)) {
      if (far.some((term) => areNear(node, there, term.topologyKey) && term.matches(other, labelsOf)))
        return preemptible(TOO_NEAR);
      unwelcome ||= podTermsOf(other).far.some(
        (term) => areNear(node, there, term.topologyKey) && term.matches(pod, labelsOf),
      );
    }
    return unwelcome ? preemptible(UNWELCOME) : undefined;
  },
  mayHelp: help,
};
