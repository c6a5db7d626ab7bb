import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

/** How often it looks. */
const PERIOD = 20_000;
/** How long a node must be missing before its pods are removed. */
const QUARANTINE = 40_000;

/**
 * Removes pods that are bound to nodes that no longer exist: it looks every 20 seconds and waits 40 seconds after it
 * has first missed a node.
 * @see k8s.io/kubernetes/pkg/controller/podgc
 */
export class PodGarbageCollector extends Component {
  readonly #nodes = new Set<string>();
  /** Since when a node is missed (model time). */
  readonly #missed = new Map<string, number>();

  constructor(surroundings: Surroundings) {
    super('pod-garbage-collector', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  /** One round: removes the pods of the node if its quarantine is over. */
  protected override sync(node: string): void {
    if (this.#nodes.has(node)) {
      this.#missed.delete(node);
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
    for (const pod of this.client.list<Pod>(resources.pods, { fieldSelector: `spec.nodeName=${node}` })) {
      this.retrying(`a pod of ${node} is collected`, () =>
        this.client.delete(resources.pods, pod, { gracePeriodSeconds: 0 }),
      );
    }
  }

  #lookAgain(node: string): void {
    const next = PERIOD - (this.loop.now % PERIOD);
    this.after(next, 'work', `the pods of ${node} are collected`, () => this.queue.add(node));
  }

  #onNode({ type, object: node }: StoreEvent<Node>): void {
    const { name } = node.metadata;
    if (type !== 'DELETED') {
      this.#nodes.add(name);
      return;
    }
    this.#nodes.delete(name);
    this.#lookAgain(name);
  }

  #onPod({ type, object: pod }: StoreEvent<Pod>): void {
    const node = pod.spec.nodeName;
    if (type !== 'ADDED' || !node || this.#nodes.has(node) || this.#missed.has(node)) return;
    this.#lookAgain(node);
  }
}
