import { isTerminating } from '../../kubernetes/fields/meta';
import { flat } from '../../kubernetes/fields/text';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { Node } from '../../kubernetes/kinds/node/node';
import { nodeNamedBy } from '../../kubernetes/kinds/pod/affinity';
import { podCondition, withCondition } from '../../kubernetes/kinds/pod/condition';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { conditionOf, isTerminal } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { StoreEvent } from '../apiserver/registry/topic';
import { NodeInfo } from '../capacity/nodeInfo';
import { Component, type Surroundings } from '../component/component';
import { type Obstacle, obstacleOf, reluctance } from './filters';
import { explain } from './message';
import { Nominations } from './nominations';
import { choosePreemption, priorityOf, waitsForVictims } from './preemption';

/** A pod as the scheduler knows it. */
interface Known {
  readonly serial: number;
  pod: Pod;
  /** It has to be bound. */
  isPending: boolean;
  /** Where it takes room. */
  info: NodeInfo<Known> | undefined;
  /** The node it waits for, if it fits nowhere now. */
  waitsFor: string | undefined;
}

/** Where pods wait that name no node. */
const ANYWHERE = '';

/**
 * Binds pods to nodes: filters by selectors, affinity, taints, room and host ports, prefers nodes that no taint asks to
 * avoid, and of these the emptiest, and preempts pods of lower priority where that makes room. A pod that fits nowhere
 * waits until something changes that may help it.
 */
export class Scheduler extends Component<number> {
  readonly #nodes = new Map<string, NodeInfo<Known>>();
  /** Pods by serial. */
  readonly #pods: (Known | undefined)[] = [];
  /** Pods that did not fit, by the node they name. */
  readonly #waiting = new Map<string, Set<Known>>();
  /** Room that is being made. */
  readonly #nominations = new Nominations<Known>();
  #present = 0;

  constructor(surroundings: Surroundings) {
    super('default-scheduler', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  protected override sync(serial: number): void {
    const known = this.#pods[serial];
    if (!known?.isPending) return;
    const { pod } = known;
    const named = nodeNamedBy(pod.spec.affinity);
    const only = named === undefined ? undefined : this.#infoOf(named);
    if (only?.node && !this.#obstacle(known, only)) {
      this.#bind(known, only);
      return;
    }
    const candidates = only ? [only] : [...this.#nodes.values()];
    const obstacles = new Map<NodeInfo<Known>, Obstacle>();
    const fitting: NodeInfo<Known>[] = [];
    for (const info of candidates) {
      if (!info.node) continue;
      const obstacle = this.#obstacle(known, info);
      if (obstacle) obstacles.set(info, obstacle);
      else fitting.push(info);
    }
    const best = this.#emptiest(welcoming(pod, fitting));
    if (best?.node) this.#bind(known, best);
    else this.#reject(known, named, obstacles);
  }

  #obstacle(known: Known, info: NodeInfo<Known>): Obstacle | undefined {
    return obstacleOf(known.pod, this.#nominations.seenBy(known, info));
  }

  #bind(known: Known, info: NodeInfo<Known>): void {
    const { pod } = known;
    const node = info.node?.metadata.name ?? '';
    this.client.bind(pod, node);
    known.isPending = false;
    this.#place(known, info);
    const { namespace, name } = pod.metadata;
    const message = flat('Successfully assigned ', namespace ?? '', '/', name, ' to ', node);
    this.recorder.record(pod, 'Normal', 'Scheduled', message);
  }

  #reject(known: Known, named: string | undefined, obstacles: ReadonlyMap<NodeInfo<Known>, Obstacle>): void {
    const { pod } = known;
    this.#wait(known, named ?? ANYWHERE);
    const nominated = pod.status.nominatedNodeName;
    const isPatient = nominated !== undefined && waitsForVictims(pod, this.#nodes.get(nominated));
    const preemption = isPatient ? undefined : this.#preemption(known, obstacles);
    const next = isPatient ? nominated : preemption?.node;
    this.#nominations.set(known, next);
    const message = explain(obstacles.values(), this.#present, named !== undefined, preemption !== undefined);
    this.recorder.record(pod, 'Warning', 'FailedScheduling', message);
    this.client.amendStatus<Pod>(pod, resources.pods, (current) =>
      unschedulable(current, pod, message, next, this.loop.now),
    );
    for (const victim of preemption?.victims ?? []) {
      this.client.delete(resources.pods, victim);
      const by = `pod ${pod.metadata.uid}`;
      this.recorder.record(victim, 'Normal', 'Preempted', `Preempted by ${by} on node ${preemption?.node}`);
    }
  }

  #preemption(
    known: Known,
    obstacles: ReadonlyMap<NodeInfo<Known>, Obstacle>,
  ): ReturnType<typeof choosePreemption> {
    if (known.pod.spec.preemptionPolicy === 'Never') return undefined;
    const helpful = [...obstacles].filter(([, obstacle]) => obstacle.preemptible);
    const seen = helpful.map(([info]) => this.#nominations.seenBy(known, info));
    return choosePreemption(known.pod, seen);
  }

  #emptiest(fitting: readonly NodeInfo<Known>[]): NodeInfo<Known> | undefined {
    if (fitting.length <= 1) return fitting[0];
    const least = Math.min(...fitting.map((info) => info.load));
    const best = fitting.filter((info) => info.load === least);
    return best[this.loop.random.below(best.length)];
  }

  #onNode({ type, object: node }: StoreEvent<Node>): void {
    const info = this.#infoOf(node.metadata.name);
    const before = info.node;
    info.node = type === 'DELETED' ? undefined : node;
    if (!before && info.node) this.#present++;
    if (before && !info.node) this.#present--;
    this.#reconsider(node.metadata.name);
  }

  #onPod({ type, object: pod, serial }: StoreEvent<Pod>): void {
    const known = this.#known(serial, pod);
    const before = known.pod;
    const node = pod.spec.nodeName;
    known.pod = pod;
    if (type === 'DELETED' || isTerminal(pod)) {
      const freed = node ?? this.#nominations.of(known);
      this.#settled(known);
      this.#place(known, undefined);
      if (type === 'DELETED') this.#pods[serial] = undefined;
      if (freed) this.#reconsider(freed);
    } else if (node) {
      this.#settled(known);
      if (known.info?.node?.metadata.name !== node) this.#place(known, this.#infoOf(node));
    } else if (pod.spec.schedulerName === 'default-scheduler' && !isTerminating(pod)) {
      this.#nominations.set(known, pod.status.nominatedNodeName);
      // Our own note on the pod's status is no reason to try again.
      if (!known.isPending || before.spec !== pod.spec) this.queue.add(serial);
      known.isPending = true;
    } else {
      this.#settled(known);
    }
  }

