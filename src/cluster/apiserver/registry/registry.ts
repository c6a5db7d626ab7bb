import type { Draft } from '../../../kubernetes/fields/copies';
import { deepEqual } from '../../../kubernetes/fields/equality';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { kindsFromTheStart } from '../../../kubernetes/kinds/everyKind';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import { withoutOwnFinalizer } from '../../../kubernetes/kinds/namespace/finalizer';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { alreadyExists, noSuchResource, notFound } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { DeleteOptions, ListOptions } from '../../../port/api';
import type { Settings } from '../../../port/settings';
import type { Loop } from '../../simulation/loop';
import { Chains } from '../admission/chains';
import { plugins } from '../admission/plugins';
import type { Asking } from '../requests/caller';
import { bound } from './binding';
import { asDeleted, isReadyToGo, markDeleted } from './deletion';
import { FieldOwnership } from './fieldOwnership';
import { generateName } from './generatedName';
import { keepIdentity, newMetadata } from './metadata';
import { checkNamespace } from './namespaceLifecycle';
import type { ChangeOptions, RegistryOptions } from './options';
import { inOrder } from './order';
import { checkDeletePreconditions } from './preconditions';
import { compileSelectors, type Selection } from './selection';
import { type WithStatus, withStatus } from './status';
import { type Row, Store } from './store';
import type { Cursor, StoreEvent } from './topic';
import { refuseInvalid } from './validity';
import { isOtherVersion, storedVersion, Versions } from './versions';
import { Watchers } from './watchers';

const OF_CONTROL_PLANE: Asking = Object.freeze({});

/**
 * What is common to all writes, whoever makes them: identity, defaults, admission, generations, deletion, storing,
 * and telling those who watch. Whom a write comes from, and whether it is valid, is checked by whoever passes a
 * `validate`; the control plane passes none, as it makes its objects from objects that were checked, and only what
 * admission may have spoilt is checked again. Refusals are thrown as ApiError.
 */
export class Registry {
  readonly store: Store;
  /** What is served. Kinds may be added while it runs. */
  readonly kinds: Kinds = kindsFromTheStart();
  /** Who has set which fields. */
  readonly ownership: FieldOwnership;
  /** Those who watch from outside of the control plane. */
  readonly watchers: Watchers;
  readonly #loop: Loop;
  readonly #admission: Chains;
  readonly #versions = new Versions(this);

  constructor(
    loop: Loop,
    settings: Settings,
    { managedFields = false, admission = plugins, revision = 0 }: RegistryOptions = {},
  ) {
    this.#loop = loop;
    this.store = new Store(revision);
    const { store, kinds } = this;
    this.ownership = new FieldOwnership(kinds, () => loop.now, managedFields);
    const context = { store, kinds, settings, random: loop.random, now: () => loop.now };
    this.#admission = new Chains(admission.map((make) => make(context)));
    this.watchers = new Watchers(this);
    loop.announceThrough(this.watchers.herald);
  }

