import { compileLabelSelector, type LabelMatcher } from '../../../kubernetes/fields/labels';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { targetNode } from '../../../kubernetes/kinds/pod/state';
import type { StringMap } from '../../../kubernetes/object';
import { templateGenerationOf } from '../../apiserver/registry/strategy';
import { Expectations } from '../../component/expectations';
import { type Placement, placementOf } from './eligibility';
import { isUpdated, type Revision, viewNode } from './nodeView';
import { type NodeSlot, Place } from './place';
import { REVISION_HASH } from './podTemplate';
import { Tally } from './tally';

/** The revisions of a set: the one of its current template, and the others by number. */
export interface History {
  readonly current: ControllerRevision;
  readonly old: readonly ControllerRevision[];
}

/** A pod the controller has heard of, and the set that has claimed it. */
export interface KnownPod {
  /** Its latest version; undefined once it is gone. */
  pod: Pod | undefined;
  /** The set that has claimed it, at which place, and in which version. */
  state: SetState | undefined;
  place: Place | undefined;
  claimed: Pod | undefined;
}

/**
 * What the controller knows about one daemon set: its pods by place, and what has changed since the last sync.
 * Events only mark pods as touched and places as changed; a sync works off the marks.
 */
export class SetState {
  /** `namespace/name`. */
  readonly key: string;
  set: DaemonSet;
  readonly matches: LabelMatcher;
  readonly expectations = new Expectations();
  readonly tally = new Tally();
  /** Pods that may have to be claimed, released or dropped; some more than once. */
  readonly touched: KnownPod[] = [];
  /** Places that need a pod. */
  readonly needs = new Set<Place>();
  /** Places with pods to delete. */
  readonly surplus = new Set<Place>();
  /** Moments (model time) at which the controller comes back to see pods become available. */
  readonly wakeUps = new Set<number>();
  /** Worked out by the last sync; undefined if something it depends on has changed. */
  history: History | undefined;
  #changed: Place[] = [];
  #unmanaged: Place[] = [];
  readonly #places = new Map<string, Place>();
  readonly #hashes = new Map<string, number>();
  /** Places whose pods become available at a moment (model time), which changes their view. */
  readonly #due = new Map<number, Set<Place>>();
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

