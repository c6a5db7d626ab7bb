import { isTerminating } from '../../../kubernetes/fields/meta';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { NodeInfo } from '../../capacity/nodeInfo';
import type { Neighbourhood } from './plugin';
import { hasAllKeys, type SpreadConstraint, spreadConstraintsOf } from './spreadConstraints';

/** How many pods that a constraint speaks of are in each place that counts. */
type Counts = Map<string, number>;

const valueOn = ({ metadata }: Node, { topologyKey }: SpreadConstraint): string =>
  metadata.labels?.[topologyKey] ?? '';

/** Pods on their way out are no longer counted. */
const countOn = (info: NodeInfo, pod: Pod, { matches, selectsAll }: SpreadConstraint): number => {
  if (selectsAll) return 0;
  let count = 0;
  for (const { pod: other } of info.tenants)
    if (
      other.metadata.namespace === pod.metadata.namespace &&
      !isTerminating(other) &&
      matches(other.metadata.labels)
    )
      count++;
  return count;
};

const countEverywhere = (pod: Pod, { places }: Neighbourhood): readonly Counts[] => {
  const constraints = spreadConstraintsOf(pod);
  const counts = constraints.map((): Counts => new Map());
  for (const info of places) {
    const { node } = info;
    if (!node || !hasAllKeys(node, constraints)) continue;
    for (const [index, constraint] of constraints.entries()) {
      if (!constraint.includes(node)) continue;
      const value = valueOn(node, constraint);
      counts[index]?.set(value, (counts[index]?.get(value) ?? 0) + countOn(info, pod, constraint));
    }
  }
  return counts;
};

/** The counts for the pod that is tried now: they are the same for all nodes. */
const memo = new WeakMap<Neighbourhood, { pod: Pod; attempt: number; counts: readonly Counts[] }>();

const countsFor = (pod: Pod, around: Neighbourhood): readonly Counts[] => {
  const known = memo.get(around);
  if (known?.pod === pod && known.attempt === around.attempt) return known.counts;
  const counts = countEverywhere(pod, around);
  memo.set(around, { pod, attempt: around.attempt, counts });
  return counts;
};

const leastOf = (counts: Counts, value: string, there: number): number => {
  let least = counts.has(value) ? there : Number.POSITIVE_INFINITY;
  for (const [each, count] of counts) if (each !== value) least = Math.min(least, count);
  return least;
};

/**
 * By how many pods the place of a node would be ahead of the emptiest, with the pod there. Where there are fewer places
 * than the constraint wants, the emptiest counts as empty.
 * @param index which of the pod's constraints
 * @param info the node as it is looked at now
 * @see pkg/scheduler/framework/plugins/podtopologyspread/filtering.go Filter, minMatchNum, updateWithPod
 */
export const skewOn = (
  pod: Pod,
  index: number,
  constraint: SpreadConstraint,
  node: Node,
  info: NodeInfo,
  around: Neighbourhood,
): number => {
  const counts = countsFor(pod, around)[index] ?? new Map<string, number>();
  const value = valueOn(node, constraint);
  let there = counts.get(value) ?? 0;
  const place = around.placeOf(node.metadata.name);
  if (place && place !== info && constraint.includes(node))
    there += countOn(info, pod, constraint) - countOn(place, pod, constraint);
  const least = counts.size < constraint.minDomains ? 0 : leastOf(counts, value, there);
  return there + (constraint.matches(pod.metadata.labels) ? 1 : 0) - least;
};
