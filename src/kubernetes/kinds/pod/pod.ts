import type * as core from 'kubernetes-types/core/v1';
import type { Amended, Immutable, KubeObject, StringMap } from '../../object';

/*
 * The types of API 1.36. What the published types do not have yet, or say otherwise than the API, stands here and
 * nowhere else.
 */

/** A variable in a file of a volume. */
export interface FileKeyRef {
  readonly volumeName?: string;
  readonly path?: string;
  readonly key?: string;
  readonly optional?: boolean;
}

/** Where the value of an environment variable comes from. */
export type EnvVarSource = Immutable<core.EnvVarSource> & { readonly fileKeyRef?: FileKeyRef };
/** An environment variable. */
export type EnvVar = Amended<Immutable<core.EnvVar>, { readonly valueFrom?: EnvVarSource }>;

/** What is done when a container ends with certain exit codes. */
export interface RestartRule {
  readonly action?: string;
  readonly exitCodes?: { readonly operator?: string; readonly values?: readonly number[] };
}

/** One container of a pod. */
export type Container = Amended<
  Immutable<core.Container>,
  { readonly env?: readonly EnvVar[]; readonly restartPolicyRules?: readonly RestartRule[] }
>;
export type EphemeralContainer = Immutable<core.EphemeralContainer>;
export type ContainerPort = NonNullable<Container['ports']>[number];
/** What is asked for, and what may be used at most: quantities by resource. */
export type ResourceRequirements = Immutable<core.ResourceRequirements>;
export type Probe = Immutable<core.Probe>;
export type Lifecycle = Immutable<core.Lifecycle>;
export type SecurityContext = Immutable<core.SecurityContext>;
/** What holds for all containers of a pod, unless they say otherwise. */
export type PodSecurityContext = Immutable<core.PodSecurityContext> & {
  readonly seLinuxChangePolicy?: string;
  readonly supplementalGroupsPolicy?: string;
};

/** The published type puts the names a level deeper, as API 1.30 did. */
export interface PodResourceClaim {
  readonly name: string;
  readonly resourceClaimName?: string;
  readonly resourceClaimTemplateName?: string;
}

/** A source of files for the containers of a pod. */
export type Volume = Immutable<core.Volume> & {
  readonly image?: { readonly reference?: string; readonly pullPolicy?: string };
};

/** What a pod runs, and where it may. */
export type PodSpec = Amended<
  Immutable<core.PodSpec>,
  {
    readonly containers: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly volumes?: readonly Volume[];
    readonly hostnameOverride?: string;
    readonly resourceClaims?: readonly PodResourceClaim[];
    readonly resources?: ResourceRequirements;
    readonly schedulingGroup?: unknown;
    readonly securityContext?: PodSecurityContext;
  }
>;

/** What pods are made from. */
export type PodTemplateSpec = Amended<Immutable<core.PodTemplateSpec>, { readonly spec?: PodSpec }>;

/** Times that were never set are null: the API prints them. */
export type PodCondition = Amended<
  Immutable<core.PodCondition>,
  { readonly lastProbeTime?: string | null; readonly observedGeneration?: number }
>;

export type ContainerStatus = Immutable<core.ContainerStatus>;

/** How it stands with a pod, as its kubelet and the scheduler see it. */
export type PodStatus = Amended<
  Immutable<core.PodStatus>,
  {
    readonly conditions?: readonly PodCondition[];
    readonly allocatedResources?: StringMap;
    readonly extendedResourceClaimStatus?: unknown;
    readonly nodeAllocatableResourceClaimStatuses?: unknown;
    readonly observedGeneration?: number;
    readonly resources?: ResourceRequirements;
  }
>;

export type Affinity = Immutable<core.Affinity>;
export type NodeSelector = Immutable<core.NodeSelector>;
export type NodeSelectorTerm = Immutable<core.NodeSelectorTerm>;
export type NodeSelectorRequirement = Immutable<core.NodeSelectorRequirement>;

/** Containers that run together, on one node. */
export interface Pod extends KubeObject {
  readonly spec: PodSpec;
  readonly status: PodStatus;
}