  placeOf(node: string): Place {
    let place = this.#places.get(node);
    if (!place) {
      place = new Place(node, this.#slotOf(node));
      this.#places.set(node, place);
    }
    return place;
  }

  places(): Iterable<Place> {
    return this.#places.values();
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
    const { place, claimed } = known;
    if (pod === claimed && known.state === this) return;
    const node = pod.spec === claimed?.spec ? place?.node : targetNode(pod);
    if (known.state === this && place && claimed && place.node === node) {
      place.pods =
        place.pods.length === 1 ? [pod] : place.pods.map((each) => (each === claimed ? pod : each));
      known.claimed = pod;
      this.#recount(claimed, pod);
      if (place.pods.length > 1 || !looksTheSame(claimed, pod)) this.markChanged(place);
      return;
    }
    known.state?.drop(known);
    if (node === undefined) return;
    known.state = this;
    known.place = this.placeOf(node);
    known.claimed = pod;
    known.place.pods = [...known.place.pods, pod];
    this.#recount(undefined, pod);
    this.markChanged(known.place);
  }

  /** Gives a pod up, if this set had claimed it. */
  drop(known: KnownPod): void {
    const { place, claimed } = known;
    if (known.state !== this || !place || !claimed) return;
    known.state = undefined;
    known.place = undefined;
    known.claimed = undefined;
    place.pods = place.pods.filter((each) => each !== claimed);
    this.#recount(claimed, undefined);
    this.markChanged(place);
  }

  /** The set has claimed the pod, and nothing that decides about that has changed since. */
  stillHas(known: KnownPod, pod: Pod): boolean {
    const claimed = known.claimed?.metadata;
    const { labels, ownerReferences } = pod.metadata;
    return known.state === this && claimed?.labels === labels && claimed?.ownerReferences === ownerReferences;
  }

  /** Notes whether the place needs a pod, and which of its pods must go. */
  setNeeds(place: Place, needsPod: boolean, surplus: readonly Pod[]): void {
    if (needsPod && !place.needsPod) this.needs.add(place);
    if (!needsPod && place.needsPod) this.needs.delete(place);
    if (surplus.length > 0) this.surplus.add(place);
    else if (place.surplus.length > 0) this.surplus.delete(place);
    place.needsPod = needsPod;
    place.surplus = surplus;
  }

  /** The view of the place is out of date. */
  markChanged(place: Place): void {
    if (place.isChanged) return;
    place.isChanged = true;
    this.#changed.push(place);
  }

  /** The pods of the place have to be looked at, though its view is fresh. */
  markUnmanaged(place: Place): void {
    if (place.isUnmanaged) return;
    place.isUnmanaged = true;
    this.#unmanaged.push(place);
  }

  /** The places whose view is out of date, each once. */
  takeChanged(): readonly Place[] {
    const taken = this.#changed;
    this.#changed = [];
    for (const place of taken) place.isChanged = false;
    return taken;
  }

  /** The places whose pods have to be looked at, each once. */
  takeUnmanaged(): readonly Place[] {
    const taken = this.#unmanaged;
    this.#unmanaged = [];
    for (const place of taken) place.isUnmanaged = false;
    return taken;
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
    const strategy = this.set.spec.updateStrategy;
    const same =
      template === this.set.spec.template.spec &&
      strategy === this.#strategy &&
      sameSelector(lastProject, project) &&
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

  /** Brings the view of one place up to date. */
  refresh(place: Place, now: number): void {
    const { node } = place.slot;
    if (!node && place.pods.length === 0) {
      this.tally.setView(place, undefined);
      this.setNeeds(place, false, []);
      this.#places.delete(place.node);
      return;
    }
    if (!this.#placement) return;
    this.tally.setView(place, viewNode(node, place.pods, this.#placement, this.revision, now));
    this.markUnmanaged(place);
  }

  /** Marks the places as changed whose pods have become available since. */
  noticeAvailable(now: number): void {
    for (const [due, places] of this.#due) {
      if (due > now) continue;
      this.#due.delete(due);
      for (const place of places) this.markChanged(place);
    }
  }

  /** The view of the place will change at a moment. */
  expectAvailable(place: Place, due: number): void {
    const places = this.#due.get(due);
    if (places) places.add(place);
    else this.#due.set(due, new Set([place]));
  }

  /** Keeps count of how many pods there are of each revision. */
  #recount(before: Pod | undefined, after: Pod | undefined): void {
    if (before?.metadata.labels === after?.metadata.labels) return;
    const old = before?.metadata.labels?.[REVISION_HASH];
    const now = after?.metadata.labels?.[REVISION_HASH];
    if (old === now) return;
    if (old !== undefined) this.#hashes.set(old, (this.#hashes.get(old) ?? 0) - 1);
    if (now !== undefined) this.#hashes.set(now, (this.#hashes.get(now) ?? 0) + 1);
  }
}

const readinessOf = (pod: Pod): unknown => {
  for (const condition of pod.status.conditions ?? [])
    if (condition.type === 'Ready') return condition.status;
  return undefined;
};

/** Two versions of a lone pod that make no difference to the view of its place: it was bound, say. */
const looksTheSame = (a: Pod, b: Pod): boolean =>
  a.metadata.labels === b.metadata.labels &&
  a.metadata.deletionTimestamp === b.metadata.deletionTimestamp &&
  a.status.phase === b.status.phase &&
  readinessOf(a) === readinessOf(b);

const sameSelector = (a: StringMap | undefined, b: StringMap | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.keys(a).every((key) => a[key] === b[key]));
