import { deepEqual } from '../../kubernetes/fields/equality';
import { findUntolerated, type Taint, type Toleration, tolerates } from '../../kubernetes/fields/taints';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { Node } from '../../kubernetes/kinds/node/node';
import { podCondition, withCondition } from '../../kubernetes/kinds/pod/condition';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';
import type { Timer } from '../simulation/timers';

/**
 * How long a pod may stay under these taints, in seconds: for ever (undefined) if every taint is tolerated without a
 * limit, not at all (0) if one is not tolerated, else the shortest of the tolerated times. Of several tolerations of one
 * taint the first counts.
 * @see pkg/controller/tainteviction/taint_eviction.go getMinTolerationTime
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

/**
 * Evicts pods from nodes with NoExecute taints that they do not tolerate, at once or when their time is up. It listens to
 * pods that come, are bound, go or get other tolerations, and to nodes whose NoExecute taints change. That a node has
 * gone changes nothing for its pods: whose time was running has to leave when it is up.
 * @see pkg/controller/tainteviction/taint_eviction.go PodUpdated, NodeUpdated, processPodOnNode
 */
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
    const taints = this.#tainted.get(node);
    for (const pod of this.client.list<Pod>(resources.pods, { fieldSelector: `spec.nodeName=${node}` })) {
      if (taints) this.#judge(pod, taints);
      else this.#pardon(pod);
    }
  }

  #judge(pod: Pod, taints: readonly Taint[]): void {
    const { uid } = pod.metadata;
    const tolerations = pod.spec.tolerations ?? [];
    if (findUntolerated(taints, tolerations, ['NoExecute'])) {
      this.#pardon(pod);
      this.#evict(pod);
      return;
    }
    const seconds = patience(taints, tolerations);
    if (seconds === undefined) {
      this.#pardon(pod);
      return;
    }
    // Time runs from when the taints were first seen to concern the pod; another look does not start it anew.
    if (this.#sentences.has(uid)) return;
    if (seconds === 0) {
      this.#evict(pod);
      return;
    }
    // Five minutes on a silent node is a long wait: it happens when time passes, and nobody settles for it.
    const timer = this.after(seconds * 1000, 'background', `${keyOf(pod)} is evicted`, () => {
      this.#sentences.delete(uid);
      this.#evict(pod);
    });
    this.#sentences.set(uid, timer);
  }

  #pardon(pod: Pod): void {
    const sentence = this.#sentences.get(pod.metadata.uid);
    if (!sentence) return;
    this.loop.cancel(sentence);
    this.#sentences.delete(pod.metadata.uid);
    this.#say(pod, 'Cancelling deletion of Pod');
  }

  /** @see pkg/controller/tainteviction/taint_eviction.go addConditionAndDeletePod */
  #evict(pod: Pod): void {
    this.#say(pod, 'Marking for deletion Pod');
    this.retrying(`${keyOf(pod)} is evicted`, () => {
      this.client.amendStatus<Pod>(pod, resources.pods, (current) =>
        current.metadata.uid === pod.metadata.uid ? evicted(current, this.loop.now) : undefined,
      );
      this.client.delete(resources.pods, pod);
    });
  }

  /** Its events name a pod, but not which of that name. */
  #say(pod: Pod, what: string): void {
    const { apiVersion, kind, metadata } = pod;
    const { namespace, name } = metadata;
    const about = { apiVersion, kind, metadata: { name, ...(namespace ? { namespace } : {}) } };
    this.recorder.record(about, 'Normal', 'TaintManagerEviction', `${what} ${keyOf(pod)}`);
  }

  #onNode({ type, object: node, before }: StoreEvent<Node>): void {
    const { name } = node.metadata;
    if (type === 'DELETED') {
      this.#tainted.delete(name);
      return;
    }
    const taints = evicting(node);
    if (taints.length === 0) this.#tainted.delete(name);
    else this.#tainted.set(name, taints);
    if (!deepEqual(taints, before ? evicting(before) : [])) this.queue.add(name);
  }

  #onPod({ type, object: pod, before }: StoreEvent<Pod>): void {
    if (type === 'DELETED') {
      this.#pardon(pod);
      return;
    }
    const isNews =
      !before ||
      before.spec.nodeName !== pod.spec.nodeName ||
      !deepEqual(before.spec.tolerations, pod.spec.tolerations);
    const taints = isNews && this.#tainted.get(pod.spec.nodeName ?? '');
    if (taints) this.#judge(pod, taints);
  }
}

const evicting = ({ spec }: Node): readonly Taint[] =>
  (spec.taints ?? []).filter(({ effect }) => effect === 'NoExecute');

const evicted = ({ status }: Pod, now: number): PodStatus => {
  const told = {
    status: 'True',
    since: toTimestamp(now),
    reason: 'DeletionByTaintManager',
    message: 'Taint manager: deleting due to NoExecute taint',
  } as const;
  return { ...status, conditions: withCondition(status.conditions, podCondition('DisruptionTarget', told)) };
};
