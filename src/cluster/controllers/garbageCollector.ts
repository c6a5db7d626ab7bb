import { isTerminating } from '../../kubernetes/fields/meta';
import { allResources, type ResourceType, resourceOf, resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, OwnerReference } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import { FOREGROUND, ORPHAN } from '../apiserver/registry/deletion';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

/** Kinds that are neither owned nor own anything, and that there are many of. */
const UNRELATED: readonly ResourceType[] = [resources.events, resources.leases];

/** An object that is owned or terminating, in its latest version. */
interface Known {
  readonly resource: ResourceType;
  object: KubeObject;
}

interface Identity {
  readonly namespace?: string;
  readonly name: string;
  readonly uid: string;
}

const hasFinalizer = (object: KubeObject, finalizer: string): boolean =>
  object.metadata.finalizers?.includes(finalizer) ?? false;

/**
 * Follows owner references: objects whose owners are gone are deleted (background); an owner that waits for its
 * dependents has them deleted first (foreground); an owner that leaves orphans has its name taken out of them first.
 * @see k8s.io/kubernetes/pkg/controller/garbagecollector
 */
export class GarbageCollector extends Component {
  /** Objects to look after, now or earlier, by uid. */
  readonly #suspects = new Map<string, Known>();
  /** What an object owns, by its uid. */
  readonly #dependents = new Map<string, Set<Known>>();
  /** Objects without owners that are known to be there, by uid: what they own needs no looking after. */
  readonly #present = new Map<string, KubeObject>();

  constructor(surroundings: Surroundings) {
    super('garbage-collector-controller', surroundings);
    for (const resource of allResources()) {
      if (UNRELATED.includes(resource)) continue;
      const bySerial: (Known | undefined)[] = [];
      this.watch<KubeObject>(resource, (event) => this.#onObject(resource, bySerial, event));
    }
  }

  protected override sync(uid: string): void {
    const known = this.#suspects.get(uid);
    if (!known) return;
    const { object } = known;
    if (isTerminating(object)) {
      if (hasFinalizer(object, ORPHAN)) this.#orphanDependents(known);
      else if (hasFinalizer(object, FOREGROUND)) this.#deleteDependents(known);
      return;
    }
    this.#judge(known);
  }

  /** Deletes an object that has owners, if none of them is there any more. News may be old, so it looks afresh. */
  #judge({ resource, object: known }: Known): void {
    const object = this.#fresh(resource, known.metadata);
    if (!object || isTerminating(object)) return;
    const owners = object.metadata.ownerReferences ?? [];
    if (owners.length === 0) return;
    const states = owners.map((owner) => this.#state(owner, object));
    const going = owners.filter((_, index) => states[index] !== 'solid');
    if (going.length < owners.length) {
      // Another owner keeps it; it must not keep those that wait for it to go.
      if (going.length > 0) this.#removeOwners(resource, object, going);
      return;
    }
    const waiting = states.includes('waiting');
    const hasOwn = (this.#dependents.get(object.metadata.uid)?.size ?? 0) > 0;
    const policy = waiting && hasOwn ? 'Foreground' : 'Background';
    const { resourceVersion } = object.metadata;
    this.#ignoreGone(() =>
      this.client.delete(resource, object, { propagationPolicy: policy, preconditions: { resourceVersion } }),
    );
  }

  #fresh(resource: ResourceType, { namespace, name, uid }: Identity): KubeObject | undefined {
    try {
      const found = this.client.get<KubeObject>(resource, namespace, name);
      return found.metadata.uid === uid ? found : undefined;
    } catch (error) {
      if (error instanceof ApiError && error.reason === 'NotFound') return undefined;
      throw error;
    }
  }

