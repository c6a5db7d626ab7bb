import { isTerminating } from '../../kubernetes/fields/meta';
import { type Taint, type Toleration, tolerates } from '../../kubernetes/fields/taints';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';
import type { Timer } from '../simulation/timers';

/**
 * How long a pod may stay under these taints, in seconds: for ever (undefined) if every taint is tolerated without a
 * limit, not at all (0) if one is not tolerated, else the shortest of the tolerated times. Of several tolerations of one
 * taint the first counts.
 * @see k8s.io/kubernetes/pkg/controller/tainteviction
 */
export const patience = (
  taints: readonly Taint[],
  tolerations: readonly Toleration[],
): number | undefined => {
  let shortest: number | undefined;
  for (const taint of taints) {
    const covering = tolerations.find((toleration) => tolerates(toleration, taint));
    if (!covering) return 0;
    const { tolerationSeconds } = covering;
    if (tolerationSeconds === undefined || tolerationSeconds === null) continue;
    shortest = Math.min(shortest ?? Number.POSITIVE_INFINITY, Math.max(0, Number(tolerationSeconds)));
  }
  return shortest;
};

/** Evicts pods from nodes with NoExecute taints that they do not tolerate, at once or when their time is up. */
export class TaintEvictionController extends Component {
  readonly #tainted = new Map<string, readonly Taint[]>();
  readonly #sentences = new Map<string, Timer>();

  constructor(surroundings: Surroundings) {
    super('taint-eviction-controller', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  /** Looks at all pods of a node whose NoExecute taints have changed. */
  protected override sync(node: string): void {
    for (const pod of this.client.list<Pod>(resources.pods, { fieldSelector: `spec.nodeName=${node}` }))
      this.#judge(pod);
  }

  #judge(pod: Pod): void {
    const taints = this.#tainted.get(pod.spec.nodeName ?? '') ?? [];
    const { uid } = pod.metadata;
    const seconds =
      taints.length > 0 && !isTerminating(pod) ? patience(taints, pod.spec.tolerations ?? []) : undefined;
    if (seconds === undefined) {
      this.#pardon(uid, pod);
      return;
    }
    if (seconds === 0) {
      this.#pardon(uid);
      this.#evict(pod);
      return;
    }
    // Time runs from when the taints were first seen to concern the pod; another look does not start it anew.
    if (this.#sentences.has(uid)) return;
    // Five minutes on a silent node is a long wait: it happens when time passes, and nobody settles for it.
    const timer = this.after(seconds * 1000, 'background', `${keyOf(pod)} is evicted`, () => {
      this.#sentences.delete(uid);
      this.#evict(pod);
    });
    this.#sentences.set(uid, timer);
  }

  #pardon(uid: string, pod?: Pod): void {
    const sentence = this.#sentences.get(uid);
    if (!sentence) return;
    this.loop.cancel(sentence);
    this.#sentences.delete(uid);
    if (pod && !isTerminating(pod)) {
      this.recorder.record(pod, 'Normal', 'TaintManagerEviction', `Cancelling deletion of Pod ${keyOf(pod)}`);
    }
  }

  #evict(pod: Pod): void {
    const key = keyOf(pod);
    this.recorder.record(pod, 'Normal', 'TaintManagerEviction', `Marking for deletion Pod ${key}`);
    this.retrying(`${key} is evicted`, () => this.client.delete(resources.pods, pod));
  }

  #onNode({ type, object: node }: StoreEvent<Node>): void {
    const { name } = node.metadata;
    const taints =
      type === 'DELETED' ? [] : (node.spec.taints ?? []).filter((taint) => taint.effect === 'NoExecute');
    const before = this.#tainted.get(name);
    if (taints.length === 0) this.#tainted.delete(name);
    else this.#tainted.set(name, taints);
    if (before || taints.length > 0) this.queue.add(name);
  }

  #onPod({ type, object: pod }: StoreEvent<Pod>): void {
    if (type === 'DELETED') this.#pardon(pod.metadata.uid);
    else if (pod.spec.nodeName && this.#tainted.has(pod.spec.nodeName)) this.#judge(pod);
  }
}
