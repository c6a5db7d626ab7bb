import type { WrittenSelector } from '../../../kubernetes/fields/labels';
import { controllerOf, isTerminating } from '../../../kubernetes/fields/meta';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { eligibility, placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { projectNodeSelector } from '../../../kubernetes/kinds/namespace/nodeSelector';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isReady } from '../../../kubernetes/kinds/pod/state';
import type { KubeObject } from '../../../kubernetes/object';
import type { Settings } from '../../../port/settings';
import { keyOf } from '../../apiserver/registry/store';
import type { StoreEvent } from '../../apiserver/registry/topic';
import type { WorkQueue } from '../../component/workQueue';
import type { Random } from '../../simulation/random';
import { concernsAdoption, concernsPlacement, hasSameManager, isCandidate } from './concerns';
import type { NodeSlot } from './nodeState';
import { type KnownPod, SetState } from './setState';

/**
 * What the controller has heard from its watches. News marks what has changed for which daemon set, and wakes the sets
 * that have to act on it.
 */
export class Knowledge {
  readonly #settings: Settings;
  readonly #queue: Pick<WorkQueue, 'add' | 'addAfter'>;
  /** A slot is kept when its node goes: what sets know of the node holds on to it. */
  readonly #nodes = new Map<string, NodeSlot>();
  #order: readonly string[] | undefined;
  /** The node selectors of projects, by name. */
  readonly #projects = new Map<string, WrittenSelector | undefined>();
  readonly #sets = new Map<string, SetState>();
  readonly #setsByUid = new Map<string, SetState>();
  /** By serial. */
  readonly #pods: (KnownPod | undefined)[] = [];
  readonly #revisions = new Map<string, Map<string, ControllerRevision>>();

  /** @param queue is given the key of every set that has to be synced */
  constructor(settings: Settings, queue: Pick<WorkQueue, 'add' | 'addAfter'>) {
    this.#settings = settings;
    this.#queue = queue;
  }

  /** The set of this key, `namespace/name`. */
  set(key: string): SetState | undefined {
    return this.#sets.get(key);
  }

  /** All nodes, in an order that chance has decided, and that stays until a node comes or goes. */
  nodeNames(random: Random): readonly string[] {
    this.#order ??= random.shuffle([...this.#nodes].flatMap(([name, { object }]) => (object ? [name] : [])));
    return this.#order;
  }

  /** The revisions in the set's namespace, whoever they belong to. */
  revisionsNear({ metadata }: DaemonSet): Iterable<ControllerRevision> {
    return this.#revisions.get(metadata.namespace ?? '')?.values() ?? [];
  }

  /** The keys of all sets. */
  get keys(): Iterable<string> {
    return this.#sets.keys();
  }

