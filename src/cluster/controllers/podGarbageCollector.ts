import { isTerminating } from '../../kubernetes/fields/meta';
import { OUT_OF_SERVICE } from '../../kubernetes/fields/taints';
import { toTimestamp } from '../../kubernetes/fields/time';
import { nodeCondition } from '../../kubernetes/kinds/node/condition';
import type { Node } from '../../kubernetes/kinds/node/node';
import { podCondition, withCondition } from '../../kubernetes/kinds/pod/condition';
import type { Pod, PodCondition, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';
import type { TimerKind } from '../simulation/timers';

/** How often it looks. */
const PERIOD = 20_000;
/** So long after it has first missed a node it looks whether that is there. */
const QUARANTINE = 40_000;

/** A machine that is off, as somebody has said, and whose node is not ready: nobody there can stop a pod. */
const isLost = (node: Node): boolean =>
  nodeCondition(node, 'Ready')?.status !== 'True' &&
  (node.spec.taints?.some(({ key }) => key === OUT_OF_SERVICE) ?? false);

const ORPHANED = { reason: 'DeletionByPodGC', message: 'PodGC: node no longer exists' };

/**
 * Removes pods that are bound to nodes that no longer exist, and those that are leaving nodes that are out of service.
 * It looks every 20 seconds. Whether a node that it misses is gone for good it decides 40 seconds later: what happens in between
 * it does not see. It remembers the name for as long once more when it removes pods.
 * @see k8s.io/kubernetes/pkg/controller/podgc gcOrphaned, gcTerminating
 */
export class PodGarbageCollector extends Component {
  readonly #nodes = new Set<string>();
  /** Nodes whose machines are off. */
  readonly #lost = new Set<string>();
  /** Nodes whose pods are looked at in the next round. */
  readonly #awaited = new Set<string>();
  /** Until when it waits before it decides about a node that it has missed (model time). */
  readonly #quarantined = new Map<string, number>();

  constructor(surroundings: Surroundings) {
    super('pod-garbage-collector', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  /** One round: removes what cannot leave a lost node, and the pods of a missing one if its quarantine is over. */
  protected override sync(node: string): void {
    const { now } = this.loop;
    const orphans = this.#nodes.has(node) ? [] : this.#podsOn(node);
    const isOver = (this.#quarantined.get(node) ?? Number.POSITIVE_INFINITY) <= now;
    if (isOver) this.#quarantined.delete(node);
    if (orphans.length > 0 && !this.#quarantined.has(node)) this.#quarantined.set(node, now + QUARANTINE);
    if (isOver) this.#removeAll(orphans);
    if (this.#lost.has(node)) this.#removeStuck(node);
    if (!this.#quarantined.has(node)) return;
    if (orphans.length > 0 && !isOver) this.#lookAgain(node);
    else this.#onRound('background', `${node} is forgotten`, () => this.queue.add(node));
  }

  #removeAll(pods: readonly Pod[]): void {
    const condition = podCondition('DisruptionTarget', {
      status: 'True',
      since: toTimestamp(this.loop.now),
      ...ORPHANED,
    });
    for (const pod of pods) this.#remove(pod, condition);
  }

  #removeStuck(node: string): void {
    for (const pod of this.#podsOn(node)) if (isTerminating(pod)) this.#remove(pod);
  }

  #podsOn(node: string): readonly Pod[] {
    return this.client.list<Pod>(resources.pods, { fieldSelector: `spec.nodeName=${node}` });
  }

  /** Nobody is left to say what became of the pod: it has failed. Then it goes without grace. */
  #remove(pod: Pod, condition?: PodCondition): void {
    this.retrying(`${pod.metadata.name} is collected`, () => {
      this.client.amendStatus<Pod>(pod, resources.pods, (current) =>
        isTerminal(current) || current.metadata.uid !== pod.metadata.uid
          ? undefined
          : failed(current.status, condition),
      );
      this.client.delete(resources.pods, pod, { gracePeriodSeconds: 0 });
    });
  }

  #lookAgain(node: string): void {
    if (this.#awaited.has(node)) return;
    this.#awaited.add(node);
    this.#onRound('work', `the pods of ${node} are collected`, () => {
      this.#awaited.delete(node);
      this.queue.add(node);
    });
  }

  #onRound(kind: TimerKind, purpose: string, look: () => void): void {
    this.after(PERIOD - (this.loop.now % PERIOD), kind, purpose, look);
  }

  #onNode({ type, object: node }: StoreEvent<Node>): void {
    const { name } = node.metadata;
    const isLostNow = type !== 'DELETED' && isLost(node);
    const turned = isLostNow !== this.#lost.has(name);
    if (isLostNow) this.#lost.add(name);
    else this.#lost.delete(name);
    if (type === 'DELETED') this.#nodes.delete(name);
    else this.#nodes.add(name);
    if (type === 'DELETED' || (turned && isLostNow)) this.#lookAgain(name);
  }

  #onPod({ type, object: pod }: StoreEvent<Pod>): void {
    const node = pod.spec.nodeName;
    if (node && type === 'MODIFIED' && this.#lost.has(node) && isTerminating(pod)) this.#lookAgain(node);
    if (type === 'ADDED' && node && !this.#nodes.has(node)) this.#lookAgain(node);
  }
}

const failed = (status: PodStatus, condition: PodCondition | undefined): PodStatus => ({
  ...status,
  phase: 'Failed',
  ...(condition ? { conditions: withCondition(status.conditions, condition) } : {}),
});
