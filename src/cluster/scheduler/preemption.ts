import { isTerminating } from '../../kubernetes/fields/meta';
import { fromTimestamp } from '../../kubernetes/fields/time';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { conditionOf } from '../../kubernetes/kinds/pod/state';
import { NodeInfo, type Tenant } from '../capacity/nodeInfo';
import { type Budget, spared } from './budgets';
import { obstacleOf } from './filters';
import type { Neighbourhood } from './plugins/plugin';

/** A node where a pod would fit if these others went. */
export interface Preemption {
  readonly node: string;
  /** The most important first. */
  readonly victims: readonly Pod[];
  /** How many of them a disruption budget would rather keep. */
  readonly violations: number;
}

/** A node that was tried in vain, and why others could not make room there. */
interface Vain {
  readonly reasons: readonly string[];
}

export const priorityOf = (pod: Pod): number => pod.spec.priority ?? 0;

/** When a pod was started (model time); one that has not been has run for no time at all. */
const startOf = ({ status }: Pod): number =>
  status.startTime ? fromTimestamp(String(status.startTime)) : Number.POSITIVE_INFINITY;

/**
 * More important first: higher priority, then longer running. Between those that have not been started there is nothing
 * to choose; here it is the older.
 * @see pkg/scheduler/util/utils.go MoreImportantPod
 */
const byImportance = ({ pod: a }: Tenant, { pod: b }: Tenant): number =>
  priorityOf(b) - priorityOf(a) ||
  Math.sign(startOf(a) - startOf(b)) ||
  fromTimestamp(a.metadata.creationTimestamp) - fromTimestamp(b.metadata.creationTimestamp);

/**
 * Who would have to go from a node: all pods of strictly lower priority leave in thought, and then come back as long as
 * the pod still fits, those first that a disruption budget would rather keep, and the most important first. What is
 * left is not the least that would do.
 * @see pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode
 */
const victimsOn = (
  pod: Pod,
  node: Node,
  info: NodeInfo,
  budgets: readonly Budget[],
  around: Neighbourhood,
): Preemption | Vain => {
  const trial = new NodeInfo();
  trial.node = node;
  const lower: Tenant[] = [];
  for (const other of info.tenants) {
    if (priorityOf(other.pod) < priorityOf(pod)) lower.push(other);
    else trial.add(other);
  }
  if (lower.length === 0) return { reasons: ['No preemption victims found for incoming pod'] };
  const obstacle = obstacleOf(pod, node, trial, around);
  if (obstacle) return obstacle;
  const victims: Tenant[] = [];
  const mustGo = (other: Tenant): boolean => {
    trial.add(other);
    if (!obstacleOf(pod, node, trial, around)) return false;
    trial.remove(other);
    victims.push(other);
    return true;
  };
  const [kept, others] = spared(lower.sort(byImportance), budgets);
  const violations = kept.filter(mustGo).length;
  others.forEach(mustGo);
  victims.sort(byImportance);
  return { node: node.metadata.name, victims: victims.map((each) => each.pod), violations };
};

const highest = ({ victims: [first] }: Preemption): number => (first ? priorityOf(first) : 0);

/** Priorities may be negative: moved above zero, each victim more makes a sum larger, whatever the priorities. */
const ABOVE_ZERO = 2 ** 31;
const total = ({ victims }: Preemption): number =>
  victims.reduce((sum, pod) => sum + priorityOf(pod) + ABOVE_ZERO, 0);

/** When the first of the most important victims started. */
const running = (preemption: Preemption): number =>
  Math.min(
    ...preemption.victims.filter((pod) => priorityOf(pod) === highest(preemption)).map((pod) => startOf(pod)),
  );

/**
 * Where it hurts least: the fewest against a disruption budget, the least important victims, the smallest sum of their
 * priorities, the fewest, those that have run for the shortest time.
 * @see pkg/scheduler/framework/preemption/preemption.go pickOneNodeForPreemption
 */
const byHarm = (a: Preemption, b: Preemption): number =>
  a.violations - b.violations ||
  highest(a) - highest(b) ||
  total(a) - total(b) ||
  a.victims.length - b.victims.length ||
  Math.sign(running(b) - running(a)) ||
  (a.node < b.node ? -1 : 1);

/** What came of looking for others to make room: the best place, or why there is none, node by node. */
export interface Search {
  readonly best: Preemption | undefined;
  readonly vain: readonly (readonly string[])[];
}

/**
 * Looks for a node where others could make room for a pod.
 * @param nodes those where that is not hopeless from the beginning
 * @param around the pods everywhere
 * @see pkg/scheduler/framework/preemption/preemption.go Preempt
 */
export const searchRoom = (
  pod: Pod,
  nodes: Iterable<readonly [Node, NodeInfo]>,
  budgets: readonly Budget[],
  around: Neighbourhood,
): Search => {
  const options: Preemption[] = [];
  const vain: (readonly string[])[] = [];
  for (const [node, info] of nodes) {
    const found = victimsOn(pod, node, info, budgets, around);
    if ('reasons' in found) vain.push(found.reasons);
    else if (found.victims.length > 0) options.push(found);
  }
  return { best: options.sort(byHarm)[0], vain };
};

/** What a pod is told that the scheduler asks to go. */
export const PREEMPTED = 'PreemptionByScheduler';

/** @see pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go podTerminatingByPreemption */
const makesWay = (pod: Pod): boolean => {
  const told = conditionOf(pod, 'DisruptionTarget');
  return isTerminating(pod) && told?.status === 'True' && told.reason === PREEMPTED;
};

/**
 * Pods that were asked to leave its nominated node for it, or for another, already make room: no more need to go
 * meanwhile.
 * @see pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go PodEligibleToPreemptOthers
 */
export const waitsForVictims = (pod: Pod, nominated: NodeInfo | undefined): boolean =>
  nominated?.tenants.some(({ pod: other }) => makesWay(other) && priorityOf(other) < priorityOf(pod)) ??
  false;
