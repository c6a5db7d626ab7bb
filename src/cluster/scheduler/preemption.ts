import { isTerminating } from '../../kubernetes/fields/meta';
import { fromTimestamp } from '../../kubernetes/fields/time';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { NodeInfo, type Tenant } from '../capacity/nodeInfo';
import { obstacleOf } from './filters';

/** A node where a pod would fit if these others went. */
export interface Preemption {
  readonly node: string;
  readonly victims: readonly Pod[];
}

export const priorityOf = (pod: Pod): number => pod.spec.priority ?? 0;

/** More important first: higher priority, then longer running. */
const byImportance = (a: Pod, b: Pod): number =>
  priorityOf(b) - priorityOf(a) ||
  fromTimestamp(a.metadata.creationTimestamp) - fromTimestamp(b.metadata.creationTimestamp);

/**
 * The fewest pods of strictly lower priority that would have to go: all of them leave in thought, then the most
 * important come back as long as the pod still fits.
 */
const victimsOn = (pod: Pod, info: NodeInfo): Pod[] | undefined => {
  const trial = new NodeInfo();
  trial.node = info.node;
  const lower: Tenant[] = [];
  for (const other of info.tenants) {
    if (priorityOf(other.pod) < priorityOf(pod)) lower.push(other);
    else trial.add(other);
  }
  if (lower.length === 0 || obstacleOf(pod, trial)) return undefined;
  const victims: Pod[] = [];
  for (const other of lower.sort((a, b) => byImportance(a.pod, b.pod))) {
    trial.add(other);
    if (obstacleOf(pod, trial)) {
      trial.remove(other);
      victims.push(other.pod);
    }
  }
  return victims;
};

const highest = (victims: readonly Pod[]): number => Math.max(...victims.map(priorityOf));

/** Priorities may be negative: moved above zero, each victim more makes a sum larger, whatever the priorities. */
const ABOVE_ZERO = 2 ** 31;
const total = (victims: readonly Pod[]): number =>
  victims.reduce((sum, pod) => sum + priorityOf(pod) + ABOVE_ZERO, 0);

/** When the first of the most important victims started. */
const running = (victims: readonly Pod[]): number =>
  Math.min(
    ...victims
      .filter((pod) => priorityOf(pod) === highest(victims))
      .map((pod) => fromTimestamp(String(pod.status.startTime ?? pod.metadata.creationTimestamp))),
  );

/**
 * Where preemption hurts least: the least important victims, the fewest, those that have run for the shortest time.
 * @see k8s.io/kubernetes/pkg/scheduler/framework/preemption
 */
export const choosePreemption = (pod: Pod, candidates: Iterable<NodeInfo>): Preemption | undefined => {
  const options: Preemption[] = [];
  for (const info of candidates) {
    const victims = victimsOn(pod, info);
    if (victims && info.node) options.push({ node: info.node.metadata.name, victims });
  }
  return options.sort(
    (a, b) =>
      highest(a.victims) - highest(b.victims) ||
      total(a.victims) - total(b.victims) ||
      running(b.victims) - running(a.victims) ||
      (a.node < b.node ? -1 : 1),
  )[0];
};

/** Pods that are leaving its nominated node already make room: no more need to go meanwhile. */
export const waitsForVictims = (pod: Pod, nominated: NodeInfo | undefined): boolean =>
  nominated?.tenants.some(({ pod: other }) => isTerminating(other) && priorityOf(other) < priorityOf(pod)) ??
  false;