  #known(serial: number, pod: Pod): Known {
    const known = this.#pods[serial] ?? {
      serial,
      pod,
      isPending: false,
      info: undefined,
      waitsFor: undefined,
    };
    this.#pods[serial] = known;
    return known;
  }

  /** There is no node to look for any more. */
  #settled(known: Known): void {
    known.isPending = false;
    this.#nominations.set(known, undefined);
    if (known.waitsFor === undefined) return;
    this.#waiting.get(known.waitsFor)?.delete(known);
    known.waitsFor = undefined;
  }

  /** The pod takes room on this node, if any, and nowhere else. */
  #place(known: Known, info: NodeInfo<Known> | undefined): void {
    if (known.info === info) return;
    known.info?.remove(known);
    info?.add(known);
    known.info = info;
  }

  #wait(known: Known, node: string): void {
    known.waitsFor = node;
    const waiting = this.#waiting.get(node);
    if (waiting) waiting.add(known);
    else this.#waiting.set(node, new Set([known]));
  }

  /** Something about a node has changed: pods that wait for it, or for any node, try again, important ones first. */
  #reconsider(node: string): void {
    const retried: Known[] = [];
    for (const place of [node, ANYWHERE]) {
      const waiting = this.#waiting.get(place);
      if (!waiting || waiting.size === 0) continue;
      retried.push(...waiting);
      waiting.clear();
    }
    if (retried.length > 1) retried.sort((a, b) => priorityOf(b.pod) - priorityOf(a.pod));
    for (const known of retried) {
      known.waitsFor = undefined;
      this.queue.add(known.serial);
    }
  }

  #infoOf(node: string): NodeInfo<Known> {
    let info = this.#nodes.get(node);
    if (!info) {
      info = new NodeInfo<Known>();
      this.#nodes.set(node, info);
    }
    return info;
  }
}

/** The nodes that ask the pod least to go elsewhere. */
const welcoming = <T extends NodeInfo>(pod: Pod, fitting: readonly T[]): readonly T[] => {
  if (fitting.length <= 1) return fitting;
  const asked = fitting.map((info) => reluctance(pod, info));
  const least = Math.min(...asked);
  return fitting.filter((_, index) => asked[index] === least);
};

/** Notes on a pod that it fits nowhere; undefined if that is noted already. */
const unschedulable = (
  current: Pod,
  tried: Pod,
  message: string,
  nominated: string | undefined,
  now: number,
): PodStatus | undefined => {
  if (current.metadata.uid !== tried.metadata.uid || current.spec.nodeName) return undefined;
  const known = conditionOf(current, 'PodScheduled');
  const { nominatedNodeName: last, ...status } = current.status;
  if (known?.message === message && last === nominated) return undefined;
  const since =
    known?.status === 'False' && known.lastTransitionTime ? known.lastTransitionTime : toTimestamp(now);
  const found = { status: 'False', since, reason: 'Unschedulable', message } as const;
  return {
    ...status,
    ...(nominated ? { nominatedNodeName: nominated } : {}),
    conditions: withCondition(current.status.conditions, podCondition('PodScheduled', found)),
  };
};