  /** Whether an owner is there for good, waits for its dependents to go, or is gone. */
  #state(owner: OwnerReference, dependent: KubeObject): 'solid' | 'waiting' | 'gone' {
    const resource = resourceOf(owner);
    if (!resource) return 'solid';
    const namespace = resource.namespaced ? dependent.metadata.namespace : undefined;
    const found = this.#fresh(resource, { namespace, name: owner.name, uid: owner.uid });
    if (!found) return 'gone';
    return isTerminating(found) && hasFinalizer(found, FOREGROUND) ? 'waiting' : 'solid';
  }

  #orphanDependents(owner: Known): void {
    for (const dependent of this.#dependentsOf(owner)) {
      this.#ignoreGone(() =>
        this.#removeOwners(dependent.resource, dependent.object, [{ uid: owner.object.metadata.uid }]),
      );
    }
    this.#removeFinalizer(owner, ORPHAN);
  }

  #deleteDependents(owner: Known): void {
    const dependents = this.#dependentsOf(owner);
    const blocking = dependents.filter(({ object }) =>
      object.metadata.ownerReferences?.some(
        (each) => each.uid === owner.object.metadata.uid && each.blockOwnerDeletion,
      ),
    );
    for (const known of dependents) if (!isTerminating(known.object)) this.#suspect(known);
    if (blocking.length === 0) this.#removeFinalizer(owner, FOREGROUND);
  }

  #dependentsOf(owner: Known): Known[] {
    return [...(this.#dependents.get(owner.object.metadata.uid) ?? [])];
  }

  #removeOwners(
    resource: ResourceType,
    object: KubeObject,
    owners: readonly { readonly uid: string }[],
  ): void {
    this.client.amend(object, resource, (current) => {
      const { ownerReferences = [], ...metadata } = current.metadata;
      const left = ownerReferences.filter((each) => !owners.some((owner) => owner.uid === each.uid));
      if (left.length === ownerReferences.length) return undefined;
      return { ...current, metadata: left.length > 0 ? { ...metadata, ownerReferences: left } : metadata };
    });
  }

  #removeFinalizer({ resource, object }: Known, finalizer: string): void {
    this.#ignoreGone(() =>
      this.client.amend(object, resource, (current) => {
        if (current.metadata.uid !== object.metadata.uid || !hasFinalizer(current, finalizer))
          return undefined;
        const { finalizers = [], ...metadata } = current.metadata;
        const left = finalizers.filter((each) => each !== finalizer);
        return { ...current, metadata: left.length > 0 ? { ...metadata, finalizers: left } : metadata };
      }),
    );
  }

  #ignoreGone(write: () => void): void {
    try {
      write();
    } catch (error) {
      if (!(error instanceof ApiError) || (error.reason !== 'NotFound' && error.reason !== 'Conflict'))
        throw error;
    }
  }

  #suspect(known: Known): void {
    const { uid } = known.object.metadata;
    this.#suspects.set(uid, known);
    this.queue.add(uid);
  }

  #onObject(
    resource: ResourceType,
    bySerial: (Known | undefined)[],
    { type, object, before, serial }: StoreEvent,
  ): void {
    const { uid, deletionTimestamp, finalizers, ownerReferences } = object.metadata;
    const last = before?.metadata;
    let known = bySerial[serial];
    if (type === 'DELETED') {
      this.#present.delete(uid);
      this.#suspects.delete(uid);
      if (known) this.#relink(known, last?.ownerReferences, undefined);
      bySerial[serial] = undefined;
      for (const dependent of this.#dependents.get(uid) ?? []) this.#suspect(dependent);
      return;
    }
    if (known) known.object = object;
    const ownersChanged = last?.ownerReferences !== ownerReferences;
    const same =
      !ownersChanged && last?.deletionTimestamp === deletionTimestamp && last?.finalizers === finalizers;
    if (last && same) return;
    if (!ownerReferences) this.#present.set(uid, object);
    if (!known) {
      if (!ownerReferences && !isTerminating(object)) return;
      known = { resource, object };
      bySerial[serial] = known;
    }
    this.#relink(known, last?.ownerReferences, ownerReferences);
    const isOwned = ownerReferences?.every((owner) => this.#isPresent(owner, object)) ?? false;
    if (isTerminating(object) || (ownersChanged && !isOwned)) this.#suspect(known);
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
    known: Known,
    old: readonly OwnerReference[] | undefined,
    now: readonly OwnerReference[] | undefined,
  ): void {
    if (old === now) return;
    for (const { uid } of old ?? []) {
      const dependents = this.#dependents.get(uid);
      dependents?.delete(known);
      if (dependents?.size === 0) this.#dependents.delete(uid);
      if (this.#suspects.has(uid)) this.queue.add(uid);
    }
    for (const { uid } of now ?? []) {
      const dependents = this.#dependents.get(uid);
      if (dependents) dependents.add(known);
      else this.#dependents.set(uid, new Set([known]));
    }
  }
}
