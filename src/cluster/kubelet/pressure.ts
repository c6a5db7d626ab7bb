import { nodeTaints, tolerates } from '../../kubernetes/fields/taints';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { qualityOfService } from '../../kubernetes/kinds/pod/qos';
import { SYSTEM_PRIORITIES } from '../../kubernetes/kinds/priorityclass/system';
import type { Pressure } from '../../port/world';
import type { Refusal } from './admit';

/** The condition that tells of it. */
export const CONDITIONS = { memory: 'MemoryPressure', disk: 'DiskPressure', PID: 'PIDPressure' } as const;

/** What is to be won back by an eviction. */
export const RESOURCES = { memory: 'memory', disk: 'ephemeral-storage', PID: 'pids' } as const;

const ALL: readonly Pressure[] = ['memory', 'disk', 'PID'];

const CRITICAL = SYSTEM_PRIORITIES['system-cluster-critical'] ?? 0;

/**
 * Of a priority like the system's, or higher: it is refused by no pressure, and never evicted.
 * @see pkg/kubelet/types/pod_update.go IsCriticalPod
 */
export const isCritical = ({ spec }: Pod): boolean => (spec.priority ?? 0) >= CRITICAL;

const MEMORY_TAINT = { key: nodeTaints.memoryPressure, effect: 'NoSchedule' };

/**
 * Why a node under pressure lets a pod not in. Where only memory is short, pods that ask for some resource are let in, and
 * of the others those that tolerate the taint, as daemon pods do.
 * @see pkg/kubelet/eviction/eviction_manager.go Admit
 */
export const refusalUnder = (pressures: ReadonlySet<Pressure>, pod: Pod): Refusal | undefined => {
  if (pressures.size === 0 || isCritical(pod)) return undefined;
  if (pressures.size === 1 && pressures.has('memory')) {
    if (qualityOfService(pod.spec) !== 'BestEffort') return undefined;
    if (pod.spec.tolerations?.some((each) => tolerates(each, MEMORY_TAINT))) return undefined;
  }
  const conditions = ALL.filter((each) => pressures.has(each)).map((each) => CONDITIONS[each]);
  return { reason: 'Evicted', message: `The node had condition: [${conditions.join(' ')}]. ` };
};

const asksFor = ({ spec }: Pod, what: Pressure): boolean =>
  spec.containers.some(({ resources }) => resources?.requests?.[RESOURCES[what]] !== undefined);

/**
 * In the order in which they are evicted: who uses more than was asked for comes first, then who matters less, then who came
 * last. Only of a pod that asks for nothing it is known that it uses more.
 * @see pkg/kubelet/eviction/helpers.go rankMemoryPressure, rankDiskPressureFunc, rankPIDPressure
 */
export const rankForEviction = <T extends { readonly pod: Pod; readonly startedAt: number }>(
  all: readonly T[],
  what: Pressure,
): readonly T[] =>
  [...all].sort(
    (a, b) =>
      (what === 'PID' ? 0 : Number(asksFor(a.pod, what)) - Number(asksFor(b.pod, what))) ||
      (a.pod.spec.priority ?? 0) - (b.pod.spec.priority ?? 0) ||
      b.startedAt - a.startedAt,
  );
