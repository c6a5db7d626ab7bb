import { compileLabelSelector, type LabelMatcher } from '../../../kubernetes/labels';
import type { ControllerRevision, DaemonSet, Node, Pod, StringMap } from '../../../kubernetes/objects';
import { targetNode } from '../../../kubernetes/pods';
import { keyOfObject } from '../../apiserver/store';
import { templateGenerationOf } from '../../apiserver/strategy';
import { type Placement, placementOf } from './eligibility';
import { Expectations } from './expectations';
import { isUpdated, type Revision, viewNode } from './nodeView';
import { REVISION_HASH } from './podTemplate';
import { Tally } from './tally';

const NO_PODS: readonly Pod[] = [];

/** The revisions of a set: the one of its current template, and the others by number. */
export interface History {
  readonly current: ControllerRevision;
  readonly old: readonly ControllerRevision[];
}

/**
 * What the controller knows about one daemon set: its pods by node, and what has changed since the last sync.
 * Events only mark pods as touched and nodes as changed; a sync works off the marks.
 */
export class SetState {
  set: DaemonSet;
  readonly matches: LabelMatcher;
  readonly expectations = new Expectations();
  readonly tally = new Tally();
  /** Pods (by key) that may have to be claimed, released or dropped. */
  readonly touched = new Set<string>();
  /** Nodes whose view is out of date. */
  readonly changed = new Set<string>();
  /** Nodes whose view is fresh, but whose pods have not been put right yet. */
  readonly unmanaged = new Set<string>();
  /** Nodes that need a pod. */
  readonly needs = new Set<string>();
  /** Pods to delete, by node. */
  readonly surplus = new Map<string, readonly Pod[]>();
  /** Nodes whose pods become available at a moment (model time), which changes their view. */
  readonly #dueViews = new Map<number, Set<string>>();
  /** Moments (model time) at which the controller comes back to see pods become available. */
  readonly wakeUps = new Set<number>();
  /** Worked out by the last sync; undefined if something it depends on has changed. */
  history: History | undefined;
  readonly #pods = new Map<string, Pod>();
  readonly #byNode = new Map<string, readonly Pod[]>();
  readonly #hashes = new Map<string, number>();
  #placement: Placement | undefined;
  #revision: Revision | undefined;

  constructor(set: DaemonSet) {
    this.set = set;
    this.matches = compileLabelSelector(set.spec.selector);
  }

  podsOn(node: string): readonly Pod[] {
    return this.#byNode.get(node) ?? NO_PODS;
  }

  /** Nodes that pods of the set are on or meant for. */
  nodesWithPods(): IterableIterator<string> {
    return this.#byNode.keys();
  }

  owns(podKey: string): boolean {
    return this.#pods.has(podKey);
  }

  /** Made from the current template. */
  isCurrent(pod: Pod): boolean {
    return isUpdated(pod, this.revision);
  }

  /** Some pod of the set was made from this revision. */
  isLive(hash: string): boolean {
    return (this.#hashes.get(hash) ?? 0) > 0;
  }

  /** Takes a pod in, or its new version. */
  keep(pod: Pod): void {
    const key = keyOfObject(pod);
    const before = this.#pods.get(key);
    if (before) this.#unlink(key, before);
    const node = targetNode(pod);
    if (node === undefined) {
      this.#pods.delete(key);
      return;
    }
    this.#pods.set(key, pod);
    this.#byNode.set(node, [...this.podsOn(node), pod]);
    this.#count(pod, 1);
    this.changed.add(node);
  }

  drop(podKey: string): void {
    const pod = this.#pods.get(podKey);
    if (!pod) return;
    this.#unlink(podKey, pod);
    this.#pods.delete(podKey);
  }

  /**
   * Sets what views are worked out with.
   * @returns true if it differs from the last time: then every node has to be looked at again
   */
  prepare(project: StringMap | undefined, hash: string): boolean {
    const revision: Revision = {
      hash,
      templateGeneration: String(templateGenerationOf(this.set)),
      minReadySeconds: this.set.spec.minReadySeconds ?? 0,
    };
    const { template, project: lastProject } = this.#placement ?? {};
    const last = this.#revision;
    const same =
      template === this.set.spec.template.spec &&
      sameSelector(lastProject, project) &&
      last?.hash === revision.hash &&
      last.templateGeneration === revision.templateGeneration &&
      last.minReadySeconds === revision.minReadySeconds;
    if (same) return false;
    this.#placement = placementOf(this.set, project);
    this.#revision = revision;
    return true;
  }

  get placement(): Placement | undefined {
    return this.#placement;
  }

  get revision(): Revision {
    if (!this.#revision) throw new Error(`The daemon set ${keyOfObject(this.set)} has not been prepared.`);
    return this.#revision;
  }

  /** Marks the nodes as changed whose pods have become available since. */
  noticeAvailable(now: number): void {
    for (const [due, nodes] of this.#dueViews) {
      if (due > now) continue;
      this.#dueViews.delete(due);
      for (const node of nodes) this.changed.add(node);
    }
  }

  /** The node's view will change at a moment. */
  expectAvailable(node: string, due: number): void {
    const nodes = this.#dueViews.get(due);
    if (nodes) nodes.add(node);
    else this.#dueViews.set(due, new Set([node]));
  }

  /** Brings the view of one node up to date. */
  refresh(node: string, object: Node | undefined, now: number): void {
    const pods = this.podsOn(node);
    if (!object && pods.length === 0) {
      this.tally.set(node, undefined);
    } else if (this.#placement) {
      this.tally.set(node, viewNode(object, pods, this.#placement, this.revision, now));
    }
    this.unmanaged.add(node);
  }

  #unlink(key: string, pod: Pod): void {
    const node = targetNode(pod) ?? '';
    const left = this.podsOn(node).filter((each) => keyOfObject(each) !== key);
    if (left.length === 0) this.#byNode.delete(node);
    else this.#byNode.set(node, left);
    this.#count(pod, -1);
    this.changed.add(node);
  }

  #count(pod: Pod, change: 1 | -1): void {
    const hash = pod.metadata.labels?.[REVISION_HASH];
    if (hash !== undefined) this.#hashes.set(hash, (this.#hashes.get(hash) ?? 0) + change);
  }
}

const sameSelector = (a: StringMap | undefined, b: StringMap | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.keys(a).every((key) => a[key] === b[key]));
