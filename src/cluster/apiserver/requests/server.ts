import { type ResourceType, resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { Change } from '../../../kubernetes/wire/schema/decode';
import { checkDeleteOptions, type DeleteOptions } from '../registry/deletion';
import type { Registry, Subresource } from '../registry/registry';
import { checkListVersion } from '../registry/resourceVersion';
import type { ListOptions } from '../registry/selection';
import type { Store } from '../registry/store';
import type { WatchEvent } from '../registry/watches';
import { needAccess, needAccessToAll } from './authorization/access';
import type { Caller } from './caller';
import { patch, replace } from './change';
import { create } from './create';

/** The objects of a collection, and the version of the whole that they were read at: watches may begin there. */
export interface ObjectList {
  readonly items: readonly KubeObject[];
  readonly resourceVersion: string;
}

/**
 * The API as everybody outside the control plane meets it: it authorizes, decodes and validates, and leaves the rest
 * to the registry. Refusals are thrown as ApiError.
 */
export class ApiServer {
  readonly store: Store;
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.store = registry.store;
    this.#registry = registry;
  }

  /**
   * Stores a new object.
   * @param namespace where a manifest without a namespace goes
   */
  create(sent: Manifest, caller: Caller, namespace?: string): KubeObject {
    return create(this.#registry, sent, caller, namespace);
  }

  get(resource: ResourceType, namespace: string | undefined, name: string, caller: Caller): KubeObject {
    needAccess(this.store, caller, 'get', resource, { namespace, name });
    return this.#registry.get(resource, namespace, name);
  }

  /** The objects of a collection, in order of namespace and name. */
  list(resource: ResourceType, options: ListOptions, caller: Caller): ObjectList {
    needAccessToAll(this.store, caller, 'list', resource, options);
    checkListVersion(options.resourceVersion, this.store.revision);
    return {
      items: this.#registry.list(resource, options),
      resourceVersion: String(this.store.revision),
    };
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
  watch(
    resource: ResourceType,
    options: ListOptions,
    caller: Caller,
    onEvent: (event: WatchEvent) => void,
  ): () => void {
    needAccessToAll(this.store, caller, 'watch', resource, options);
    return this.#registry.watch(resource, options, onEvent);
  }

  /** PUT. A resource version that is not the stored one is a conflict; none at all overwrites. */
  update<T extends KubeObject>(next: T, caller: Caller, subresource?: Subresource): T {
    return replace(this.#registry, next, caller, subresource);
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
    return patch(this.#registry, caller, { resource, namespace, name, subresource }, change);
  }

  delete(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions,
    caller: Caller,
  ): KubeObject {
    needAccess(this.store, caller, 'delete', resource, { namespace, name });
    checkDeleteOptions(options);
    return this.#registry.delete(resource, namespace, name, options);
  }

  deleteCollection(resource: ResourceType, query: ListOptions, options: DeleteOptions, caller: Caller): void {
    needAccessToAll(this.store, caller, 'deletecollection', resource, query);
    checkDeleteOptions(options);
    this.#registry.deleteCollection(resource, query, options);
  }

  /** Asks a pod to leave, as a drain does. */
  evict(namespace: string, name: string, caller: Caller, options: DeleteOptions = {}): void {
    needAccess(this.store, caller, 'create', resources.pods, { namespace, name, subresource: 'eviction' });
    this.#registry.delete(resources.pods, namespace, name, options);
  }
}
