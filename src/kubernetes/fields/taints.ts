import type * as core from 'kubernetes-types/core/v1';
import type { Immutable } from '../object';

/** Keeps pods off a node, unless they tolerate it. */
export type Taint = Immutable<core.Taint>;
export type Toleration = Immutable<core.Toleration>;

/**
 * Whether a toleration covers a taint. No key with Exists covers every taint, no effect covers every effect,
 * and the operator defaults to Equal. No other operator covers anything: Gt and Lt are behind a feature gate.
 * @see k8s.io/component-helpers corev1 ToleratesTaint
 */
export const tolerates = (toleration: Toleration, taint: Taint): boolean => {
  if (toleration.effect && toleration.effect !== taint.effect) return false;
  if (toleration.key && toleration.key !== taint.key) return false;
  switch (toleration.operator || 'Equal') {
    case 'Exists':
      return true;
    case 'Equal':
      return (toleration.value ?? '') === (taint.value ?? '');
    default:
      return false;
  }
};

/** The first taint with one of these effects that no toleration covers. */
export const findUntolerated = (
  taints: readonly Taint[] | undefined,
  tolerations: readonly Toleration[] | undefined,
  effects: readonly string[],
): Taint | undefined =>
  taints?.find(
    (taint) =>
      effects.includes(taint.effect) && !tolerations?.some((toleration) => tolerates(toleration, taint)),
  );

/** Taints are the same if key and effect are: a node holds at most one of each. */
export const sameTaint = (a: Taint, b: Taint): boolean => a.key === b.key && a.effect === b.effect;

/** Prefix of the taints that the control plane itself sets. */
export const NODE_TAINT_PREFIX = 'node.kubernetes.io/';

/** Taints the control plane sets and daemon pods meet. */
export const nodeTaints = {
  notReady: 'node.kubernetes.io/not-ready',
  unreachable: 'node.kubernetes.io/unreachable',
  unschedulable: 'node.kubernetes.io/unschedulable',
  memoryPressure: 'node.kubernetes.io/memory-pressure',
  diskPressure: 'node.kubernetes.io/disk-pressure',
  pidPressure: 'node.kubernetes.io/pid-pressure',
  networkUnavailable: 'node.kubernetes.io/network-unavailable',
} as const;

/** Somebody has looked, and says that the machine is off: only people put this taint on. */
export const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service';
