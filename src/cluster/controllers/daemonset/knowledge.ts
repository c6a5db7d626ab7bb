import { deepEqual } from '../../../kubernetes/fields/equality';
import { controllerOf, isTerminating } from '../../../kubernetes/fields/meta';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { eligibility, placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { projectNodeSelector } from '../../../kubernetes/kinds/namespace/nodeSelector';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { KubeObject, StringMap } from '../../../kubernetes/object';
import type { Settings } from '../../../port/settings';
import { keyOf } from '../../apiserver/registry/store';
import type { StoreEvent } from '../../apiserver/registry/topic';
import type { Random } from '../../simulation/random';
import type { NodeSlot } from './nodeState';
import { type KnownPod, SetState } from './setState';

/**
 * What the controller has heard from its watches. News marks what has changed for which daemon set, and wakes the sets
 * that have to act on it.
 */
export class Knowledge {
  readonly #settings: Settings;
  readonly #wake: (key: string) => void;
  /** A slot is kept when its node goes: what sets know of the node holds on to it. */
  readonly #nodes = new Map<string, NodeSlot>();
  #order: readonly string[] | undefined;
  readonly #namespaces = new Map<string, Namespace>();
  readonly #sets = new Map<string, SetState>();
  readonly #setsByUid = new Map<string, SetState>();
  /** By serial. */
  readonly #pods: (KnownPod | undefined)[] = [];
  readonly #revisions = new Map<string, Map<string, ControllerRevision>>();

  /** @param wake called with the key of a set that has to be synced */
  constructor(settings: Settings, wake: (key: string) => void) {
    this.#settings = settings;
    this.#wake = wake;
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

  /** The node selector of the set's project; undefined where the controller does not look at it. */
  projectSelector(set: DaemonSet): StringMap | undefined {
    if (this.#settings.legacyScheduling) return undefined;
    return projectNodeSelector(this.#namespaces.get(set.metadata.namespace ?? ''));
  }

  /** A change of a project's node selector counts from a set's next sync; it wakes nobody. */
  onNamespace({ type, object }: StoreEvent<Namespace>): void {
    if (type === 'DELETED') this.#namespaces.delete(object.metadata.name);
    else this.#namespaces.set(object.metadata.name, object);
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
    this.#wake(key);
  }

  onRevision({ type, object }: StoreEvent<ControllerRevision>): void {
    const { uid } = object.metadata;
    const table = tableOf(this.#revisions, object.metadata.namespace ?? '');
    const known = table.get(uid);
    if (type === 'DELETED') table.delete(uid);
    else table.set(uid, object);
    for (const version of known ? [known, object] : [object]) {
      for (const state of this.#setsConcerned(version)) {
        state.history = undefined;
        this.#wake(state.key);
      }
    }
  }

  onPod({ type, object: pod, before, serial }: StoreEvent<Pod>): void {
    const known = this.#pods[serial] ?? { pod, state: undefined, node: undefined, claimed: undefined };
    const owner = this.#ownerOf(pod);
    if (type === 'DELETED') {
      this.#pods[serial] = undefined;
      known.pod = undefined;
      owner?.expectations.deletionObserved();
    } else {
      this.#pods[serial] = known;
      known.pod = pod;
      if (isTerminating(pod)) owner?.expectations.deletionObserved();
      else if (type === 'ADDED') owner?.expectations.creationObserved();
    }
    this.#touch(known, pod, owner);
    if (before && before.metadata.ownerReferences !== pod.metadata.ownerReferences)
      this.#touch(known, before, this.#ownerOf(before));
  }

  /** Wakes the sets that a version of a pod concerns. */
  #touch(known: KnownPod, version: Pod, owner: SetState | undefined): void {
    for (const state of owner ? [owner] : this.#setsConcerned(version)) {
      state.touched.push(known);
      this.#wake(state.key);
    }
  }

  onNode({ type, object: node }: StoreEvent<Node>): void {
    const name = node.metadata.name;
    const slot = this.#slotOf(name);
    const known = slot.object;
    slot.object = type === 'DELETED' ? undefined : node;
    if (!known || !slot.object) this.#order = undefined;
    if (type === 'MODIFIED' && known && !concernsPlacement(known, node)) return;
    for (const [key, state] of this.#sets) {
      state.markChanged(state.nodeOf(name));
      if (this.#wakes(state, type, node)) this.#wake(key);
    }
  }

  /**
   * Which sets look at once when a node changes: those that miss a pod there, those that have one there which must
   * go, and those with misscheduled pods. Others see the change at their next sync.
   * @see k8s.io/kubernetes/pkg/controller/daemon syncNodeUpdate
   */
  #wakes(state: SetState, type: StoreEvent['type'], node: Node): boolean {
    const { pods: present } = state.nodeOf(node.metadata.name);
    if (type === 'DELETED') return present.some((pod) => !pod.spec.nodeName);
    const placement = placementOf(state.set, this.projectSelector(state.set));
    const { shouldRun, shouldContinue } = eligibility(node, placement);
    const scheduled = present.some((pod) => pod.spec.nodeName);
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

/** A pod that a new set has to look at: its own already, or without a manager and matching. */
const isCandidate = ({ set, matches }: SetState, { pod }: KnownPod): boolean => {
  if (!pod || pod.metadata.namespace !== set.metadata.namespace) return false;
  const owner = controllerOf(pod);
  return owner ? owner.uid === set.metadata.uid : matches(pod.metadata.labels);
};

/** Heartbeats and conditions change nothing about where daemon pods belong; labels and taints do. */
const concernsPlacement = (before: Node, after: Node): boolean =>
  !deepEqual(before.metadata.labels, after.metadata.labels) || !deepEqual(before.spec, after.spec);

const tableOf = <T>(tables: Map<string, Map<string, T>>, namespace: string): Map<string, T> => {
  let table = tables.get(namespace);
  if (!table) {
    table = new Map();
    tables.set(namespace, table);
  }
  return table;
};