  /**
   * Stores a new object.
   * @param sent that nobody else holds: it becomes the stored object
   * @param namespace undefined for kinds that have none
   * @param validate checks the object once it is complete; that its name is free is seen only after admission
   * @param asking who asks and how, if it is not the control plane
   */
  create<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    sent: Manifest | KubeObject,
    validate?: (object: T) => void,
    asking: Asking = OF_CONTROL_PLANE,
  ): T {
    const kind = this.served(resource);
    if (isOtherVersion(kind)) return this.#versions.create(kind, namespace, sent, validate, asking);
    const { name: given = '', generateName: prefix } = sent.metadata ?? {};
    if (namespace !== undefined) checkNamespace(this.store, kind, namespace, given);
    const isTaken = (each: string): boolean => this.store.get(kind, namespace, each) !== undefined;
    const name = given || generateName(prefix, this.#loop.random, isTaken);
    const sentFields = sent.metadata?.managedFields;
    const identified = sent as Draft<T>;
    identified.metadata = newMetadata(sent.metadata ?? {}, {
      name,
      namespace,
      generation: kind.countsGenerations ? 1 : undefined,
      uid: this.#loop.random.uuid(),
      now: this.#loop.now,
    });
    const admission = this.#admission.for('create', kind);
    const complete = kind.defaults(identified);
    this.ownership.created(kind, complete, sentFields, asking);
    const object = kind.prepareForCreate(admission.pass('mutating', complete, given, asking));
    if (validate) validate(object);
    else if (admission.mayHaveSpoilt(object)) refuseInvalid(kind, name, kind.validateCreate(object));
    const admitted = admission.pass('last', object, name, asking);
    const namesake = this.store.get(kind, namespace, name);
    if (namesake) {
      throw alreadyExists(kind, name, { leaving: isTerminating(namesake), generated: Boolean(prefix) });
    }
    return asking.dryRun ? admitted : this.store.add(kind, admitted);
  }

  /** Model time in ms. */
  get now(): number {
    return this.#loop.now;
  }

  /** An identifier that nothing has had before. */
  newUid(): string {
    return this.#loop.random.uuid();
  }

  /** @throws ApiError 404 */
  get<T extends KubeObject>(resource: ResourceType<T>, namespace: string | undefined, name: string): T {
    const kind = this.served(resource);
    if (isOtherVersion(kind)) return this.#versions.get(kind, namespace, name);
    return this.#find(kind, namespace, name).object;
  }

  /** The objects of a collection, in order of namespace and name. */
  list<T extends KubeObject>(resource: ResourceType<T>, options: ListOptions = {}): readonly T[] {
    const kind = this.served(resource);
    if (isOtherVersion(kind)) return this.#versions.list(kind, options);
    return this.#select(kind, options.namespace, compileSelectors(kind, options));
  }

  /**
   * Changes what is stored now.
   * @param change what is to become of the object; undefined, or the same object, changes nothing
   */
  update<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T | undefined,
    options: ChangeOptions<T> = {},
  ): T {
    const kind = this.served(resource);
    if (isOtherVersion(kind)) return this.#versions.update(kind, namespace, name, change, options);
    const { subresource, validate, ...asking } = options;
    const row = this.#find(kind, namespace, name);
    const current = row.object;
    const sent = change(current);
    if (sent === undefined || sent === current) return current;
    let next = this.ownership.updated(kind, current, sent, keepIdentity(sent, current), asking, subresource);
    const admission = subresource ? undefined : this.#admission.for('update', kind);
    if (admission) {
      next = admission.pass('mutating', kind.prepareForUpdate(next, current), name, asking, current);
    }
    if (next === current || deepEqual(next, current)) return current;
    if (this.ownership.differInTimesOnly(next, current)) return current;
    validate?.(next, current);
    if (admission) next = admission.pass('last', next, name, asking, current);
    if (asking.dryRun) return next;
    if (isReadyToGo(kind, next)) {
      this.store.remove(kind, row, next);
      return next;
    }
    return this.store.replace(kind, row, next === sent ? { ...next } : next);
  }

  /** Changes the status that is stored now; undefined, or an equal one, changes nothing. It is not checked. */
  updateStatus<T extends WithStatus>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T['status'] | undefined,
    asking: Asking = OF_CONTROL_PLANE,
  ): T {
    const kind = this.served(resource);
    const row = this.#find(kind, namespace, name);
    const current = row.object;
    const status = change(current);
    if (status === undefined || deepEqual(status, current.status)) return current;
    const next = withStatus(current, status);
    return this.store.replace(kind, row, this.ownership.updated(kind, current, next, next, asking, 'status'));
  }

  /** @returns the object, marked as leaving unless it is gone already */
  delete<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): T {
    const kind = this.served(resource);
    if (isOtherVersion(kind)) return this.#versions.delete(kind, namespace, name, options);
    const row = this.#find(kind, namespace, name);
    checkDeletePreconditions(kind, row.object, options.preconditions ?? {});
    if (options.dryRun) return asDeleted(kind, row.object, options, this.#loop.now);
    return this.#remove(kind, row, options);
  }

  /** Deletes a collection, one object after another. @returns what it held */
  deleteCollection(
    resource: ResourceType,
    query: ListOptions,
    options: DeleteOptions = {},
  ): readonly KubeObject[] {
    const kind = this.served(resource);
    const all = this.list<KubeObject>(kind, query);
    if (options.dryRun) return all;
    const stored = storedVersion(this.kinds, kind);
    for (const { metadata } of all)
      this.#remove(stored, this.#find(stored, metadata.namespace, metadata.name), options);
    return all;
  }

  /** Binds a pod to a node. A bound pod cannot be bound again. */
  bind({ metadata: { namespace, name, uid } }: Pod, node: string): Pod {
    const row = this.#find(resources.pods, namespace, name);
    const found = this.store.get(resources.nodes, undefined, node);
    return this.store.replace(resources.pods, row, bound(row.object, uid, node, found, this.#loop.now));
  }

  /** Removes the namespace's own finalizer, once it is empty. Other ones still hold it. */
  finalizeNamespace(name: string, asking: Asking = OF_CONTROL_PLANE): void {
    if (!this.store.find(resources.namespaces, undefined, name)) return;
    const options = { ...asking, subresource: 'status' } as const;
    this.update(resources.namespaces, undefined, name, withoutOwnFinalizer, options);
  }

  /**
   * How components watch: all of a kind, at their own pace.
   * @param introduce is called for every object there is, before this returns
   * @param onNews there is something to read, after there was nothing
   * @returns a place in the news that come from now on
   */
  follow<T extends KubeObject>(
    resource: ResourceType<T>,
    introduce: (event: StoreEvent<T>) => void,
    onNews: () => void,
  ): Cursor {
    const kind = this.served(resource);
    for (const event of this.store.introduction(kind)) introduce(event);
    return this.store.topic(kind).read(onNews);
  }

  /** Serves a kind, from now on by these rules. */
  serve(kind: Kind): void {
    this.kinds.put(kind);
  }

  /** Serves a kind no longer: whoever watches it hears what has been written, and then that it is over. */
  withdraw(kind: Kind): void {
    this.kinds.remove(kind);
    this.watchers.endAll(kind);
  }

  /** What is served under a name. @throws ApiError 404 if nothing is */
  served<T extends KubeObject>(resource: ResourceType<T>): Kind<T> {
    const kind = this.kinds.of(resource) ?? this.kinds.at(resource);
    if (!kind) throw noSuchResource();
    return kind as Kind<T>;
  }

  #find<T extends KubeObject>(kind: Kind<T>, namespace: string | undefined, name: string): Row<T> {
    const row = this.store.find(kind, kind.namespaced ? namespace : undefined, name);
    if (!row) throw notFound(kind, name);
    return row;
  }

  #select<T extends KubeObject>(
    kind: Kind<T>,
    namespace: string | undefined,
    selection: Selection<T> | undefined,
  ): readonly T[] {
    const found: T[] = [];
    for (const object of this.store.all(kind, namespace || undefined)) {
      if (!selection || selection(object)) found.push(object);
    }
    return inOrder(found).objects;
  }

  #remove<T extends KubeObject>(kind: Kind<T>, row: Row<T>, options: DeleteOptions): T {
    const { object } = row;
    const marked = markDeleted(kind, object, options, this.#loop.now);
    if (marked === undefined) {
      this.store.remove(kind, row);
      return asDeleted(kind, object, options, this.#loop.now);
    }
    return marked === object ? object : this.store.replace(kind, row, marked);
  }
}
