import { controllerOf, isTerminating } from '../../kubernetes/fields/meta';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../kubernetes/kinds/pod/state';
import {
  available,
  isLive,
  isReady,
  leaves,
  nameOf,
  podsByNode,
  type State,
  surges,
  wants,
} from './state.testkit';

/** Everything that is not as it must be once a cluster is at rest, in words. */
export const violations = (state: State): string[] => [
  ...state.sets
    .filter((set) => !isTerminating(set))
    .flatMap((set) => [...misplaced(set, state), ...misreported(set, state)]),
  ...abandoned(state),
];

/** Exactly one pod on every node that the set wants, none elsewhere but where a taint lets a pod stay. */
const misplaced = (set: DaemonSet, { nodes, pods, now }: State): string[] => {
  const found = podsByNode(set, pods);
  const wrong = nodes.flatMap((node) => {
    const live = (found.get(nameOf(node)) ?? []).filter(isLive);
    const ended = (found.get(nameOf(node)) ?? []).filter((pod) => isTerminal(pod) && !isTerminating(pod));
    const allowed = allowedOn(node, set, live, now);
    return [
      ...(allowed.includes(live.length)
        ? []
        : [`${nameOf(set)} has ${live.length} pods on ${nameOf(node)}, not ${allowed.join(' or ')}`]),
      ...(ended.length === 0 || !leaves(set, node)
        ? []
        : [`${nameOf(set)} has a pod on ${nameOf(node)} that has ended`]),
    ];
  });
  const names = nodes.map(nameOf);
  const nowhere = [...found.keys()].filter((node) => !names.includes(node));
  return [...wrong, ...nowhere.map((node) => `${nameOf(set)} has a pod on ${node}, which is not there`)];
};

/** How many live pods of a set may be on a node. A surge that is stuck leaves an old pod and a new one. */
const allowedOn = (node: Node, set: DaemonSet, live: readonly Pod[], now: number): number[] => {
  if (!leaves(set, node)) return [0];
  const pair = surges(set) && live.filter((pod) => available(set, pod, now)).length === 1 ? [2] : [];
  return wants(set, node) ? [1, ...pair] : [0, 1, ...pair];
};

/** Pods that a set has left behind without letting them go. */
const abandoned = ({ sets, pods, nodes }: State): string[] => {
  const owners = sets.map(({ metadata }) => metadata.uid);
  return pods
    .filter((pod) => {
      const owner = controllerOf(pod);
      return owner && !owners.includes(owner.uid) && isLive(pod);
    })
    .map((pod) => `${nameOf(pod)} is owned by a set that is gone`)
    .concat(
      pods
        .filter((pod) => pod.spec.nodeName && !nodes.some((node) => nameOf(node) === pod.spec.nodeName))
        .map((pod) => `${nameOf(pod)} is bound to ${pod.spec.nodeName}, which is not there`),
    );
};

/** The older of two pods stands for a node: bound before unbound, then by age, then by name. */
const oldest = (pods: readonly Pod[]): Pod | undefined =>
  [...pods].sort(
    (a, b) =>
      Number(!a.spec.nodeName) - Number(!b.spec.nodeName) ||
      a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp) ||
      (nameOf(a) < nameOf(b) ? -1 : 1),
  )[0];

/** The counters of a set against what is there. */
const misreported = (set: DaemonSet, { nodes, pods, now }: State): string[] => {
  const found = podsByNode(set, pods);
  const standing = (node: Node): Pod | undefined =>
    oldest((found.get(nameOf(node)) ?? []).filter((pod) => !isTerminal(pod) || !isTerminating(pod)));
  const wanted = nodes.filter((node) => wants(set, node));
  const seen = wanted.flatMap((node) => standing(node) ?? []);
  const counted = {
    desired: wanted.length,
    current: seen.length,
    ready: seen.filter(isReady).length,
    available: seen.filter((pod) => available(set, pod, now)).length,
    misscheduled: nodes.filter((node) => !wants(set, node) && standing(node)).length,
    observed: set.metadata.generation,
  };
  const { status } = set;
  const reported = {
    desired: status.desiredNumberScheduled,
    current: status.currentNumberScheduled,
    ready: status.numberReady,
    available: status.numberAvailable ?? 0,
    misscheduled: status.numberMisscheduled,
    observed: status.observedGeneration,
  };
  const [said, is] = [JSON.stringify(reported), JSON.stringify(counted)];
  return said === is ? [] : [`${nameOf(set)} reports ${said}, but there is ${is}`];
};
