import { isTerminating, withoutOwners } from '../../../kubernetes/fields/meta';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, OwnerReference } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { FOREGROUND, ORPHAN, type PropagationPolicy } from '../../apiserver/registry/deletion';
import { Component, type Surroundings } from '../../component/component';
import { isGone } from '../../component/gone';
import { OwnerGraph, type Tracked } from './ownerGraph';

/** Kinds that are neither owned nor own anything, and that there are many of. */
const UNRELATED: readonly ResourceType[] = [resources.events, resources.leases];

interface Identity {
  readonly namespace?: string;
  readonly name: string;
  readonly uid: string;
}

const hasFinalizer = (object: KubeObject, finalizer: string): boolean =>
  object.metadata.finalizers?.includes(finalizer) ?? false;

/** How an object wants to go: what its finalizers ask for is honoured. */
const wantedBy = (object: KubeObject): PropagationPolicy => {
  if (hasFinalizer(object, ORPHAN)) return 'Orphan';
  return hasFinalizer(object, FOREGROUND) ? 'Foreground' : 'Background';
};

/**
 * Follows owner references: objects whose owners are gone are deleted (background); an owner that waits for its
 * dependents has them deleted first (foreground); an owner that leaves orphans has its name taken out of them first.
 * @see pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem, processDeletingDependentsItem
 */
export class GarbageCollector extends Component {
  readonly #graph = new OwnerGraph((uid) => this.queue.add(uid));

  constructor(surroundings: Surroundings) {
    super('garbage-collector-controller', surroundings);
    this.watchKinds((kind) => {
      if (!UNRELATED.includes(kind)) this.watch(kind, this.#graph.follow(kind));
    });
  }

  protected override sync(uid: string): void {
    const suspect = this.#graph.suspectOf(uid);
    if (!suspect) return;
    const { object } = suspect;
    if (isTerminating(object)) {
      if (hasFinalizer(object, ORPHAN)) this.#orphanDependents(suspect);
      else if (hasFinalizer(object, FOREGROUND)) this.#deleteDependents(suspect);
      return;
    }
    this.#judge(suspect);
  }

  /** Deletes an object that has owners, if none of them is there any more. News may be old, so it looks afresh. */
  #judge({ resource, object: known }: Tracked): void {
    const object = this.#fresh(resource, known.metadata);
    if (!object || isTerminating(object)) return;
    const owners = object.metadata.ownerReferences ?? [];
    if (owners.length === 0) return;
    const states = owners.map((owner) => this.#state(owner, object));
    const going = owners.flatMap(({ uid }, index) => (states[index] === 'solid' ? [] : [uid]));
    if (going.length < owners.length) {
      // Another owner keeps it; it must not keep those that wait for it to go.
      if (going.length > 0) this.#removeOwners(resource, object, going);
      return;
    }
    const waiting = states.includes('waiting');
    const hasOwn = this.#graph.dependentsOf(object.metadata.uid).length > 0;
    const policy = waiting && hasOwn ? 'Foreground' : wantedBy(object);
    const { resourceVersion } = object.metadata;
    this.#ignoreGone(() =>
      this.client.delete(resource, object, { propagationPolicy: policy, preconditions: { resourceVersion } }),
    );
  }

  #fresh(resource: ResourceType, { namespace, name, uid }: Identity): KubeObject | undefined {
    try {
      const found = this.client.get(resource, namespace, name);
      return found.metadata.uid === uid ? found : undefined;
    } catch (error) {
      if (error instanceof ApiError && error.reason === 'NotFound') return undefined;
      throw error;
    }
  }

  /** Whether an owner is there for good, waits for its dependents to go, or is gone. */
  #state(owner: OwnerReference, dependent: KubeObject): 'solid' | 'waiting' | 'gone' {
    const resource = this.client.kinds.of(owner);
    if (!resource) return 'solid';
    const namespace = resource.namespaced ? dependent.metadata.namespace : undefined;
    const found = this.#fresh(resource, { namespace, name: owner.name, uid: owner.uid });
    if (!found) return 'gone';
    return isTerminating(found) && hasFinalizer(found, FOREGROUND) ? 'waiting' : 'solid';
  }

  #orphanDependents(owner: Tracked): void {
    for (const dependent of this.#graph.dependentsOf(owner.object.metadata.uid)) {
      this.#ignoreGone(() =>
        this.#removeOwners(dependent.resource, dependent.object, [owner.object.metadata.uid]),
      );
    }
    this.#removeFinalizer(owner, ORPHAN);
  }

  #deleteDependents(owner: Tracked): void {
    const dependents = this.#graph.dependentsOf(owner.object.metadata.uid);
    const blocking = dependents.filter(({ object }) =>
      object.metadata.ownerReferences?.some(
        (each) => each.uid === owner.object.metadata.uid && each.blockOwnerDeletion,
      ),
    );
    for (const each of dependents) if (!isTerminating(each.object)) this.#graph.suspect(each);
    if (blocking.length === 0) this.#removeFinalizer(owner, FOREGROUND);
  }

  #removeOwners(resource: ResourceType, object: KubeObject, uids: readonly string[]): void {
    this.client.amend(object, resource, (current) => withoutOwners(current, uids));
  }

  #removeFinalizer({ resource, object }: Tracked, finalizer: string): void {
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
      if (!isGone(error)) throw error;
    }
  }
}
