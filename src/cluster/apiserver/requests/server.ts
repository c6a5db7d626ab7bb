import { assemble, type Draft } from '../../../kubernetes/fields/copies';
import { deepEqual } from '../../../kubernetes/fields/equality';
import { compileSelectorText, type LabelMatcher } from '../../../kubernetes/fields/labels';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import { applyDefaults } from '../../../kubernetes/kinds/defaults';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { copyPodSpec, copyPodStatus } from '../../../kubernetes/kinds/pod/copies';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { type ResourceType, resources } from '../../../kubernetes/kinds/resources';
import { validateCreate, validateUpdate } from '../../../kubernetes/kinds/validation';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  noSuchResource,
  notFound,
  OBJECT_MODIFIED,
  versionOfNewObject,
} from '../../../kubernetes/refusals';
import { applyPatch } from '../../../kubernetes/wire/patch';
import { type Change, decodePatchResult, decodeStrictly } from '../../../kubernetes/wire/schema/decode';
import type { Settings } from '../../settings';
import type { Loop } from '../../simulation/loop';
import { scheduled } from '../registry/binding';
import { checkDeleteOptions, type DeleteOptions, isReadyToGo, markDeleted } from '../registry/deletion';
import { generateName } from '../registry/generatedName';
import { keepIdentity, newMetadata } from '../registry/metadata';
import { checkPreconditions } from '../registry/preconditions';
import { keyOf, type Row, Store } from '../registry/store';
import {
  countsGenerations,
  hasStatus,
  prepareForCreate,
  prepareForUpdate,
  type WithStatus,
  withStatus,
} from '../registry/strategy';
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
    const body = caller.controlPlane ? sent : withType(sent);
    if (isAccessReview(body)) return reviewAccess(this.store, caller, body as Manifest);
    const resource = endpointFor(body);
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
      generation: countsGenerations(resource) ? 1 : undefined,
      uid: this.#loop.random.uuid(),
      now: this.#loop.now,
    });
    const object = mutate(prepareForCreate(applyDefaults(identified)), given, this.#context);
    if (!caller.controlPlane) {
      preventEscalation(this.store, caller, object);
      refuseInvalid(resource, name, validateCreate(object));
      if (resourceVersion && Number(resourceVersion) > 0) throw versionOfNewObject();
    }
    const namesake = this.store.get(resource, target, name);
    if (namesake) {
      throw alreadyExists(resource, name, { leaving: isTerminating(namesake), generated: Boolean(prefix) });
    }
    return this.store.add(resource, finish(object, name, this.#context));
  }

  get(resource: ResourceType, namespace: string | undefined, name: string, caller: Caller): KubeObject {
    this.#authorize(caller, 'get', resource, namespace, name);
    return this.#find(resource, namespace, name).object;
  }

  /** The objects of a collection, in order of namespace and name. */
  list(resource: ResourceType, options: ListOptions, caller: Caller): KubeObject[] {
    this.#authorize(caller, 'list', resource, options.namespace);
    return this.#select(resource, options);
  }

  /** PUT. A resource version that is not the stored one is a conflict; none at all overwrites. */
  update<T extends KubeObject>(next: T, caller: Caller, subresource?: Subresource): T {
    const resource = endpointFor(next);
    const { namespace, name, resourceVersion, uid } = next.metadata;
    this.#authorize(caller, 'update', resource, namespace, name, subresource);
    if (subresource && !hasStatus(resource)) throw noSuchResource();
    const row = this.#find<T>(resource, namespace, name);
    checkPreconditions(resource, row.object, { uid });
    if (resourceVersion && resourceVersion !== row.object.metadata.resourceVersion) {
      throw conflict(resource, name, OBJECT_MODIFIED);
    }
    const decoded = caller.controlPlane
      ? next
      : (decodeStrictly(next as unknown as Manifest) as unknown as T);
    return this.#replace(resource, row, decoded, caller, subresource);
  }

  /** PATCH: the change is worked out against what is stored now, so it cannot conflict. */
  patch(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    change: Change,
    caller: Caller,
    subresource?: Subresource,
  ): KubeObject {
    this.#authorize(caller, 'patch', resource, namespace, name, subresource);
    if (subresource && !hasStatus(resource)) throw noSuchResource();
    const row = this.#find(resource, namespace, name);
    const current = row.object;
    const patched = applyPatch(current, change.patch, change.type);
    if (patched === current) return current;
    const next = decodePatchResult(patched, current, change);
    const { resourceVersion } = next.metadata;
    if (resourceVersion && resourceVersion !== current.metadata.resourceVersion) {
      throw conflict(resource, name, OBJECT_MODIFIED);
    }
    return this.#replace(resource, row, next, caller, subresource);
  }

  /**
   * A component's patch: `change` is applied to what is stored now. Undefined, or the same object, changes nothing.
   * The status stays as it is.
   */
  amend<T extends KubeObject>(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T | undefined,
    caller: Caller,
  ): T {
    this.#authorize(caller, 'patch', resource, namespace, name);
    const row = this.#find<T>(resource, namespace, name);
    const next = change(row.object);
    return next === undefined || next === row.object
      ? row.object
      : this.#replace(resource, row, next, caller, undefined);
  }

  /** A component's patch of the status. Undefined, or the same status, changes nothing. */
  amendStatus<T extends WithStatus>(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T['status'] | undefined,
    caller: Caller,
  ): T {
    this.#authorize(caller, 'patch', resource, namespace, name, 'status');
    const row = this.#find<T>(resource, namespace, name);
    const current = row.object;
    const status = change(current);
    if (status === undefined || deepEqual(status, current.status)) return current;
    return this.store.replace(resource, row, withStatus(current, status));
  }

  delete(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions,
    caller: Caller,
  ): KubeObject {
    this.#authorize(caller, 'delete', resource, namespace, name);
    checkDeleteOptions(options);
    const row = this.#find(resource, namespace, name);
    checkPreconditions(resource, row.object, options.preconditions ?? {});
    return this.#remove(resource, row, options);
  }

  deleteCollection(resource: ResourceType, query: ListOptions, options: DeleteOptions, caller: Caller): void {
    this.#authorize(caller, 'deletecollection', resource, query.namespace);
    checkDeleteOptions(options);
    for (const { metadata } of this.#select(resource, query))
      this.#remove(resource, this.#find(resource, metadata.namespace, metadata.name), options);
  }

  /** Binds a pod to a node, as the scheduler does. A bound pod cannot be bound again. */
  bind(pod: Pod, node: string, caller: Caller): Pod {
    const { namespace, name, uid } = pod.metadata;
    this.#authorize(caller, 'create', resources.pods, namespace, name, 'binding');
    const row = this.#find<Pod>(resources.pods, namespace, name);
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

  #authorize(
    caller: Caller,
    verb: string,
    resource: ResourceType,
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

  #find<T extends KubeObject>(resource: ResourceType, namespace: string | undefined, name: string): Row<T> {
    const row = this.store.find(resource, resource.namespaced ? namespace : undefined, name);
    if (!row) throw notFound(resource, name);
    return row as Row<T>;
  }

  #select(resource: ResourceType, { namespace, labelSelector, fieldSelector }: ListOptions): KubeObject[] {
    const labels = labelSelector ? compileSelectorText(labelSelector) : anything;
    const fields = fieldSelector ? compileFieldSelector(resource, fieldSelector) : undefined;
    const found: KubeObject[] = [];
    for (const object of this.store.all(resource, namespace || undefined)) {
      if (labels(object.metadata.labels) && (!fields || fields(object))) found.push(object);
    }
    return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  #replace<T extends KubeObject>(
    resource: ResourceType,
    row: Row<T>,
    sent: T,
    caller: Caller,
    subresource: Subresource,
  ): T {
    const current = row.object;
    const identified = keepIdentity(sent, current);
    let next =
      subresource === 'status'
        ? (withStatus(current as WithStatus, (identified as WithStatus).status) as KubeObject as T)
        : identified;
    if (!caller.controlPlane) next = applyDefaults(next) as T;
    if (subresource !== 'status') next = prepareForUpdate(next, current);
    if (next === current || deepEqual(next, current)) return current;
    if (!caller.controlPlane) {
      preventEscalation(this.store, caller, next);
      refuseInvalid(resource, current.metadata.name, validateUpdate(next, current, subresource));
    }
    if (isReadyToGo(next)) {
      this.store.remove(resource, row, next);
      return next;
    }
    return this.store.replace(resource, row, next === sent ? { ...next } : next);
  }

  #remove(resource: ResourceType, row: Row, options: DeleteOptions): KubeObject {
    if (resource === resources.namespaces) return this.#terminateNamespace(row as Row<Namespace>);
    const { object } = row;
    const marked = markDeleted(object, options, this.#loop.now);
    if (marked === undefined) this.store.remove(resource, row);
    else if (marked !== object) return this.store.replace(resource, row, marked);
    return object;
  }

  #terminateNamespace(row: Row<Namespace>): Namespace {
    const { object: namespace } = row;
    if (isTerminating(namespace)) return namespace;
    return this.store.replace(resources.namespaces, row, {
      ...namespace,
      metadata: {
        ...namespace.metadata,
        deletionTimestamp: toTimestamp(this.#loop.now),
        deletionGracePeriodSeconds: 0,
      },
      status: { phase: 'Terminating' },
    });
  }
}

const refuseInvalid = (
  resource: ResourceType,
  name: string,
  causes: ReturnType<typeof validateCreate>,
): void => {
  if (causes.length > 0) throw invalid(resource, name, causes);
};
