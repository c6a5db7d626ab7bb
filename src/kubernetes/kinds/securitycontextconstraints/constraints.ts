import type { KubeObject } from '../../object';

/** The API group of OpenShift's security. */
export const SECURITY_GROUP = 'security.openshift.io';

/** Where a namespace says which users, groups and SELinux level its pods get. */
export const namespaceRanges = {
  users: 'openshift.io/sa.scc.uid-range',
  groups: 'openshift.io/sa.scc.supplemental-groups',
  level: 'openshift.io/sa.scc.mcs',
} as const;

/** A range of users or groups, both ends included. */
export interface IdRange {
  readonly min?: number;
  readonly max?: number;
}

/** What decides about the groups of a pod: `MustRunAs` or `RunAsAny`. */
export interface GroupStrategy {
  readonly type?: string;
  readonly ranges?: readonly IdRange[];
}

/** What decides about the user: `MustRunAs`, `MustRunAsRange`, `MustRunAsNonRoot` or `RunAsAny`. */
export interface UserStrategy {
  readonly type?: string;
  readonly uid?: number;
  readonly uidRangeMin?: number;
  readonly uidRangeMax?: number;
}

/** The label of SELinux that processes run under. */
export interface SELinuxOptions {
  readonly user?: string;
  readonly role?: string;
  readonly type?: string;
  readonly level?: string;
}

/** What decides about SELinux: `MustRunAs` or `RunAsAny`. */
export interface SELinuxStrategy {
  readonly type?: string;
  readonly seLinuxOptions?: SELinuxOptions;
}

/** A list that a constraint may leave open. */
type Names = readonly string[] | null;

/**
 * What pods may ask for, and what is written into them, of those who may use the constraint.
 * @see github.com/openshift/api/security/v1 SecurityContextConstraints
 */
export interface SecurityContextConstraints extends KubeObject {
  readonly priority?: number | null;
  readonly users?: Names;
  readonly groups?: Names;
  readonly allowPrivilegedContainer?: boolean;
  readonly allowPrivilegeEscalation?: boolean | null;
  readonly defaultAllowPrivilegeEscalation?: boolean | null;
  readonly defaultAddCapabilities?: Names;
  readonly requiredDropCapabilities?: Names;
  readonly allowedCapabilities?: Names;
  readonly allowHostDirVolumePlugin?: boolean;
  readonly volumes?: Names;
  readonly allowedFlexVolumes?: readonly { readonly driver?: string }[] | null;
  readonly allowHostNetwork?: boolean;
  readonly allowHostPorts?: boolean;
  readonly allowHostPID?: boolean;
  readonly allowHostIPC?: boolean;
  readonly userNamespaceLevel?: string;
  readonly seLinuxContext?: SELinuxStrategy | null;
  readonly runAsUser?: UserStrategy | null;
  readonly supplementalGroups?: GroupStrategy | null;
  readonly fsGroup?: GroupStrategy | null;
  readonly readOnlyRootFilesystem?: boolean;
  readonly seccompProfiles?: Names;
  readonly allowedUnsafeSysctls?: Names;
  readonly forbiddenSysctls?: Names;
}
