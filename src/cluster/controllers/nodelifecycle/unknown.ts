import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Node, NodeCondition } from '../../../kubernetes/kinds/node/node';

/** Turned Unknown when a node falls silent. The network is judged by the control plane. */
const REPORTED = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'];

/**
 * The conditions of a node that is silent. What its kubelet has never reported is unknown, too.
 * @param ms model time
 * @see k8s.io/kubernetes/pkg/controller/nodelifecycle tryUpdateNodeHealth
 */
export const unknownConditions = ({ metadata, status }: Node, ms: number): readonly NodeCondition[] => {
  const now = toTimestamp(ms);
  const conditions = status.conditions ?? [];
  const known = new Set(conditions.map(({ type }) => type));
  const never = REPORTED.filter((type) => !known.has(type)).map((type) => ({
    type,
    status: 'Unknown',
    lastHeartbeatTime: metadata.creationTimestamp,
    lastTransitionTime: now,
    reason: 'NodeStatusNeverUpdated',
    message: 'Kubelet never posted node status.',
  }));
  const stopped = conditions.map((condition) =>
    REPORTED.includes(condition.type) && condition.status !== 'Unknown'
      ? {
          ...condition,
          status: 'Unknown',
          reason: 'NodeStatusUnknown',
          message: 'Kubelet stopped posting node status.',
          lastTransitionTime: now,
        }
      : condition,
  );
  return [...stopped, ...never];
};
