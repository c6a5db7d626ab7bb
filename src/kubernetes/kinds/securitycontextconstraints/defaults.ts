import type { GroupStrategy, SecurityContextConstraints } from './constraints';
import { ALL_VOLUMES, NO_VOLUMES, volumeTypes } from './volumeTypes';

const HOST_PATH = volumeTypes.hostPath;

/** The types of volumes in order. What the constraint says of host paths goes before what its list says. */
const volumesOf = ({ volumes, allowHostDirVolumePlugin = false }: SecurityContextConstraints): string[] => {
  const listed = volumes?.length ? volumes : [];
  const allowed = new Set<string>(listed);
  if (!volumes) allowed.add(ALL_VOLUMES);
  else if (listed.length === 0) allowed.add(allowHostDirVolumePlugin ? HOST_PATH : NO_VOLUMES);
  if (allowHostDirVolumePlugin) {
    if (!allowed.has(ALL_VOLUMES)) allowed.add(HOST_PATH);
    return [...allowed].sort();
  }
  allowed.delete(HOST_PATH);
  if (allowed.delete(ALL_VOLUMES)) {
    for (const type of Object.values(volumeTypes)) if (type !== HOST_PATH) allowed.add(type);
  }
  return [...allowed].sort();
};

const anyGroup = (strategy: GroupStrategy | null | undefined): GroupStrategy => ({
  ...strategy,
  type: strategy?.type || 'RunAsAny',
});

/**
 * Fills in what a constraint leaves open: any group, no user or group that may use it, all volumes but host paths, and
 * escalation. Fields that the type always writes are there afterwards, null where they say nothing.
 * @see github.com/openshift/kubernetes openshift-kube-apiserver/admission/customresourcevalidation/securitycontextconstraints SetDefaults_SCC
 */
export const defaultConstraints = (constraints: SecurityContextConstraints): SecurityContextConstraints => ({
  ...constraints,
  priority: constraints.priority ?? null,
  allowPrivilegedContainer: constraints.allowPrivilegedContainer ?? false,
  allowHostDirVolumePlugin: constraints.allowHostDirVolumePlugin ?? false,
  allowHostNetwork: constraints.allowHostNetwork ?? false,
  allowHostPorts: constraints.allowHostPorts ?? false,
  allowHostPID: constraints.allowHostPID ?? false,
  allowHostIPC: constraints.allowHostIPC ?? false,
  allowPrivilegeEscalation: constraints.allowPrivilegeEscalation ?? true,
  readOnlyRootFilesystem: constraints.readOnlyRootFilesystem ?? false,
  defaultAddCapabilities: constraints.defaultAddCapabilities ?? null,
  requiredDropCapabilities: constraints.requiredDropCapabilities ?? null,
  allowedCapabilities: constraints.allowedCapabilities ?? null,
  runAsUser: constraints.runAsUser ?? {},
  seLinuxContext: constraints.seLinuxContext ?? {},
  fsGroup: anyGroup(constraints.fsGroup),
  supplementalGroups: anyGroup(constraints.supplementalGroups),
  users: constraints.users ?? [],
  groups: constraints.groups ?? [],
  volumes: volumesOf(constraints),
});
