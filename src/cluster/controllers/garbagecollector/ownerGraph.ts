import { isTerminating } from '../../../kubernetes/fields/meta';
import type { KubeObject, OwnerReference } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { StoreEvent } from '../../apiserver/registry/topic';

/** An object that is owned or terminating, in its latest version. */
export interface Tracked {
  readonly resource: ResourceType;
  object: KubeObject;
}

/**
 * Who owns whom, as far as the collector has heard. Most objects need no looking after, and are not kept: only those
 * that are owned, or on their way out.
 * @see k8s.io/kubernetes/pkg/controller/garbagecollector GraphBuilder
 */
export class OwnerGraph {
  readonly #onSuspect: (uid: string) => void;
  /** Objects to look after, now or earlier, by uid. */
  readonly #suspects = new Map<string, Tracked>();
  /** What an object owns, by its uid. */
  readonly #dependents = new Map<string, Set<Tracked>>();
  /** Objects without owners that are known to be there, by uid: what they own needs no looking after. */
  readonly #present = new Map<string, KubeObject>();

  /** @param onSuspect called with the uid of an object that has to be looked after */
  constructor(onSuspect: (uid: string) => void) {
    this.#onSuspect = onSuspect;
  }

  /** Takes in the news of one kind. */
  follow(resource: ResourceType): (event: StoreEvent) => void {
    const bySerial: (Tracked | undefined)[] = [];
    return (event) => this.#hear(resource, bySerial, event);
  }

  /** An object that has to be looked after, or had to. */
  suspectOf(uid: string): Tracked | undefined {
    return this.#suspects.get(uid);
  }

  dependentsOf(uid: string): readonly Tracked[] {
    return [...(this.#dependents.get(uid) ?? [])];
  }

  /** The object has to be looked after. */
  suspect(tracked: Tracked): void {
    const { uid } = tracked.object.metadata;
    this.#suspects.set(uid, tracked);
    this.#onSuspect(uid);
  }

  #hear(
    resource: ResourceType,
    bySerial: (Tracked | undefined)[],
    { type, object, before, serial }: StoreEvent,
  ): void {
    const { uid, deletionTimestamp, finalizers, ownerReferences } = object.metadata;
    const last = before?.metadata;
    let tracked = bySerial[serial];
    if (type === 'DELETED') {
      this.#present.delete(uid);
      this.#suspects.delete(uid);
      if (tracked) this.#relink(tracked, last?.ownerReferences, undefined);
      bySerial[serial] = undefined;
      for (const dependent of this.#dependents.get(uid) ?? []) this.suspect(dependent);
      return;
    }
    if (tracked) tracked.object = object;
    const ownersChanged = last?.ownerReferences !== ownerReferences;
    const same =
      !ownersChanged && last?.deletionTimestamp === deletionTimestamp && last?.finalizers === finalizers;
    if (last && same) return;
    if (!ownerReferences) this.#present.set(uid, object);
    if (!tracked) {
      if (!ownerReferences && !isTerminating(object)) return;
      tracked = { resource, object };
      bySerial[serial] = tracked;
    }
    this.#relink(tracked, last?.ownerReferences, ownerReferences);
    const isOwned = ownerReferences?.every((owner) => this.#isPresent(owner, object)) ?? false;
    if (isTerminating(object) || (ownersChanged && !isOwned)) this.suspect(tracked);
  }

  /** An owner is looked for where the dependent says it is: in its own namespace or in none. */
  #isPresent({ uid, kind, name }: OwnerReference, dependent: KubeObject): boolean {
    const owner = this.#present.get(uid);
    const { namespace } = owner?.metadata ?? {};
    return (
      owner?.kind === kind &&
      owner.metadata.name === name &&
      (namespace === undefined || namespace === dependent.metadata.namespace)
    );
  }

  /** Notes who owns the object now. An owner that waits for its dependents to go is looked at again. */
  #relink(
    tracked: Tracked,
    old: readonly OwnerReference[] | undefined,
    now: readonly OwnerReference[] | undefined,
  ): void {
    if (old === now) return;
    for (const { uid } of old ?? []) {
      const dependents = this.#dependents.get(uid);
      dependents?.delete(tracked);
      if (dependents?.size === 0) this.#dependents.delete(uid);
      if (this.#suspects.has(uid)) this.#onSuspect(uid);
    }
    for (const { uid } of now ?? []) {
      const dependents = this.#dependents.get(uid);
      if (dependents) dependents.add(tracked);
      else this.#dependents.set(uid, new Set([tracked]));
    }
  }
}
