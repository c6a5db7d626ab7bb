import type { Draft } from '../../../kubernetes/fields/copies';
import { deepEqual } from '../../../kubernetes/fields/equality';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { applyDefaults } from '../../../kubernetes/kinds/defaults';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { type ResourceType, resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { alreadyExists, notFound } from '../../../kubernetes/refusals';
import type { Settings } from '../../settings';
import type { Loop } from '../../simulation/loop';
import { Chains } from '../admission/chains';
import type { PluginFactory } from '../admission/plugin';
import { plugins } from '../admission/plugins';
import { bound } from './binding';
import { type DeleteOptions, isReadyToGo, markDeleted } from './deletion';
import { generateName } from './generatedName';
import { Kinds } from './kinds';
import { keepIdentity, newMetadata } from './metadata';
import { checkNamespace } from './namespaceLifecycle';
import { terminated } from './namespaceTermination';
import { checkPreconditions } from './preconditions';
import { readWatchVersion } from './resourceVersion';
import { compileSelectors, type ListOptions, type Selection } from './selection';
import { keyOf, type Row, Store } from './store';
import {
  countsGenerations,
  prepareForCreate,
  prepareForUpdate,
  type WithStatus,
  withStatus,
} from './strategy';
import type { Cursor, StoreEvent } from './topic';
import { type WatchEvent, Watches } from './watches';

export type Subresource = 'status' | undefined;

/** How an object is changed. */
export interface ChangeOptions<T extends KubeObject> {
  /** What is written: everything but the status, or the status alone. */
  readonly subresource?: Subresource;
  /** Checks what is about to be stored, by throwing an ApiError. */
  readonly validate?: (next: T, current: T) => void;
}

/**
 * What is common to all writes, whoever makes them: identity, defaults, admission, generations, deletion, storing,
 * and telling those who watch. Whom a write comes from, and whether it is valid, is checked by whoever passes a
 * `validate`; the control plane passes none, as it makes its objects from objects that were checked. Refusals are
 * thrown as ApiError.
 */
export class Registry {
  readonly store = new Store();
  readonly kinds = new Kinds();
  readonly #loop: Loop;
  readonly #admission: Chains;
  readonly #watches = new Watches(this.store);

  constructor(loop: Loop, settings: Settings, admission: readonly PluginFactory[] = plugins) {
    this.#loop = loop;
    const context = { store: this.store, settings, random: loop.random, now: () => loop.now };
    this.#admission = new Chains(admission.map((make) => make(context)));
    loop.announceThrough(this.#watches);
  }

  /**
   * Stores a new object.
   * @param sent that nobody else holds: it becomes the stored object
   * @param namespace undefined for kinds that have none
   * @param validate checks the object once it is complete, before its name is known to be free
   */
  create<T extends KubeObject>(
    resource: ResourceType,
    namespace: string | undefined,
    sent: Manifest | KubeObject,
    validate?: (object: T) => void,
  ): T {
    const { name: given = '', generateName: prefix } = sent.metadata ?? {};
    if (namespace !== undefined) checkNamespace(this.store, resource, namespace, given);
    const isTaken = (each: string): boolean => this.store.get(resource, namespace, each) !== undefined;
    const name = given || generateName(prefix, this.#loop.random, isTaken);
    const identified = sent as Draft<T>;
    identified.metadata = newMetadata(sent.metadata ?? {}, {
      name,
      namespace,
      generation: countsGenerations(resource) ? 1 : undefined,
      uid: this.#loop.random.uuid(),
      now: this.#loop.now,
    });
    const admission = this.#admission.for('create', resource);
    const object = admission.pass('mutating', prepareForCreate<T>(applyDefaults<T>(identified)), given);
    validate?.(object);
    const namesake = this.store.get(resource, namespace, name);
    if (namesake) {
      throw alreadyExists(resource, name, { leaving: isTerminating(namesake), generated: Boolean(prefix) });
    }
    return this.store.add(resource, admission.pass('last', object, name));
  }

  /** @throws ApiError 404 */
  get<T extends KubeObject>(resource: ResourceType, namespace: string | undefined, name: string): T {
    return this.#find<T>(resource, namespace, name).object;
  }

  /** The objects of a collection, in order of namespace and name. */
  list<T extends KubeObject>(resource: ResourceType, options: ListOptions = {}): T[] {
    return this.#select(resource, options.namespace, compileSelectors(resource, options)) as T[];
  }

  /**
   * Changes what is stored now.
   * @param change what is to become of the object; undefined, or the same object, changes nothing
   */
  update<T extends KubeObject>(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T | undefined,
    { subresource, validate }: ChangeOptions<T> = {},
  ): T {
    const row = this.#find<T>(resource, namespace, name);
    const current = row.object;
    const sent = change(current);
    if (sent === undefined || sent === current) return current;
    let next = keepIdentity(sent, current);
    const admission = subresource ? undefined : this.#admission.for('update', resource);
    if (admission) next = admission.pass('mutating', prepareForUpdate(next, current), name);
    if (next === current || deepEqual(next, current)) return current;
    validate?.(next, current);
    if (admission) next = admission.pass('last', next, name);
    if (isReadyToGo(next)) {
      this.store.remove(resource, row, next);
      return next;
    }
    return this.store.replace(resource, row, next === sent ? { ...next } : next);
  }

  /** Changes the status that is stored now; undefined, or an equal one, changes nothing. It is not checked. */
  updateStatus<T extends WithStatus>(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T['status'] | undefined,
  ): T {
    const row = this.#find<T>(resource, namespace, name);
    const current = row.object;
    const status = change(current);
    if (status === undefined || deepEqual(status, current.status)) return current;
    return this.store.replace(resource, row, withStatus(current, status));
  }

  /** @returns the object, marked as leaving unless it is gone already */
  delete(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): KubeObject {
    const row = this.#find(resource, namespace, name);
    checkPreconditions(resource, row.object, options.preconditions ?? {});
    return this.#remove(resource, row, options);
  }

  /** Deletes a collection, one object after another. */
  deleteCollection(resource: ResourceType, query: ListOptions, options: DeleteOptions = {}): void {
    for (const { metadata } of this.list(resource, query))
      this.#remove(resource, this.#find(resource, metadata.namespace, metadata.name), options);
  }

  /** Binds a pod to a node. A bound pod cannot be bound again. */
  bind({ metadata: { namespace, name, uid } }: Pod, node: string): Pod {
    const row = this.#find<Pod>(resources.pods, namespace, name);
    return this.store.replace(resources.pods, row, bound(row.object, uid, node, this.#loop.now));
  }

  /** Removes the namespace's own finalizer, once it is empty. */
  finalizeNamespace(name: string): void {
    const row = this.store.find(resources.namespaces, undefined, name);
    if (row && isTerminating(row.object)) this.store.remove(resources.namespaces, row);
  }

  /**
   * How components watch: all of a kind, at their own pace.
   * @param introduce is called for every object there is, before this returns
   * @param onNews there is something to read, after there was nothing
   * @returns a place in the news that come from now on
   */
  follow(resource: ResourceType, introduce: (event: StoreEvent) => void, onNews: () => void): Cursor {
    for (const event of this.store.introduction(resource)) introduce(event);
    return this.store.topic(resource).read(onNews);
  }

  /**
   * How everybody else watches: a collection, from a resource version on or, without one, beginning with what there
   * is.
   * @returns ends the watch
   * @throws ApiError 410 for a version that is too old
   */
  watch(resource: ResourceType, options: ListOptions, onEvent: (event: WatchEvent) => void): () => void {
    const selection = compileSelectors(resource, options);
    const { namespace } = options;
    const since = readWatchVersion(options.resourceVersion);
    const selects = (object: KubeObject): boolean =>
      (!namespace || object.metadata.namespace === namespace) && (!selection || selection(object));
    const present = since === undefined ? this.#select(resource, namespace, selection) : [];
    return this.#watches.open({ resource, selects, since, present }, onEvent);
  }

  #find<T extends KubeObject>(resource: ResourceType, namespace: string | undefined, name: string): Row<T> {
    const row = this.store.find(resource, resource.namespaced ? namespace : undefined, name);
    if (!row) throw notFound(resource, name);
    return row as Row<T>;
  }

  #select(
    resource: ResourceType,
    namespace: string | undefined,
    selection: Selection | undefined,
  ): KubeObject[] {
    const found: KubeObject[] = [];
    for (const object of this.store.all(resource, namespace || undefined)) {
      if (!selection || selection(object)) found.push(object);
    }
    return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  #remove(resource: ResourceType, row: Row, options: DeleteOptions): KubeObject {
    const { object } = row;
    const now = this.#loop.now;
    const marked =
      resource === resources.namespaces
        ? terminated(object as Namespace, now)
        : markDeleted(object, options, now);
    if (marked === undefined) this.store.remove(resource, row);
    else if (marked !== object) return this.store.replace(resource, row, marked);
    return object;
  }
}
