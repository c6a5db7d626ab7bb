import { deepEqual } from '../../../kubernetes/fields/equality';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { type FilterPlugin, type News, toleratesMore, tookRoom, unresolvable } from './plugin';
import { skewOn } from './spread';
import { hasAllKeys, type SpreadConstraint, spreadConstraintsOf } from './spreadConstraints';

const UNEVEN = "node(s) didn't match pod topology spread constraints";

/** The pod itself, or one of its project that is placed. */
const isInvolved = (pod: Pod, other: Pod): boolean =>
  other.metadata.uid === pod.metadata.uid ||
  (tookRoom(other) && other.metadata.namespace === pod.metadata.namespace);

const matchesAny = (constraints: readonly SpreadConstraint[], { metadata }: Pod): boolean =>
  constraints.some(({ matches }) => matches(metadata.labels));

const help = (pod: Pod, news: News): boolean => {
  const constraints = spreadConstraintsOf(pod);
  switch (news.type) {
    case 'node added':
    case 'node removed':
      return hasAllKeys(news.node, constraints);
    case 'node updated': {
      const { before, node } = news;
      const counts = hasAllKeys(node, constraints);
      const moved = constraints.some(
        ({ topologyKey }) => before.metadata.labels?.[topologyKey] !== node.metadata.labels?.[topologyKey],
      );
      return (
        counts !== hasAllKeys(before, constraints) ||
        (counts && (moved || !deepEqual(before.spec.taints, node.spec.taints)))
      );
    }
    case 'pod placed':
    case 'pod gone':
      return isInvolved(pod, news.pod) && matchesAny(constraints, news.pod);
    case 'pod updated':
      if (!isInvolved(pod, news.pod)) return false;
      if (toleratesMore(pod, news) && constraints.some(({ honoursTaints }) => honoursTaints)) return true;
      return constraints.some(
        ({ matches }) => matches(news.before.metadata.labels) !== matches(news.pod.metadata.labels),
      );
    default:
      return false;
  }
};

/**
 * Pods that require to be spread evenly go only where they would not be too many more than elsewhere. What is merely
 * preferred is not looked at.
 * @see pkg/scheduler/framework/plugins/podtopologyspread/filtering.go Filter
 * @see pkg/scheduler/framework/plugins/podtopologyspread/plugin.go isSchedulableAfterPodChange, isSchedulableAfterNodeChange
 */
export const podTopologySpread: FilterPlugin = {
  name: 'PodTopologySpread',
  filter(pod, node, info, around) {
    const constraints = spreadConstraintsOf(pod);
    if (constraints.length === 0) return undefined;
    for (const [index, constraint] of constraints.entries()) {
      if (node.metadata.labels?.[constraint.topologyKey] === undefined)
        return unresolvable(`${UNEVEN} (missing required label)`);
      if (skewOn(pod, index, constraint, node, info, around) > constraint.maxSkew)
        return { reasons: [UNEVEN], preemptible: true };
    }
    return undefined;
  },
  mayHelp: help,
};
