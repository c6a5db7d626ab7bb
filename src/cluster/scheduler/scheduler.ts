import { nodeNamedBy } from '../../kubernetes/affinity';
import type { Node, Pod, PodStatus } from '../../kubernetes/objects';
import { conditionOf, isTerminal, isTerminating } from '../../kubernetes/pods';
import { resources } from '../../kubernetes/resources';
import { toTimestamp } from '../../kubernetes/time';
import type { StoreEvent } from '../apiserver/topic';
import { Component, type Surroundings } from '../component';
import { NodeInfo } from '../nodeInfo';
import { type Obstacle, obstacleOf } from './filters';
import { explain } from './message';
import { choosePreemption, waitsForVictims } from './preemption';

/** Where pods wait that name no node. */
const ANYWHERE = '';

/**
 * Binds pods to nodes: filters by selectors, affinity, taints, room and host ports, prefers the emptiest node, and
 * preempts pods of lower priority where that makes room. A pod that fits nowhere waits until something changes that
 * may help it.
 */
export class Scheduler extends Component {
  readonly #nodes = new Map<string, NodeInfo>();
  readonly #pending = new Map<string, Pod>();
  /** Pods that did not fit, by the node they name. */
  readonly #waiting = new Map<string, Set<string>>();
  #present = 0;

  constructor(surroundings: Surroundings) {
    super('default-scheduler', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  protected override sync(key: string): void {
    const pod = this.#pending.get(key);
    if (!pod) return;
    const named = nodeNamedBy(pod.spec.affinity);
    const only = named === undefined ? undefined : this.#infoOf(named);
    if (only?.node && !obstacleOf(pod, only)) {
      this.#bind(key, pod, only);
      return;
    }
    const candidates = only ? [only] : [...this.#nodes.values()];
    const obstacles = new Map<NodeInfo, Obstacle>();
    const fitting: NodeInfo[] = [];
    for (const info of candidates) {
      if (!info.node) continue;
      const obstacle = obstacleOf(pod, info);
      if (obstacle) obstacles.set(info, obstacle);
      else fitting.push(info);
    }
    const best = this.#emptiest(fitting);
    if (best?.node) this.#bind(key, pod, best);
    else this.#reject(key, pod, named, obstacles);
  }

  #bind(key: string, pod: Pod, info: NodeInfo): void {
    const node = info.node?.metadata.name ?? '';
    this.client.bind(pod, node);
    this.#pending.delete(key);
    info.add(key, pod);
    const { namespace, name } = pod.metadata;
    this.recorder.record(pod, 'Normal', 'Scheduled', `Successfully assigned ${namespace}/${name} to ${node}`);
  }

  #reject(
    key: string,
    pod: Pod,
    named: string | undefined,
    obstacles: ReadonlyMap<NodeInfo, Obstacle>,
  ): void {
    this.#wait(key, named ?? ANYWHERE);
    const preemption = this.#preemption(pod, obstacles);
    const message = explain(obstacles.values(), this.#present, named !== undefined, preemption !== undefined);
    this.recorder.record(pod, 'Warning', 'FailedScheduling', message);
    this.client.amendStatus<Pod>(pod, resources.pods, (current) =>
      unschedulable(current, pod, message, preemption?.node, this.loop.now),
    );
    for (const victim of preemption?.victims ?? []) {
      this.client.delete(resources.pods, victim);
      const by = `pod ${pod.metadata.uid}`;
      this.recorder.record(victim, 'Normal', 'Preempted', `Preempted by ${by} on node ${preemption?.node}`);
    }
  }

  #preemption(pod: Pod, obstacles: ReadonlyMap<NodeInfo, Obstacle>): ReturnType<typeof choosePreemption> {
    if (pod.spec.preemptionPolicy === 'Never') return undefined;
    const nominated = pod.status.nominatedNodeName;
    if (nominated && waitsForVictims(pod, this.#nodes.get(nominated))) return undefined;
    const helpful = [...obstacles].filter(([, obstacle]) => obstacle.preemptible).map(([info]) => info);
    return choosePreemption(pod, helpful);
  }

  #emptiest(fitting: readonly NodeInfo[]): NodeInfo | undefined {
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

  #onPod({ type, object: pod }: StoreEvent<Pod>): void {
    const key = pod.metadata.uid;
    const node = pod.spec.nodeName;
    if (type === 'DELETED' || (node && isTerminal(pod))) {
      this.#forget(key);
      if (!node) return;
      this.#infoOf(node).remove(key);
      this.#reconsider(node);
    } else if (node) {
      this.#forget(key);
      this.#infoOf(node).add(key, pod);
    } else if (pod.spec.schedulerName === 'default-scheduler' && !isTerminating(pod)) {
      const known = this.#pending.get(key);
      this.#pending.set(key, pod);
      // Our own note on the pod's status is no reason to try again.
      if (known?.spec !== pod.spec) this.queue.add(key);
    } else {
      this.#forget(key);
    }
  }

  #forget(key: string): void {
    if (!this.#pending.delete(key)) return;
    for (const waiting of this.#waiting.values()) waiting.delete(key);
  }

  #wait(key: string, node: string): void {
    const waiting = this.#waiting.get(node);
    if (waiting) waiting.add(key);
    else this.#waiting.set(node, new Set([key]));
  }

  /** Something about a node has changed: pods that wait for it, or for any node, try again. */
  #reconsider(node: string): void {
    for (const place of [node, ANYWHERE]) {
      const waiting = this.#waiting.get(place);
      if (!waiting || waiting.size === 0) continue;
      for (const key of waiting) this.queue.add(key);
      waiting.clear();
    }
  }

  #infoOf(node: string): NodeInfo {
    let info = this.#nodes.get(node);
    if (!info) {
      info = new NodeInfo();
      this.#nodes.set(node, info);
    }
    return info;
  }
}

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
  const nominatedNodeName = nominated ?? current.status.nominatedNodeName;
  if (known?.message === message && current.status.nominatedNodeName === nominatedNodeName) return undefined;
  const condition = {
    type: 'PodScheduled',
    status: 'False',
    lastProbeTime: null,
    lastTransitionTime: known?.status === 'False' ? known.lastTransitionTime : toTimestamp(now),
    reason: 'Unschedulable',
    message,
  };
  const others = current.status.conditions?.filter((each) => each.type !== 'PodScheduled') ?? [];
  return {
    ...current.status,
    ...(nominatedNodeName ? { nominatedNodeName } : {}),
    conditions: [...others, condition],
  } as unknown as PodStatus;
};
