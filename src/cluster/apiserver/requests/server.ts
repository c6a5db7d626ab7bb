import { assemble, type Draft } from '../../../kubernetes/fields/copies';
import { deepEqual } from '../../../kubernetes/fields/equality';
import { compileSelectorText, type LabelMatcher } from '../../../kubernetes/fields/labels';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import { copyPodSpec, copyPodStatus } from '../../../kubernetes/kinds/pod/copies';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { kindsFromTheStart, resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import {
  alreadyExists,
  badRequest,
  conflict,
  type FieldCause,
  invalid,
  noSuchResource,
  notFound,
  OBJECT_MODIFIED,
  versionOfNewObject,
} from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { applyPatch } from '../../../kubernetes/wire/patch';
import { type Change, decodePatchResult, decodeStrictly } from '../../../kubernetes/wire/schema/decode';
import type { Settings } from '../../settings';
import type { Loop } from '../../simulation/loop';
import { scheduled } from '../registry/binding';
import { checkDeleteOptions, type DeleteOptions, isReadyToGo, markDeleted } from '../registry/deletion';
import { generateName } from '../registry/generatedName';
import { keepIdentity, newMetadata } from '../registry/metadata';
import { checkPreconditions } from '../registry/preconditions';
import { type WithStatus, withStatus } from '../registry/status';
import { keyOf, type Row, Store } from '../registry/store';
import { type AdmissionContext, checkNamespace, finish, mutate } from './admission';
import { isAccessReview, reviewAccess } from './authorization/accessReview';
import { preventEscalation } from './authorization/escalation';
import { authorize } from './authorization/rbac';
import type { Caller } from './caller';
import { endpointFor, withType } from './endpoints';
import { compileFieldSelector } from './fieldSelector';

/** Names a collection. Selectors are in kubectl's notation. */
export interface ListOptions {
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

export type Subresource = 'status' | undefined;

const anything: LabelMatcher = () => true;

/**
 * The API server: every read and write of the cluster goes through it. It authorizes, decodes, defaults, admits,
 * validates and stores, and tells watchers. Refusals are thrown as ApiError.
 */
export class ApiServer {
  /** What it serves. Kinds may be added while it runs. */
  readonly kinds: Kinds = kindsFromTheStart();
  readonly store = new Store();
  readonly #loop: Loop;
  readonly #context: AdmissionContext;

  constructor(loop: Loop, settings: Settings) {
    this.#loop = loop;
    this.#context = {
      store: this.store,
      settings,
      random: loop.random,
      now: () => loop.now,
      tokens: new WeakMap(),
    };
  }

  /**
   * Stores a new object.
   * @param namespace where a manifest without a namespace goes
   */
  create(sent: Manifest | KubeObject, caller: Caller, namespace?: string): KubeObject {
    const body = caller.controlPlane ? sent : withType(this.kinds, sent);
    if (isAccessReview(body)) return reviewAccess(this.store, caller, body as Manifest);
    const resource = endpointFor(this.kinds, body);
    const target = resource.namespaced ? (namespace ?? body.metadata?.namespace ?? 'default') : undefined;
    this.#authorize(caller, 'create', resource, target);
    const manifest = caller.controlPlane ? body : decodeStrictly(body as Manifest);
    if (resource.namespaced && (manifest.metadata?.namespace || target) !== target) {
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    const { name: given = '', generateName: prefix, resourceVersion } = manifest.metadata ?? {};
    if (target !== undefined) checkNamespace(this.store, resource, target, given);
    const isTaken = (each: string): boolean => this.store.get(resource, target, each) !== undefined;
    const name = given || generateName(prefix, this.#loop.random, isTaken);
    // The control plane gives away what it sends; others keep theirs.
    const identified = (caller.controlPlane ? manifest : { ...manifest }) as Draft<KubeObject>;
    identified.metadata = newMetadata(manifest.metadata ?? {}, {
      name,
      namespace: target,
      generation: resource.countsGenerations ? 1 : undefined,
      uid: this.#loop.random.uuid(),
      now: this.#loop.now,
    });
    const object = mutate(resource.prepareForCreate(resource.defaults(identified)), given, this.#context);
    if (!caller.controlPlane) {
      preventEscalation(this.store, caller, resource, object);
      refuseInvalid(resource, name, resource.validateCreate(object));
      if (resourceVersion && Number(resourceVersion) > 0) throw versionOfNewObject();
    }
    const namesake = this.store.get(resource, target, name);
    if (namesake) {
      throw alreadyExists(resource, name, { leaving: isTerminating(namesake), generated: Boolean(prefix) });
    }
    return this.store.add(resource, finish(object, name, this.#context));
  }

  get<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    caller: Caller,
  ): T {
    const kind = this.#served(resource);
    this.#authorize(caller, 'get', kind, namespace, name);
    return this.#find(kind, namespace, name).object;
  }

  /** The objects of a collection, in order of namespace and name. */
  list<T extends KubeObject>(resource: ResourceType<T>, options: ListOptions, caller: Caller): T[] {
    const kind = this.#served(resource);
    this.#authorize(caller, 'list', kind, options.namespace);
    return this.#select(kind, options);
  }

  /** PUT. A resource version that is not the stored one is a conflict; none at all overwrites. */
  update<T extends KubeObject>(next: T, caller: Caller, subresource?: Subresource): T {
    const resource = endpointFor(this.kinds, next) as Kind<T>;
    const { namespace, name, resourceVersion, uid } = next.metadata;
    this.#authorize(caller, 'update', resource, namespace, name, subresource);
    if (subresource && !resource.hasStatus) throw noSuchResource();
    const row = this.#find(resource, namespace, name);
    checkPreconditions(resource, row.object, { uid });
    if (resourceVersion && resourceVersion !== row.object.metadata.resourceVersion) {
      throw conflict(resource, name, OBJECT_MODIFIED);
    }
    const decoded = caller.controlPlane ? next : decodeStrictly(next);
    return this.#replace(resource, row, decoded, caller, subresource);
  }

  /** PATCH: the change is worked out against what is stored now, so it cannot conflict. */
  patch<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: Change,
    caller: Caller,
    subresource?: Subresource,
  ): T {
    const kind = this.#served(resource);
    this.#authorize(caller, 'patch', kind, namespace, name, subresource);
    if (subresource && !kind.hasStatus) throw noSuchResource();
    const row = this.#find(kind, namespace, name);
    const current = row.object;
    const patched = applyPatch(current, change.patch, change.type);
    if (patched === current) return current;
    const next = decodePatchResult(patched, current, change);
    const { resourceVersion } = next.metadata;
    if (resourceVersion && resourceVersion !== current.metadata.resourceVersion) {
      throw conflict(kind, name, OBJECT_MODIFIED);
    }
    return this.#replace(kind, row, next, caller, subresource);
  }

  /**
   * A component's patch: `change` is applied to what is stored now. Undefined, or the same object, changes nothing.
   * The status stays as it is.
   */
  amend<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T | undefined,
    caller: Caller,
  ): T {
    const kind = this.#served(resource);
    this.#authorize(caller, 'patch', kind, namespace, name);
    const row = this.#find(kind, namespace, name);
    const next = change(row.object);
    return next === undefined || next === row.object
      ? row.object
      : this.#replace(kind, row, next, caller, undefined);
  }

  /** A component's patch of the status. Undefined, or the same status, changes nothing. */
  amendStatus<T extends WithStatus>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T['status'] | undefined,
    caller: Caller,
  ): T {
    const kind = this.#served(resource);
    this.#authorize(caller, 'patch', kind, namespace, name, 'status');
    const row = this.#find(kind, namespace, name);
    const current = row.object;
    const status = change(current);
    if (status === undefined || deepEqual(status, current.status)) return current;
    return this.store.replace(kind, row, withStatus(current, status));
  }

  delete<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions,
    caller: Caller,
  ): T {
    const kind = this.#served(resource);
    this.#authorize(caller, 'delete', kind, namespace, name);
    checkDeleteOptions(options);
    const row = this.#find(kind, namespace, name);
    checkPreconditions(kind, row.object, options.preconditions ?? {});
    return this.#remove(kind, row, options);
  }

  deleteCollection(resource: ResourceType, query: ListOptions, options: DeleteOptions, caller: Caller): void {
    const kind = this.#served(resource);
    this.#authorize(caller, 'deletecollection', kind, query.namespace);
    checkDeleteOptions(options);
    for (const { metadata } of this.#select(kind, query))
      this.#remove(kind, this.#find(kind, metadata.namespace, metadata.name), options);
  }

  /** Binds a pod to a node, as the scheduler does. A bound pod cannot be bound again. */
  bind(pod: Pod, node: string, caller: Caller): Pod {
    const { namespace, name, uid } = pod.metadata;
    this.#authorize(caller, 'create', resources.pods, namespace, name, 'binding');
    const row = this.#find(resources.pods, namespace, name);
    const current = row.object;
    if (current.metadata.uid !== uid || isTerminating(current)) {
      throw conflict(resources.pods, name, `pod ${name} is being deleted, cannot be assigned to a host`);
    }
    if (current.spec.nodeName) {
      throw conflict(
        resources.pods,
        name,
        `pod ${name} is already assigned to node "${current.spec.nodeName}"`,
      );
    }
    const spec = copyPodSpec(current.spec);
    spec.nodeName = node;
    const status = copyPodStatus(current.status);
    status.conditions = scheduled(current, toTimestamp(this.#loop.now));
    return this.store.replace(resources.pods, row, assemble(current, current.metadata, spec, status));
  }

  /** Asks a pod to leave, as a drain does. */
  evict(namespace: string, name: string, caller: Caller, options: DeleteOptions = {}): void {
    this.#authorize(caller, 'create', resources.pods, namespace, name, 'eviction');
    this.#remove(resources.pods, this.#find(resources.pods, namespace, name), options);
  }

  /** Removes the namespace's own finalizer, once it is empty. */
  finalizeNamespace(name: string): void {
    const row = this.store.find(resources.namespaces, undefined, name);
    if (row && isTerminating(row.object)) this.store.remove(resources.namespaces, row);
  }

  /** What is served under a name. @throws ApiError 404 if nothing is */
  #served<T extends KubeObject>(resource: ResourceType<T>): Kind<T> {
    const kind = this.kinds.at(resource);
    if (!kind) throw noSuchResource();
    return kind as Kind<T>;
  }

  #authorize(
    caller: Caller,
    verb: string,
    resource: Kind,
    namespace?: string,
    name?: string,
    subresource?: string,
  ): void {
    if (caller.controlPlane) return;
    // A namespace is its own namespace, as far as permissions go.
    const scope = resource === resources.namespaces && name ? name : namespace;
    authorize(this.store, caller, {
      verb,
      resource,
      ...(subresource ? { subresource } : {}),
      ...(scope ? { namespace: scope } : {}),
      ...(name ? { name } : {}),
    });
  }

  #find<T extends KubeObject>(resource: Kind<T>, namespace: string | undefined, name: string): Row<T> {
    const row = this.store.find(resource, resource.namespaced ? namespace : undefined, name);
    if (!row) throw notFound(resource, name);
    return row;
  }

  #select<T extends KubeObject>(
    resource: Kind<T>,
    { namespace, labelSelector, fieldSelector }: ListOptions,
  ): T[] {
    const labels = labelSelector ? compileSelectorText(labelSelector) : anything;
    const fields = fieldSelector ? compileFieldSelector(resource, fieldSelector) : undefined;
    const found: T[] = [];
    for (const object of this.store.all(resource, namespace || undefined)) {
      if (labels(object.metadata.labels) && (!fields || fields(object))) found.push(object);
    }
    return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  #replace<T extends KubeObject>(
    resource: Kind<T>,
    row: Row<T>,
    sent: T,
    caller: Caller,
    subresource: Subresource,
  ): T {
    const current = row.object;
    const identified = keepIdentity(sent, current);
    let next =
      subresource === 'status'
        ? (withStatus(current as WithStatus, (identified as WithStatus).status) as T)
        : identified;
    if (!caller.controlPlane) next = resource.defaults(next);
    if (subresource !== 'status') next = resource.prepareForUpdate(next, current);
    if (next === current || deepEqual(next, current)) return current;
    if (!caller.controlPlane) {
      preventEscalation(this.store, caller, resource, next);
      const causes =
        subresource === 'status'
          ? resource.validateStatusUpdate(next, current)
          : resource.validateUpdate(next, current);
      refuseInvalid(resource, current.metadata.name, causes);
    }
    if (isReadyToGo(resource, next)) {
      this.store.remove(resource, row, next);
      return next;
    }
    return this.store.replace(resource, row, next === sent ? { ...next } : next);
  }

  #remove<T extends KubeObject>(resource: Kind<T>, row: Row<T>, options: DeleteOptions): T {
    const { object } = row;
    const marked = markDeleted(resource, object, options, this.#loop.now);
    if (marked === undefined) this.store.remove(resource, row);
    else if (marked !== object) return this.store.replace(resource, row, marked);
    return object;
  }
}

const refuseInvalid = (resource: Kind, name: string, causes: readonly FieldCause[]): void => {
  if (causes.length > 0) throw invalid(resource, name, causes);
};
