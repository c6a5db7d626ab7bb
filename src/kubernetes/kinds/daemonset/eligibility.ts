import type { WrittenSelector } from '../../fields/labels';
import { findUntolerated, type Taint, type Toleration } from '../../fields/taints';
import type { StringMap } from '../../object';
import { meetsAffinity, meetsSelector } from '../pod/affinity';
import type { PodSpec } from '../pod/pod';
import type { DaemonSet } from './daemonSet';
import { daemonTolerations } from './tolerations';

/** What of a node decides whether daemon pods belong there. */
interface NodeLike {
  readonly metadata: { readonly name: string; readonly labels?: StringMap };
  readonly spec: { readonly taints?: readonly Taint[] };
}

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

/** What keeps new pods of a daemon set away from a node, with the value that does. */
export type Objection =
  /** The template names another node. */
  | { readonly by: 'nodeName'; readonly nodeName: string }
  /** The project does not select the node. A pod that only stays because of NoSchedule stays in spite of it. */
  | { readonly by: 'project'; readonly selector: string }
  /** The node lacks labels that the template asks for. */
  | { readonly by: 'nodeSelector'; readonly selector: StringMap }
  /** The node does not meet the node affinity that the template requires. */
  | { readonly by: 'affinity' }
  /** A taint that daemon pods do not tolerate. If its effect is NoSchedule, a pod that is there may stay. */
  | { readonly by: 'taint'; readonly taint: Taint };

/** The parts of a set and its project that decide about nodes, prepared once for many nodes. */
export interface Placement {
  readonly template: PodSpec;
  readonly tolerations: readonly Toleration[];
  /** The project's node selector; undefined where the controller does not look at it. */
  readonly project: WrittenSelector | undefined;
}

export const placementOf = (set: DaemonSet, project: WrittenSelector | undefined): Placement => {
  const template = set.spec.template.spec as PodSpec;
  return { template, tolerations: daemonTolerations(template), project };
};

const namesAnother = ({ metadata }: NodeLike, { template }: Placement): boolean =>
  Boolean(template.nodeName) && template.nodeName !== metadata.name;

const isDeselected = ({ metadata }: NodeLike, { project }: Placement): boolean =>
  project !== undefined && !project.matches(metadata.labels);

const NO_EXECUTE = ['NoExecute'];
const NO_SCHEDULE = ['NoSchedule'];

/** The first taint that makes running pods leave. */
const evicting = (taints: readonly Taint[], { tolerations }: Placement): Taint | undefined =>
  findUntolerated(taints, tolerations, NO_EXECUTE);

/** The first taint that keeps new pods out. */
const repelling = (taints: readonly Taint[], { tolerations }: Placement): Taint | undefined =>
  findUntolerated(taints, tolerations, NO_SCHEDULE);

/**
 * Whether the set should run on the node, and whether a pod that is there may stay. The project is asked last, and only
 * about nodes that would get a pod.
 * @see k8s.io/kubernetes/pkg/controller/daemon NodeShouldRunDaemonPod
 * @see openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeShouldRunDaemonPod
 */
export const eligibility = (node: NodeLike, placement: Placement): Eligibility => {
  const { template } = placement;
  if (namesAnother(node, placement)) return NEITHER;
  if (!meetsSelector(node, template) || !meetsAffinity(node, template)) return NEITHER;
  const { taints } = node.spec;
  if (taints !== undefined && taints.length > 0) {
    if (evicting(taints, placement)) return NEITHER;
    if (repelling(taints, placement)) return ONLY_CONTINUE;
  }
  return isDeselected(node, placement) ? NEITHER : BOTH;
};

/**
 * Everything that speaks against new pods of the set on the node; nothing if it should run there.
 * For people: `eligibility` asks the same questions, and stops at the first that decides.
 */
export const objections = (node: NodeLike, placement: Placement): readonly Objection[] => {
  const { template, project } = placement;
  const found: Objection[] = [];
  if (namesAnother(node, placement)) found.push({ by: 'nodeName', nodeName: template.nodeName ?? '' });
  if (isDeselected(node, placement)) found.push({ by: 'project', selector: project?.text ?? '' });
  if (!meetsSelector(node, template))
    found.push({ by: 'nodeSelector', selector: (template.nodeSelector ?? {}) as StringMap });
  if (!meetsAffinity(node, template)) found.push({ by: 'affinity' });
  for (const taint of node.spec.taints ?? [])
    if (evicting([taint], placement) || repelling([taint], placement)) found.push({ by: 'taint', taint });
  return found;
};
