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

/** How often it looks. */
const PERIOD = 20_000;
/** How long a node must be missing before its pods are removed. */
const QUARANTINE = 40_000;

/** A machine that is off, as somebody has said, and whose node is not ready: nobody there can stop a pod. */
const isLost = (node: Node): boolean =>
  nodeCondition(node, 'Ready')?.status !== 'True' &&
  (node.spec.taints?.some(({ key }) => key === OUT_OF_SERVICE) ?? false);

const ORPHANED = { reason: 'DeletionByPodGC', message: 'PodGC: node no longer exists' };

/**
 * Removes pods that are bound to nodes that no longer exist, and those that are leaving nodes that are out of service.
 * It looks every 20 seconds, and waits 40 seconds after it has first missed a node.
 * @see k8s.io/kubernetes/pkg/controller/podgc gcOrphaned, gcTerminating
 */
export class PodGarbageCollector extends Component {
  readonly #nodes = new Set<string>();
  /** Nodes whose machines are off. */
  readonly #lost = new Set<string>();
  /** Since when a node is missed (model time). */
  readonly #missed = new Map<string, number>();

  constructor(surroundings: Surroundings) {
    super('pod-garbage-collector', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  /** One round: removes what cannot leave a lost node, and the pods of a missing one if its quarantine is over. */
  protected override sync(node: string): void {
    if (this.#nodes.has(node)) {
      this.#missed.delete(node);
      if (this.#lost.has(node)) this.#removeStuck(node);
      return;
    }
    const since = this.#missed.get(node);
    if (since === undefined) this.#missed.set(node, this.loop.now);
    else if (this.loop.now - since >= QUARANTINE) {
      this.#removePods(node);
      this.#missed.delete(node);
      return;
    }
    this.#lookAgain(node);
  }

  #removePods(node: string): void {
    const condition = podCondition('DisruptionTarget', {
      status: 'True',
      since: toTimestamp(this.loop.now),
      ...ORPHANED,
    });
    for (const pod of this.#podsOn(node)) this.#remove(pod, condition);
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
    const next = PERIOD - (this.loop.now % PERIOD);
    this.after(next, 'work', `the pods of ${node} are collected`, () => this.queue.add(node));
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
    if (type !== 'ADDED' || !node || this.#nodes.has(node) || this.#missed.has(node)) return;
    this.#lookAgain(node);
  }
}

const failed = (status: PodStatus, condition: PodCondition | undefined): PodStatus => ({
  ...status,
  phase: 'Failed',
  ...(condition ? { conditions: withCondition(status.conditions, condition) } : {}),
});
