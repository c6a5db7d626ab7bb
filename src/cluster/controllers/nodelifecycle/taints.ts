import { nodeTaints, sameTaint, type Taint } from '../../../kubernetes/fields/taints';
import { toTimestamp } from '../../../kubernetes/fields/time';
import { nodeCondition } from '../../../kubernetes/kinds/node/condition';
import type { Node } from '../../../kubernetes/kinds/node/node';

/** Which taint a condition puts on its node, by the condition's status. */
const CONDITION_TAINTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Ready: { False: nodeTaints.notReady, Unknown: nodeTaints.unreachable },
  MemoryPressure: { True: nodeTaints.memoryPressure },
  DiskPressure: { True: nodeTaints.diskPressure },
  PIDPressure: { True: nodeTaints.pidPressure },
  NetworkUnavailable: { True: nodeTaints.networkUnavailable },
};

const NO_SCHEDULE_KEYS = new Set<string>([
  ...Object.values(CONDITION_TAINTS).flatMap((byStatus) => Object.values(byStatus)),
  nodeTaints.unschedulable,
]);
const NO_EXECUTE_KEYS = new Set<string>([nodeTaints.notReady, nodeTaints.unreachable]);

const isManaged = ({ key, effect }: Taint): boolean =>
  (effect === 'NoSchedule' && NO_SCHEDULE_KEYS.has(key)) ||
  (effect === 'NoExecute' && NO_EXECUTE_KEYS.has(key));

/**
 * The taints that keep new pods off a node: for what is wrong with it, and for cordon. A node that has never reported
 * anything has nothing wrong with it.
 * @see k8s.io/kubernetes/pkg/controller/nodelifecycle doNoScheduleTaintingPass
 */
export const repellingTaints = (node: Node): Taint[] => {
  const taints: Taint[] = [];
  for (const condition of node.status.conditions ?? []) {
    const key = CONDITION_TAINTS[condition.type]?.[condition.status];
    if (key) taints.push({ key, effect: 'NoSchedule' });
  }
  if (node.spec.unschedulable) taints.push({ key: nodeTaints.unschedulable, effect: 'NoSchedule' });
  return taints;
};

/** The taint that drives pods off a node that is not ready, or out of reach. */
export const evictingTaint = (node: Node): Taint | undefined => {
  const key = CONDITION_TAINTS.Ready?.[nodeCondition(node, 'Ready')?.status ?? ''];
  return key ? { key, effect: 'NoExecute' } : undefined;
};

/** The node has a taint that drives pods off it because it is not ready. */
export const isGivenUp = ({ spec }: Node): boolean =>
  spec.taints?.some((taint) => taint.effect === 'NoExecute' && isManaged(taint)) ?? false;

/**
 * The node with these of the taints that the control plane manages and no others of them. What users have put on it
 * stays.
 * @param ms model time, which new taints are stamped with
 * @returns undefined if nothing changes
 */
export const withManagedTaints = (node: Node, wanted: readonly Taint[], ms: number): Node | undefined => {
  const { taints = [], ...spec } = node.spec;
  const missing = wanted.filter((taint) => !taints.some((each) => sameTaint(each, taint)));
  const kept = taints.filter((taint) => !isManaged(taint) || wanted.some((each) => sameTaint(each, taint)));
  if (missing.length === 0 && kept.length === taints.length) return undefined;
  const stamped = missing.map((taint) => ({ ...taint, timeAdded: toTimestamp(ms) }));
  const next = [...kept, ...stamped];
  return { ...node, spec: next.length > 0 ? { ...spec, taints: next } : spec };
};
