import {
  compileLabelSelector,
  type LabelMatcher,
  type WrittenSelector,
} from '../../../kubernetes/fields/labels';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { type Placement, placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import { revisionHashOf } from '../../../kubernetes/kinds/daemonset/revisionLabels';
import { templateGenerationOf } from '../../../kubernetes/kinds/daemonset/templateGeneration';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { targetNode } from '../../../kubernetes/kinds/pod/state';
import { ControllerExpectations } from '../../component/expectations';
import { isUpdated, looksTheSame, type Revision } from './daemonPods';
import { HeldBack } from './heldBack';
import type { History } from './history';
import { type NodeSlot, NodeState } from './nodeState';
import { viewNode } from './nodeView';
import { Tally } from './tally';

/** A pod the controller has heard of, and the set that has claimed it. */
export interface KnownPod {
  /** Its latest version; undefined once it is gone. */
  pod: Pod | undefined;
  /** The set that has claimed it, on which node, and in which version. */
  state: SetState | undefined;
  node: NodeState | undefined;
  claimed: Pod | undefined;
}

/**
 * What the controller knows about one daemon set: its pods by node, and what has changed since the last sync.
 * Events only mark pods as touched and nodes as changed; a sync works off the marks.
 */
export class SetState {
  /** `namespace/name`. */
  readonly key: string;
  set: DaemonSet;
  readonly matches: LabelMatcher;
  readonly expectations = new ControllerExpectations();
  readonly tally = new Tally();
  /** Pods that may have to be claimed, released or dropped; some more than once. */
  readonly touched: KnownPod[] = [];
  /** Nodes that need a pod. */
  readonly needs = new Set<NodeState>();
  /** Nodes with pods to delete. */
  readonly surplus = new Set<NodeState>();
  readonly heldBack = new HeldBack();
  /** Worked out by the last sync; undefined if something it depends on has changed. */
  history: History | undefined;
  #changed: NodeState[] = [];
  #unmanaged: NodeState[] = [];
  readonly #nodes = new Map<string, NodeState>();
  readonly #hashes = new Map<string, number>();
  /** Nodes whose pods become available at a moment (model time), which changes their view. */
  readonly #due = new Map<number, Set<NodeState>>();
  #placement: Placement | undefined;
  readonly #slotOf: (node: string) => NodeSlot;
  /** Decides whether two pods may be on one node. */
  #strategy: DaemonSet['spec']['updateStrategy'];
  #revision: Revision | undefined;

  /** @param slotOf what is known of a node, by its name */
  constructor(key: string, set: DaemonSet, slotOf: (node: string) => NodeSlot) {
    this.key = key;
    this.set = set;
    this.#slotOf = slotOf;
    this.matches = compileLabelSelector(set.spec.selector);
  }

  /** What is known about a node, or meant for one of that name. */
  nodeOf(name: string): NodeState {
    let node = this.#nodes.get(name);
    if (!node) {
      node = new NodeState(name, this.#slotOf(name));
      this.#nodes.set(name, node);
    }
    return node;
  }

  nodes(): Iterable<NodeState> {
    return this.#nodes.values();
  }

  /** Made from the current template. */
  isCurrent(pod: Pod): boolean {
    return isUpdated(pod, this.revision);
  }

  /** Some pod of the set was made from this revision. */
  isLive(hash: string): boolean {
    return (this.#hashes.get(hash) ?? 0) > 0;
  }

  /** Takes a pod in, or its new version. A pod that is meant for no node is nobody's. */
  keep(known: KnownPod, pod: Pod): void {
    const { node, claimed } = known;
    if (pod === claimed && known.state === this) return;
    const target = pod.spec === claimed?.spec ? node?.name : targetNode(pod);
    if (known.state === this && node && claimed && node.name === target) {
      node.pods = node.pods.length === 1 ? [pod] : node.pods.map((each) => (each === claimed ? pod : each));
      known.claimed = pod;
      this.#recount(claimed, pod);
      if (node.pods.length > 1 || !looksTheSame(claimed, pod)) this.markChanged(node);
      return;
    }
    known.state?.drop(known);
    if (target === undefined) return;
    known.state = this;
    known.node = this.nodeOf(target);
    known.claimed = pod;
    known.node.pods = [...known.node.pods, pod];
    this.#recount(undefined, pod);
    this.markChanged(known.node);
  }

  /** Gives a pod up, if this set had claimed it. */
  drop(known: KnownPod): void {
    const { node, claimed } = known;
    if (known.state !== this || !node || !claimed) return;
    known.state = undefined;
    known.node = undefined;
    known.claimed = undefined;
    node.pods = node.pods.filter((each) => each !== claimed);
    this.#recount(claimed, undefined);
    this.markChanged(node);
  }

  /** The set has claimed the pod, and nothing that decides about that has changed since. */
  stillHas(known: KnownPod, pod: Pod): boolean {
    const claimed = known.claimed?.metadata;
    const { labels, ownerReferences } = pod.metadata;
    return known.state === this && claimed?.labels === labels && claimed?.ownerReferences === ownerReferences;
  }

  /** Notes whether the node needs a pod, and which of its pods must go. */
  setNeeds(node: NodeState, needsPod: boolean, surplus: readonly Pod[]): void {
    if (needsPod && !node.needsPod) this.needs.add(node);
    if (!needsPod && node.needsPod) this.needs.delete(node);
    if (surplus.length > 0) this.surplus.add(node);
    else if (node.surplus.length > 0) this.surplus.delete(node);
    node.needsPod = needsPod;
    node.surplus = surplus;
  }

  /** The view of the node is out of date. */
  markChanged(node: NodeState): void {
    if (node.isChanged) return;
    node.isChanged = true;
    this.#changed.push(node);
  }

  /** The pods of the node have to be looked at, though its view is fresh. */
  markUnmanaged(node: NodeState): void {
    if (node.isUnmanaged) return;
    node.isUnmanaged = true;
    this.#unmanaged.push(node);
  }

  /** The nodes whose view is out of date, each once. */
  takeChanged(): readonly NodeState[] {
    const taken = this.#changed;
    this.#changed = [];
    for (const node of taken) node.isChanged = false;
    return taken;
  }

  /** The nodes whose pods have to be looked at, each once. */
  takeUnmanaged(): readonly NodeState[] {
    const taken = this.#unmanaged;
    this.#unmanaged = [];
    for (const node of taken) node.isUnmanaged = false;
    return taken;
  }

  /**
   * Sets what views are worked out with.
   * @returns true if it differs from the last time: then every node has to be looked at again
   */
  prepare(project: WrittenSelector | undefined, hash: string): boolean {
    const revision: Revision = {
      hash,
      templateGeneration: String(templateGenerationOf(this.set)),
      minReadySeconds: this.set.spec.minReadySeconds ?? 0,
    };
    const { template, project: lastProject } = this.#placement ?? {};
    const last = this.#revision;
    const strategy = this.set.spec.updateStrategy;
    const same =
      template === this.set.spec.template.spec &&
      strategy === this.#strategy &&
      lastProject?.text === project?.text &&
      last?.hash === revision.hash &&
      last.templateGeneration === revision.templateGeneration &&
      last.minReadySeconds === revision.minReadySeconds;
    if (same) return false;
    this.#strategy = strategy;
    this.#placement = placementOf(this.set, project);
    this.#revision = revision;
    return true;
  }

  get revision(): Revision {
    if (!this.#revision) throw new Error(`The daemon set ${this.key} has not been prepared.`);
    return this.#revision;
  }

  /** Brings the view of one node up to date. */
  refresh(node: NodeState, now: number): void {
    const { object } = node.slot;
    if (!object && node.pods.length === 0) {
      this.tally.setView(node, undefined);
      this.setNeeds(node, false, []);
      this.#nodes.delete(node.name);
      return;
    }
    if (!this.#placement) return;
    const view = viewNode(object, node.pods, this.#placement, this.revision, now);
    this.tally.setView(node, view);
    this.markUnmanaged(node);
    if (view.availableAt !== undefined) this.#expectAvailable(node, view.availableAt);
  }

  /** Marks the nodes as changed whose pods have become available since. Nobody is woken by that. */
  noticeAvailable(now: number): void {
    for (const [due, nodes] of this.#due) {
      if (due > now) continue;
      this.#due.delete(due);
      for (const node of nodes) this.markChanged(node);
    }
  }

  /** The view of the node will change at a moment. */
  #expectAvailable(node: NodeState, due: number): void {
    const nodes = this.#due.get(due);
    if (nodes) nodes.add(node);
    else this.#due.set(due, new Set([node]));
  }

  /** Keeps count of how many pods there are of each revision. */
  #recount(before: Pod | undefined, after: Pod | undefined): void {
    if (before?.metadata.labels === after?.metadata.labels) return;
    const old = before && revisionHashOf(before);
    const now = after && revisionHashOf(after);
    if (old === now) return;
    if (old !== undefined) this.#hashes.set(old, (this.#hashes.get(old) ?? 0) - 1);
    if (now !== undefined) this.#hashes.set(now, (this.#hashes.get(now) ?? 0) + 1);
  }
}
