import { hasLabels } from '../../../kubernetes/fields/labels';
import type { Toleration } from '../../../kubernetes/fields/taints';
import { findUntolerated } from '../../../kubernetes/fields/taints';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { matchesNode } from '../../../kubernetes/kinds/pod/affinity';
import type { PodSpec } from '../../../kubernetes/kinds/pod/pod';
import type { StringMap } from '../../../kubernetes/object';
import { daemonTolerations } from './tolerations';

/** What a daemon set wants of a node. */
export interface Eligibility {
  /** A pod is created if there is none. */
  readonly shouldRun: boolean;
  /** A pod that is there may stay. */
  readonly shouldContinue: boolean;
}

const NEITHER: Eligibility = { shouldRun: false, shouldContinue: false };
const ONLY_CONTINUE: Eligibility = { shouldRun: false, shouldContinue: true };
const BOTH: Eligibility = { shouldRun: true, shouldContinue: true };

/** The parts of a set and its project that decide about nodes, prepared once for many nodes. */
export interface Placement {
  readonly template: PodSpec;
  readonly tolerations: readonly Toleration[];
  /** The project's node selector; undefined where the controller does not look at it. */
  readonly project: StringMap | undefined;
}

export const placementOf = (set: DaemonSet, project: StringMap | undefined): Placement => {
  const template = set.spec.template.spec as PodSpec;
  return { template, tolerations: daemonTolerations(template), project };
};

/**
 * Whether the set should run on the node, and whether a pod that is there may stay.
 * @see k8s.io/kubernetes/pkg/controller/daemon NodeShouldRunDaemonPod, with OpenShift's project node selector
 */
export const eligibility = (node: Node, { template, tolerations, project }: Placement): Eligibility => {
  if (template.nodeName && template.nodeName !== node.metadata.name) return NEITHER;
  if (project && !hasLabels(node.metadata.labels, project)) return NEITHER;
  if (!matchesNode(node, template)) return NEITHER;
  const taints = node.spec.taints;
  if (taints === undefined || taints.length === 0) return BOTH;
  if (findUntolerated(taints, tolerations, ['NoExecute'])) return NEITHER;
  return findUntolerated(taints, tolerations, ['NoSchedule']) ? ONLY_CONTINUE : BOTH;
};