  /** The node selector of the set's project; undefined where the controller does not look at it. */
  projectSelector(set: DaemonSet): WrittenSelector | undefined {
    if (this.#settings.legacyScheduling) return undefined;
    return this.#projects.get(set.metadata.namespace ?? '');
  }

  /**
   * A change of a project's node selector counts from a set's next sync; it wakes nobody.
   * @see openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go NewNodeSelectorAwareDaemonSetsController, which
   * asks for a lister and has no handler
   */
  onNamespace({ type, object }: StoreEvent<Namespace>): void {
    this.#projects.set(object.metadata.name, type === 'DELETED' ? undefined : projectNodeSelector(object));
  }

  onSet({ type, object }: StoreEvent<DaemonSet>): void {
    const key = keyOf(object);
    const known = this.#sets.get(key);
    if (type === 'DELETED') {
      this.#sets.delete(key);
      this.#setsByUid.delete(object.metadata.uid);
      return;
    }
    if (known && known.set.metadata.uid === object.metadata.uid) {
      if (known.set.spec.template !== object.spec.template) known.history = undefined;
      known.set = object;
    } else {
      const state = new SetState(key, object, (name) => this.#slotOf(name));
      for (const known of this.#pods) if (known && isCandidate(state, known)) state.touched.push(known);
      this.#sets.set(key, state);
      this.#setsByUid.set(object.metadata.uid, state);
    }
    this.#queue.add(key);
  }

  /**
   * A new revision that a set manages wakes nobody: whoever changes or deletes it meanwhile may do so before the set
   * looks again. A change of it wakes its managers, its deletion the last one. One that nobody manages wakes whoever
   * may adopt it if it is new, or if its labels or managers have changed.
   * @see k8s.io/kubernetes/pkg/controller/daemon addHistory, updateHistory, deleteHistory
   */
  onRevision({ type, object }: StoreEvent<ControllerRevision>): void {
    const { uid } = object.metadata;
    const table = tableOf(this.#revisions, object.metadata.namespace ?? '');
    const before = table.get(uid);
    if (type === 'DELETED') table.delete(uid);
    else table.set(uid, object);
    for (const version of before ? [before, object] : [object])
      for (const state of this.#setsConcerned(version)) state.history = undefined;
    if (controllerOf(object)) {
      if (type !== 'ADDED' || isTerminating(object)) this.#wake(this.#ownerOf(object));
    } else if (type !== 'DELETED' && concernsAdoption(before, object)) {
      for (const state of this.#setsConcerned(object)) this.#wake(state);
    }
    if (type === 'MODIFIED' && before && !hasSameManager(before, object)) this.#wake(this.#ownerOf(before));
  }

  /**
   * A pod wakes the set that manages it, whatever happens to it. One that nobody manages wakes whoever may adopt it if
   * it is new, or if its labels or managers have changed. A former manager is woken, too, unless the pod is on its way out.
   * @see k8s.io/kubernetes/pkg/controller/daemon addPod, updatePod, deletePod
   */
  onPod({ type, object: pod, before, serial }: StoreEvent<Pod>): void {
    const known = this.#pods[serial] ?? { pod, state: undefined, node: undefined, claimed: undefined };
    const owner = this.#ownerOf(pod);
    const isGone = type === 'DELETED';
    this.#pods[serial] = isGone ? undefined : known;
    known.pod = isGone ? undefined : pod;
    if (isGone || isTerminating(pod)) owner?.expectations.deletionObserved();
    else if (type === 'ADDED') owner?.expectations.creationObserved();
    const concerned = owner ? [owner] : this.#setsConcerned(pod);
    const isLeaving = isGone || isTerminating(pod);
    const wakes = owner || (concerned.length > 0 && !isLeaving && concernsAdoption(before, pod));
    for (const state of concerned) {
      state.touched.push(known);
      if (wakes) this.#wake(state);
    }
    if (owner && before && !isLeaving) this.#awaitAvailability(owner, before, pod);
    if (before && before.metadata.ownerReferences !== pod.metadata.ownerReferences)
      this.#leave(known, before, pod);
  }

  /** A pod has got another manager. */
  #leave(known: KnownPod, before: Pod, pod: Pod): void {
    const former = this.#ownerOf(before);
    if (!former || former === this.#ownerOf(pod)) return;
    former.touched.push(known);
    if (!isTerminating(pod)) this.#wake(former);
  }

  /**
   * A pod that has become ready brings its set back a second after it is available, if minReadySeconds puts that off.
   * @see k8s.io/kubernetes/pkg/controller/daemon updatePod
   */
  #awaitAvailability({ key, set }: SetState, before: Pod, pod: Pod): void {
    const { minReadySeconds = 0 } = set.spec;
    if (minReadySeconds > 0 && isReady(pod) && !isReady(before))
      this.#queue.addAfter(key, minReadySeconds * 1000 + 1000);
  }

  #wake(state: SetState | undefined): void {
    if (state) this.#queue.add(state.key);
  }

  /**
   * A node that comes, or whose labels or taints change, wakes the sets that have something to do there. A node that
   * goes wakes nobody: what has to be done about its pods is done when something else wakes their sets.
   * @see k8s.io/kubernetes/pkg/controller/daemon NewDaemonSetsController, which has no handler for deletions;
   * addNode, updateNode, shouldIgnoreNodeUpdate
   */
  onNode({ type, object: node }: StoreEvent<Node>): void {
    const name = node.metadata.name;
    const slot = this.#slotOf(name);
    const known = slot.object;
    slot.object = type === 'DELETED' ? undefined : node;
    if (!known || !slot.object) this.#order = undefined;
    if (type === 'MODIFIED' && known && !concernsPlacement(known, node)) return;
    for (const state of this.#sets.values()) {
      state.markChanged(state.nodeOf(name));
      if (type !== 'DELETED' && this.#isConcerned(state, node)) this.#wake(state);
    }
  }

  /**
   * A set looks at once if it misses a pod on the node, if it has one there which must go, and if it has one there and
   * misscheduled pods anywhere. Otherwise it sees the change at its next sync. A pod that waits for the node is no pod on it.
   * @see k8s.io/kubernetes/pkg/controller/daemon syncNodeUpdate
   */
  #isConcerned(state: SetState, node: Node): boolean {
    const { shouldRun, shouldContinue } = eligibility(
      node,
      placementOf(state.set, this.projectSelector(state.set)),
    );
    const scheduled = state.nodeOf(node.metadata.name).pods.some((pod) => pod.spec.nodeName);
    return scheduled ? !shouldContinue || (state.set.status.numberMisscheduled ?? 0) > 0 : shouldRun;
  }

  #slotOf(node: string): NodeSlot {
    let slot = this.#nodes.get(node);
    if (!slot) {
      slot = { object: undefined };
      this.#nodes.set(node, slot);
    }
    return slot;
  }

  /** The set that manages an object or, if nothing does, the sets that might adopt it. */
  #setsConcerned(object: KubeObject): readonly SetState[] {
    if (controllerOf(object)) {
      const owner = this.#ownerOf(object);
      return owner ? [owner] : [];
    }
    return [...this.#sets.values()].filter(
      ({ set, matches }) =>
        set.metadata.namespace === object.metadata.namespace && matches(object.metadata.labels),
    );
  }

  #ownerOf(object: KubeObject): SetState | undefined {
    const owner = controllerOf(object);
    return owner?.kind === 'DaemonSet' ? this.#setsByUid.get(owner.uid) : undefined;
  }
}

const tableOf = <T>(tables: Map<string, Map<string, T>>, namespace: string): Map<string, T> => {
  let table = tables.get(namespace);
  if (!table) {
    table = new Map();
    tables.set(namespace, table);
  }
  return table;
};
