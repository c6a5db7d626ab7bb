import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject, StringMap } from '../../object';

/** Fields of API 1.36 that the published types do not list. */
interface NewInPodSpec {
  readonly hostnameOverride?: string;
  readonly resources?: Immutable<core.ResourceRequirements>;
  readonly schedulingGroup?: unknown;
}

/** Fields of API 1.36 that the published types do not list. */
interface NewInPodStatus {
  readonly allocatedResources?: StringMap;
  readonly extendedResourceClaimStatus?: unknown;
  readonly nodeAllocatableResourceClaimStatuses?: unknown;
  readonly observedGeneration?: number;
  readonly resources?: Immutable<core.ResourceRequirements>;
}

export type PodSpec = Immutable<core.PodSpec> & NewInPodSpec;
export type PodStatus = Immutable<core.PodStatus> & NewInPodStatus;
export type PodTemplateSpec = Immutable<core.PodTemplateSpec>;
export type Container = Immutable<core.Container>;
export type Affinity = Immutable<core.Affinity>;
export type NodeSelector = Immutable<core.NodeSelector>;
export type NodeSelectorTerm = Immutable<core.NodeSelectorTerm>;
export type NodeSelectorRequirement = Immutable<core.NodeSelectorRequirement>;
export type PodCondition = Immutable<core.PodCondition>;

export interface Pod extends KubeObject {
  readonly spec: PodSpec;
  readonly status: PodStatus;
}
