import type * as apps from 'kubernetes-types/apps/v1';
import type * as core from 'kubernetes-types/core/v1';
import type * as rbac from 'kubernetes-types/rbac/v1';

/** A value nobody may change: API objects are shared between components, so updates make new ones. */
export type Immutable<T> = T extends (infer E)[]
  ? readonly Immutable<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;

/** Labels, annotations, selectors: string to string. */
export type StringMap = Readonly<Record<string, string>>;

export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** Metadata of a stored object. Times are RFC 3339 in whole seconds, as the API server writes them. */
export interface ObjectMeta {
  readonly name: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation?: number;
  readonly creationTimestamp: string;
  readonly deletionTimestamp?: string;
  readonly deletionGracePeriodSeconds?: number;
  readonly labels?: StringMap;
  readonly annotations?: StringMap;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly finalizers?: readonly string[];
}

/** Any object as the API server stores and returns it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

/** An object as somebody sends it: metadata still to be completed, everything else unchecked. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: Partial<ObjectMeta>;
  readonly [field: string]: unknown;
}

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
export type Taint = Immutable<core.Taint>;
export type Toleration = Immutable<core.Toleration>;
export type LabelSelector = NonNullable<Immutable<apps.DaemonSetSpec>['selector']>;
export type PodCondition = Immutable<core.PodCondition>;
export type NodeCondition = Immutable<core.NodeCondition>;
export type DaemonSetSpec = Immutable<apps.DaemonSetSpec>;
export type DaemonSetStatus = Immutable<apps.DaemonSetStatus>;
export type PolicyRule = Immutable<rbac.PolicyRule>;

export interface Pod extends KubeObject {
  readonly spec: PodSpec;
  readonly status: PodStatus;
}

export interface Node extends KubeObject {
  readonly spec: Immutable<core.NodeSpec>;
  readonly status: Immutable<core.NodeStatus>;
}

export interface DaemonSet extends KubeObject {
  readonly spec: DaemonSetSpec;
  readonly status: DaemonSetStatus;
}

export interface ControllerRevision extends KubeObject {
  readonly data: unknown;
  readonly revision: number;
}

export interface Namespace extends KubeObject {
  readonly spec?: Immutable<core.NamespaceSpec>;
  readonly status?: Immutable<core.NamespaceStatus>;
}

export interface Event extends KubeObject {
  readonly involvedObject: Immutable<core.ObjectReference>;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly source: { readonly component?: string; readonly host?: string };
  readonly count: number;
  readonly firstTimestamp: string;
  readonly lastTimestamp: string;
}

export interface ResourceQuota extends KubeObject {
  readonly spec: Immutable<core.ResourceQuotaSpec>;
  readonly status: Immutable<core.ResourceQuotaStatus>;
}

export interface PriorityClass extends KubeObject {
  readonly value: number;
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: string;
}

export interface Lease extends KubeObject {
  readonly spec: {
    readonly holderIdentity?: string;
    readonly leaseDurationSeconds?: number;
    readonly renewTime?: string;
    readonly leaseTransitions?: number;
  };
}

export interface RoleObject extends KubeObject {
  readonly rules?: readonly PolicyRule[];
}

export interface RoleBindingObject extends KubeObject {
  readonly roleRef: Immutable<rbac.RoleRef>;
  readonly subjects?: readonly Immutable<rbac.Subject>[];
}
