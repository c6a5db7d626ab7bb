import { warningOfDeletion } from '../../../kubernetes/kinds/dependents';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { PatchRequest } from '../../../kubernetes/wire/patch/request';
import type {
  DeleteOptions,
  EvictionOptions,
  ListOptions,
  ObjectList,
  Subresource,
  WatchEvent,
} from '../../../port/api';
import { checkDeleteOptions } from '../registry/deletion';
import { checkMortality } from '../registry/namespaceLifecycle';
import type { Registry } from '../registry/registry';
import { checkGetVersion, checkListVersion } from '../registry/resourceVersion';
import type { Store } from '../registry/store';
import type { Audience } from '../registry/watch';
import { type AppliedObject, apply } from './apply';
import { type Authentication, authenticate } from './authentication/authenticate';
import { impersonate } from './authentication/impersonation';
import type { Tokens } from './authentication/tokens';
import { needAccess, needAccessToAll } from './authorization/access';
import { authorize, type Request, type Visit } from './authorization/rbac';
import type { Caller } from './caller';
import { patch, replace } from './change';
import { create } from './create';
import { evict } from './eviction';
import { GivenOrders } from './givenOrders';
import { type BegunWatch, beginWatch } from './lists/beginWatch';
import type { ListRequest } from './lists/listRequest';
import { type ListPage, Lists } from './lists/lists';
import { carryOut, type Order } from './order';
import { Parts } from './parts';
import { createdByPut } from './puts';
import type { RequestOptions } from './requestOptions';

const warnOfDeletion = (kind: Kind, { propagationPolicy, onWarning }: DeleteOptions): void => {
  const warning = propagationPolicy ? undefined : warningOfDeletion(kind);
  if (warning) onWarning?.(warning);
};

/**
 * The API as everybody outside the control plane meets it: it authorizes, decodes and validates, and leaves the rest
 * to the registry. Refusals are thrown as ApiError.
 */
export class ApiServer {
  /** What is served now. */
  readonly kinds: Kinds;
  readonly store: Store;
  /** Makes and reads the tokens of service accounts. Whoever serves the cluster sets it; without, there are none. */
  tokens: Tokens | undefined;
  /** The parts of objects that have paths of their own. */
  readonly parts: Parts;
  readonly #registry: Registry;
  readonly #lists: Lists;
  readonly #given = new GivenOrders();

  constructor(registry: Registry) {
    this.kinds = registry.kinds;
    this.store = registry.store;
    this.#registry = registry;
    this.#lists = new Lists(registry, () => registry.now);
    this.parts = new Parts(registry, () => this.tokens);
  }

