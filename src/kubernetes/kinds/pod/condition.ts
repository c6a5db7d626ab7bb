import type { PodCondition } from './pod';

/** What a condition says beside its type. */
interface Finding {
  readonly status: 'True' | 'False';
  /** When it turned so: RFC 3339. */
  readonly since: string;
  readonly reason?: string;
  readonly message?: string;
}

/** A condition of a pod, as components write it: never probed, and without a word if it gives no reason. */
export const podCondition = (type: string, { status, since, reason, message }: Finding): PodCondition => ({
  type,
  status,
  lastProbeTime: null,
  lastTransitionTime: since,
  ...(reason ? { reason, message } : {}),
  // The published types do not know that a time may be null.
});

/** The conditions with this one instead of the last of its type, at the end. */
export const withCondition = (
  conditions: readonly PodCondition[] | undefined,
  condition: PodCondition,
): readonly PodCondition[] => [
  ...(conditions?.filter(({ type }) => type !== condition.type) ?? []),
  condition,
];
