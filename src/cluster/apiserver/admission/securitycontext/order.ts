import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import {
  ALL_VOLUMES,
  volumeTypes,
} from '../../../../kubernetes/kinds/securitycontextconstraints/volumeTypes';

/** What each thing that a constraint allows weighs: the heavier, the laxer. */
const POINTS = {
  privileged: 1_600_000,
  hostPorts: 800_000,
  hostNetwork: 400_000,
  hostVolumes: 200_000,
  volumes: 100_000,
  capabilities: 5000,
  addedCapability: 300,
  allCapabilities: 4000,
  allowedCapability: 10,
  dropsAll: -3000,
  droppedCapability: -50,
  mostForCapabilities: 9999,
} as const;

const STRATEGIES: Readonly<Record<string, number>> = {
  RunAsAny: 40_000,
  MustRunAsNonRoot: 30_000,
  MustRunAsRange: 20_000,
  MustRunAs: 10_000,
};

/** Volumes that give away nothing of the machine or the network. */
const TRIVIAL: ReadonlySet<string> = new Set([
  volumeTypes.secret,
  volumeTypes.configMap,
  volumeTypes.emptyDir,
  volumeTypes.downwardAPI,
  volumeTypes.projected,
  'none',
]);

const forVolumes = (volumes: readonly string[]): number => {
  if (volumes.includes(volumeTypes.hostPath) || volumes.includes(ALL_VOLUMES)) return POINTS.hostVolumes;
  return volumes.every((type) => TRIVIAL.has(type)) ? 0 : POINTS.volumes;
};

const forCapabilities = (constraints: SecurityContextConstraints): number => {
  const added = constraints.defaultAddCapabilities ?? [];
  const allowed = (constraints.allowedCapabilities ?? []).map((each) => each.toUpperCase());
  const dropped = (constraints.requiredDropCapabilities ?? []).map((each) => each.toUpperCase());
  const takesAll = allowed.includes('*') || allowed.includes('ALL');
  const points =
    POINTS.capabilities +
    added.length * POINTS.addedCapability +
    (takesAll ? POINTS.allCapabilities : allowed.length * POINTS.allowedCapability) +
    (dropped.includes('ALL') ? POINTS.dropsAll : dropped.length * POINTS.droppedCapability);
  return Math.min(Math.max(points, 0), POINTS.mostForCapabilities);
};

/** How lax a constraint is. */
const laxity = (constraints: SecurityContextConstraints): number =>
  (constraints.allowPrivilegedContainer ? POINTS.privileged : 0) +
  (constraints.allowHostNetwork ? POINTS.hostNetwork : 0) +
  (constraints.allowHostPorts ? POINTS.hostPorts : 0) +
  forVolumes(constraints.volumes ?? []) +
  forCapabilities(constraints) +
  (STRATEGIES[constraints.seLinuxContext?.type ?? ''] ?? 0) +
  (STRATEGIES[constraints.runAsUser?.type ?? ''] ?? 0);

/**
 * Constraints in the order in which a pod is held against them: the highest priority first, then the strictest, then
 * by name.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/util/sort ByPriority
 */
export const inOrder = (all: readonly SecurityContextConstraints[]): SecurityContextConstraints[] =>
  [...all].sort(
    (a, b) =>
      (b.priority ?? 0) - (a.priority ?? 0) ||
      laxity(a) - laxity(b) ||
      (a.metadata.name < b.metadata.name ? -1 : 1),
  );
