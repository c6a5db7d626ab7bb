import { compileLabelSelector, type LabelMatcher } from '../../../kubernetes/labels';
import type { ControllerRevision, DaemonSet, Node, Pod, StringMap } from '../../../kubernetes/objects';
import { targetNode } from '../../../kubernetes/pods';
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
  /** `namespace/name`. */
  readonly key: string;
  set: DaemonSet;
  readonly matches: LabelMatcher;
  readonly expectations = new Expectations();
  readonly tally = new Tally();
  /** Pods (by uid) that may have to be claimed, released or, if undefined, dropped. */
  readonly touched = new Map<string, Pod | undefined>();
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
  readonly #byNode = new Map<string, Pod[]>();
  readonly #hashes = new Map<string, number>();
  #placement: Placement | undefined;
  #revision: Revision | undefined;

  constructor(key: string, set: DaemonSet) {
    this.key = key;
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

  /** Made from the current template. */
  isCurrent(pod: Pod): boolean {
    return isUpdated(pod, this.revision);
  }

  /** Some pod of the set was made from this revision. */
  isLive(hash: string): boolean {
    return (this.#hashes.get(hash) ?? 0) > 0;
  }

  /** Takes a pod in, or its new version. */
  keep(uid: string, pod: Pod): void {
    const before = this.#pods.get(uid);
    const node = targetNode(pod);
    if (before) {
      const place = this.#byNode.get(node ?? '');
      const index = place?.indexOf(before) ?? -1;
      if (place && index >= 0) {
        place[index] = pod;
        this.#pods.set(uid, pod);
        this.#recount(before, pod);
        this.changed.add(node as string);
        return;
      }
      this.drop(uid);
    }
    if (node === undefined) return;
    this.#pods.set(uid, pod);
    const place = this.#byNode.get(node);
    if (place) place.push(pod);
    else this.#byNode.set(node, [pod]);
    this.#recount(undefined, pod);
    this.changed.add(node);
  }

  drop(uid: string): void {
    const pod = this.#pods.get(uid);
    if (!pod) return;
    this.#pods.delete(uid);
    this.#recount(pod, undefined);
    const node = targetNode(pod) ?? '';
    const place = this.#byNode.get(node) ?? [];
    place.splice(place.indexOf(pod), 1);
    if (place.length === 0) this.#byNode.delete(node);
    this.changed.add(node);
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
    if (!this.#revision) throw new Error(`The daemon set ${this.key} has not been prepared.`);
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

  /** Keeps count of how many pods there are of each revision. */
  #recount(before: Pod | undefined, after: Pod | undefined): void {
    const old = before?.metadata.labels?.[REVISION_HASH];
    const now = after?.metadata.labels?.[REVISION_HASH];
    if (old === now) return;
    if (old !== undefined) this.#hashes.set(old, (this.#hashes.get(old) ?? 0) - 1);
    if (now !== undefined) this.#hashes.set(now, (this.#hashes.get(now) ?? 0) + 1);
  }
}

const sameSelector = (a: StringMap | undefined, b: StringMap | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.keys(a).every((key) => a[key] === b[key]));
