import { nodeTaints, type Toleration } from '../../fields/taints';
import type { PodSpec } from '../pod/pod';

const always = (key: string, effect: 'NoExecute' | 'NoSchedule'): Toleration => ({
  key,
  operator: 'Exists',
  effect,
});

const AUTOMATIC: readonly Toleration[] = [
  always(nodeTaints.notReady, 'NoExecute'),
  always(nodeTaints.unreachable, 'NoExecute'),
  always(nodeTaints.diskPressure, 'NoSchedule'),
  always(nodeTaints.memoryPressure, 'NoSchedule'),
  always(nodeTaints.pidPressure, 'NoSchedule'),
  always(nodeTaints.unschedulable, 'NoSchedule'),
];

const FOR_HOST_NETWORK = always(nodeTaints.networkUnavailable, 'NoSchedule');

const same = (a: Toleration, b: Toleration): boolean =>
  a.key === b.key &&
  a.effect === b.effect &&
  (a.operator || 'Equal') === (b.operator || 'Equal') &&
  (a.value ?? '') === (b.value ?? '');

/**
 * The template's tolerations and those every daemon pod gets: it outlives nodes that are not ready or unreachable,
 * and starts on nodes under pressure and on cordoned ones; with hostNetwork also where the network is missing.
 * @see k8s.io/kubernetes/pkg/controller/daemon/util AddOrUpdateDaemonPodTolerations
 */
export const daemonTolerations = (template: PodSpec): readonly Toleration[] => {
  const own = template.tolerations ?? [];
  const automatic = template.hostNetwork ? [...AUTOMATIC, FOR_HOST_NETWORK] : AUTOMATIC;
  const replaced = own.map((toleration) => automatic.find((each) => same(each, toleration)) ?? toleration);
  return [...replaced, ...automatic.filter((each) => !own.some((toleration) => same(each, toleration)))];
};