  /** Finds out whose a bearer token is. @param audiences whom it should be meant for; by default this server */
  authenticate(token: string, audiences?: readonly string[]): Authentication {
    const { kinds, store, tokens } = this;
    return authenticate({ kinds, store, tokens, now: this.#registry.now }, token, audiences);
  }

  /**
   * Has somebody speak as somebody else.
   * @param wanted with the groups that are asked for, and no others
   * @param what the request that is made so
   * @returns whom the request is made as
   * @throws ApiError 403
   */
  impersonate(caller: Caller, wanted: Caller, what: Request | Visit): Caller {
    return impersonate(this.store, caller, wanted, what);
  }

  /** Lets somebody visit a path that is no resource, such as `/healthz`. @throws ApiError 403 */
  visit(caller: Caller, what: Visit): void {
    authorize(this.store, caller, what);
  }

  /**
   * Stores a new object.
   * @param namespace where a manifest without a namespace goes
   * @param endpoint the kind that it is sent to; by default the one that it says it is of
   */
  create(
    sent: Manifest,
    caller: Caller,
    namespace?: string,
    options: RequestOptions = {},
    endpoint?: Kind,
  ): KubeObject {
    const { tokens } = this;
    return create(this.#registry, sent, caller, namespace, options, { endpoint, tokens });
  }

  /**
   * Carries out an order, which may take a while. One that has a name is carried out once.
   * @param namespace where a manifest without a namespace goes
   * @returns the order, with what became of it as its status
   */
  carryOut<T extends KubeObject>(
    order: Order<T>,
    sent: Manifest,
    caller: Caller,
    namespace?: string,
    options: RequestOptions = {},
  ): Promise<T> {
    return carryOut(
      { registry: this.#registry, given: this.#given },
      order,
      sent,
      caller,
      namespace,
      options,
    );
  }

  /** @param resourceVersion what the object is to be no older than */
  get<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    caller: Caller,
    resourceVersion?: string,
  ): T {
    const kind = this.#registry.served(resource);
    needAccess(this.store, caller, 'get', kind, { namespace, name });
    checkGetVersion(resourceVersion, this.store.revision);
    return this.#registry.get(kind, namespace, name);
  }

  /** The objects of a collection, in order of namespace and name. */
  list<T extends KubeObject>(resource: ResourceType<T>, options: ListOptions, caller: Caller): ObjectList<T> {
    const kind = this.#registry.served(resource);
    needAccessToAll(this.store, caller, 'list', kind, options);
    checkListVersion(options.resourceVersion, this.store.revision);
    return {
      items: this.#registry.list(kind, options),
      resourceVersion: String(this.store.revision),
    };
  }

  /** A list as a request asks for it, or a part of it. @throws ApiError 400, 403, 404, 410, 422, 504 */
  page<T extends KubeObject>(resource: ResourceType<T>, request: ListRequest, caller: Caller): ListPage<T> {
    const kind = this.#registry.served(resource);
    needAccessToAll(this.store, caller, 'list', kind, request);
    return this.#lists.page(kind, request);
  }

  /**
   * Calls back for every change of a collection, in order, whenever the cluster has its turn: never in the middle of
   * a request. A watch from a resource version begins with the first change after it; without one, or from `0`, with
   * what there is, as added.
   *
   * An object that comes to match the selectors is told of as added, one that matches no longer as deleted, in its
   * last state that did.
   * @returns ends the watch
   * @throws ApiError 410 for a version that is too old to be remembered. One in the future is silently waited for.
   */
  watch<T extends KubeObject>(
    resource: ResourceType<T>,
    options: ListOptions,
    caller: Caller,
    onEvent: (event: WatchEvent<T>) => void,
  ): () => void {
    const kind = this.#registry.served(resource);
    needAccessToAll(this.store, caller, 'watch', kind, options);
    return this.#registry.watchers.watch(kind, options, onEvent);
  }

  /**
   * A watch as a request asks for it, for whoever takes what is there at once, and then what happens.
   * @throws ApiError 400, 403, 404, 422, 500 for what is refused; 410 and 504 for what a watch is told of
   */
  begin(resource: ResourceType, request: ListRequest, caller: Caller, audience: Audience): BegunWatch {
    const kind = this.#registry.served(resource);
    needAccessToAll(this.store, caller, 'watch', kind, request);
    return beginWatch(this.#registry, kind, request, audience);
  }

  /** PUT. A resource version that is not the stored one is a conflict; none at all overwrites. */
  update<T extends KubeObject>(
    next: T,
    caller: Caller,
    subresource?: Subresource,
    options: RequestOptions = {},
    endpoint?: Kind,
  ): T {
    const kind = endpoint ?? this.kinds.of(next);
    const created = kind && !subresource ? createdByPut(this.#registry, kind, next) : undefined;
    if (!kind || !created) return replace(this.#registry, next, caller, subresource, options, endpoint);
    const { namespace, name } = next.metadata;
    needAccess(this.store, caller, 'update', kind, { namespace, name });
    const made = this.create(created, caller, namespace, options, kind);
    options.onCreated?.();
    return made as T;
  }

  /** PATCH: the change is worked out against what is stored now, so it cannot conflict. */
  patch<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: PatchRequest,
    caller: Caller,
    subresource?: Subresource,
    options: RequestOptions = {},
  ): T {
    const { patch: body, type } = change;
    if (type === 'apply')
      return this.apply(resource, namespace, name, body, caller, subresource, options).object;
    const kind = this.#registry.served(resource);
    const target = { kind, namespace, name, subresource };
    return patch(this.#registry, caller, target, { patch: body, type }, options);
  }

  /**
   * PATCH of the type `apply`: the object becomes what its configuration says, as far as that says anything. One that
   * is missing is created.
   * @throws ApiError 409 if others own a field that would change, and nothing is forced
   */
  apply<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    config: unknown,
    caller: Caller,
    subresource?: Subresource,
    options: RequestOptions = {},
  ): AppliedObject<T> {
    const kind = this.#registry.served(resource);
    return apply(this.#registry, caller, { kind, namespace, name, subresource }, config, options);
  }

  delete<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions,
    caller: Caller,
  ): T {
    const kind = this.#registry.served(resource);
    needAccess(this.store, caller, 'delete', kind, { namespace, name });
    checkDeleteOptions(options);
    checkMortality(kind, name);
    warnOfDeletion(kind, options);
    return this.#registry.delete(kind, namespace, name, options);
  }

  /** @returns what the collection held */
  deleteCollection(
    resource: ResourceType,
    query: ListOptions,
    options: DeleteOptions,
    caller: Caller,
  ): ObjectList {
    const kind = this.#registry.served(resource);
    needAccessToAll(this.store, caller, 'deletecollection', kind, query);
    checkListVersion(query.resourceVersion, this.store.revision);
    checkDeleteOptions(options);
    warnOfDeletion(kind, options);
    const resourceVersion = String(this.store.revision);
    return { items: this.#registry.deleteCollection(kind, query, options), resourceVersion };
  }

  /** Asks a pod to leave, as a drain does: disruption budgets may refuse. */
  evict(namespace: string, name: string, caller: Caller, options: EvictionOptions = {}): void {
    needAccess(this.store, caller, 'create', resources.pods, { namespace, name, subresource: 'eviction' });
    evict(this.#registry, namespace, name, options);
  }
}
