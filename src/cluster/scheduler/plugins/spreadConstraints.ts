import { compileLabelSelector, hasLabels, type LabelMatcher } from '../../../kubernetes/fields/labels';
import { findUntolerated } from '../../../kubernetes/fields/taints';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { matchesNode } from '../../../kubernetes/kinds/pod/affinity';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { StringMap } from '../../../kubernetes/object';

type Written = NonNullable<Pod['spec']['topologySpreadConstraints']>[number];

/** How evenly a pod requires pods like it to be spread, over the values of a label of nodes. */
export interface SpreadConstraint {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly minDomains: number;
  readonly matches: LabelMatcher;
  /** The selector asks for nothing at all. Then nobody is counted but the pod itself. */
  readonly selectsAll: boolean;
  readonly honoursTaints: boolean;
  /** The node counts: the pod could go there, as far as the constraint asks. */
  includes(node: Node): boolean;
}

const DRIVING_AWAY = ['NoSchedule', 'NoExecute'];

const compile = (written: Written, { metadata, spec }: Pod): SpreadConstraint => {
  const { labelSelector, matchLabelKeys = [], topologyKey, maxSkew, minDomains = 1 } = written;
  const own = metadata.labels ?? {};
  const alike: StringMap = Object.fromEntries(
    matchLabelKeys.flatMap((key) => (own[key] === undefined ? [] : [[key, own[key]]])),
  );
  const selected = compileLabelSelector(labelSelector);
  const { matchLabels = {}, matchExpressions = [] } = labelSelector ?? {};
  const asked = Object.keys(matchLabels).length + matchExpressions.length + Object.keys(alike).length;
  const honoursAffinity = (written.nodeAffinityPolicy ?? 'Honor') === 'Honor';
  const honoursTaints = (written.nodeTaintsPolicy ?? 'Ignore') === 'Honor';
  return {
    topologyKey,
    maxSkew,
    minDomains,
    matches: (labels) => selected(labels) && hasLabels(labels, alike),
    selectsAll: labelSelector !== undefined && asked === 0,
    honoursTaints,
    includes: (node) =>
      !(honoursAffinity && !matchesNode(node, spec)) &&
      !(honoursTaints && findUntolerated(node.spec.taints, spec.tolerations, DRIVING_AWAY)),
  };
};

const NONE: readonly SpreadConstraint[] = [];
const memo = new WeakMap<Pod, readonly SpreadConstraint[]>();

/**
 * What a pod requires of how pods are spread; what it merely prefers is not among it.
 * @see pkg/scheduler/framework/plugins/podtopologyspread/common.go filterTopologySpreadConstraints, matchNodeInclusionPolicies
 */
export const spreadConstraintsOf = (pod: Pod): readonly SpreadConstraint[] => {
  const { topologySpreadConstraints } = pod.spec;
  if (!topologySpreadConstraints) return NONE;
  const known = memo.get(pod);
  if (known) return known;
  const constraints = topologySpreadConstraints
    .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule')
    .map((written) => compile(written, pod));
  memo.set(pod, constraints);
  return constraints;
};

/** The node has a label for each of the constraints: otherwise it counts for none of them. */
export const hasAllKeys = ({ metadata }: Node, constraints: readonly SpreadConstraint[]): boolean =>
  constraints.every(({ topologyKey }) => metadata.labels?.[topologyKey] !== undefined);
