import type * as core from 'kubernetes-types/core/v1';
import type { Immutable } from '../../../object';
import type { Container as PlainContainer, PodSpec as PlainPodSpec } from '../pod';

/** Fields of Kubernetes 1.36 that the published type package does not have yet. */
export interface RestartRule {
  readonly action?: string;
  readonly exitCodes?: { readonly operator?: string; readonly values?: readonly number[] };
}

export interface FileKeyRef {
  readonly volumeName?: string;
  readonly path?: string;
  readonly key?: string;
  readonly optional?: boolean;
}

export type EnvVar = Immutable<core.EnvVar> & {
  readonly valueFrom?: Immutable<core.EnvVarSource> & { readonly fileKeyRef?: FileKeyRef };
};

export type Container = PlainContainer & { readonly restartPolicyRules?: readonly RestartRule[] };
export type EphemeralContainer = Immutable<core.EphemeralContainer>;
export type ResourceRequirements = Immutable<core.ResourceRequirements>;

export type PodSpec = PlainPodSpec & {
  readonly hostnameOverride?: string;
  readonly resources?: ResourceRequirements;
};

export type Volume = Immutable<core.Volume> & {
  readonly image?: { readonly reference?: string; readonly pullPolicy?: string };
};

export type Probe = Immutable<core.Probe>;
export type Lifecycle = Immutable<core.Lifecycle>;
export type SecurityContext = Immutable<core.SecurityContext>;
export type PodSecurityContext = Immutable<core.PodSecurityContext>;

/** What rules about containers ask of the pod around them. */
export interface PodContext {
  /** Names of the volumes that are in order, and what they are. */
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly claims: readonly string[];
  readonly gracePeriod: number | undefined;
  readonly restartPolicy: string | undefined;
  /** True unless the pod has a user namespace of its own. */
  readonly hostUsers: boolean;
}
