import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ResourceType } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { noSuchResource } from '../../kubernetes/refusals';
import type { DeleteOptions } from '../apiserver/registry/deletion';
import type { Kinds } from '../apiserver/registry/kinds';
import { checkPreconditions, checkVersion } from '../apiserver/registry/preconditions';
import type { Registry } from '../apiserver/registry/registry';
import type { ListOptions } from '../apiserver/registry/selection';
import type { WithStatus } from '../apiserver/registry/strategy';
import type { Cursor, StoreEvent } from '../apiserver/registry/topic';
import type { Disturbance } from '../simulation/disturbance';

/** What a new object needs to say; the server completes its metadata. */
export type NewObject =
  | Manifest
  | (Omit<KubeObject, 'metadata'> & { readonly metadata: Partial<KubeObject['metadata']> });

/**
 * A component's connection to the API. It is trusted: what it writes is not checked, as it is made from what was
 * checked. Its writes may be disturbed.
 */
export class Client {
  readonly #registry: Registry;
  readonly #disturbance: Disturbance;

  constructor(registry: Registry, disturbance: Disturbance) {
    this.#registry = registry;
    this.#disturbance = disturbance;
  }

  /** The kinds that are served. */
  get kinds(): Kinds {
    return this.#registry.kinds;
  }

  /** How many writes there have been, by anybody. */
  get revision(): number {
    return this.#registry.store.revision;
  }

  get<T extends KubeObject>(resource: ResourceType, namespace: string | undefined, name: string): T {
    return this.#registry.get(resource, namespace, name);
  }

  list<T extends KubeObject>(resource: ResourceType, options: ListOptions = {}): T[] {
    return this.#registry.list(resource, options);
  }

  /** Introduces every object of a kind, and gives a place in the news from now on. */
  follow(resource: ResourceType, introduce: (event: StoreEvent) => void, onNews: () => void): Cursor {
    return this.#registry.follow(resource, introduce, onNews);
  }

  create<T extends KubeObject>(object: NewObject): T {
    const resource = this.#resourceOf(object);
    const namespace = resource.namespaced ? (object.metadata?.namespace ?? 'default') : undefined;
    return this.#disturbance.write(() => this.#registry.create<T>(resource, namespace, object as Manifest));
  }

  /** Replaces an object; a conflict if it has changed since it was read. */
  update<T extends KubeObject>(object: T): T {
    const resource = this.#resourceOf(object);
    const { namespace, name, uid } = object.metadata;
    return this.#disturbance.write(() =>
      this.#registry.update<T>(resource, namespace, name, (current) => {
        checkPreconditions(resource, current, { uid });
        checkVersion(resource, object, current);
        return object;
      }),
    );
  }

  /** Changes what is stored now, but for the status; undefined changes nothing. */
  amend<T extends KubeObject>(object: T, resource: ResourceType, change: (current: T) => T | undefined): T {
    const { namespace, name } = object.metadata;
    return this.#disturbance.write(() => this.#registry.update(resource, namespace, name, change));
  }

  /** Changes the status that is stored now; undefined changes nothing. */
  amendStatus<T extends WithStatus>(
    object: T,
    resource: ResourceType,
    change: (current: T) => T['status'] | undefined,
  ): T {
    const { namespace, name } = object.metadata;
    return this.#disturbance.write(() => this.#registry.updateStatus(resource, namespace, name, change));
  }

  delete(resource: ResourceType, object: KubeObject, options: DeleteOptions = {}): void {
    const { namespace, name, uid } = object.metadata;
    const safely = { ...options, preconditions: { uid, ...options.preconditions } };
    this.#disturbance.write(() => this.#registry.delete(resource, namespace, name, safely));
  }

  bind(pod: Pod, node: string): void {
    this.#disturbance.write(() => this.#registry.bind(pod, node));
  }

  finalizeNamespace(name: string): void {
    this.#disturbance.write(() => this.#registry.finalizeNamespace(name));
  }

  #resourceOf(object: { readonly apiVersion: string; readonly kind: string }): ResourceType {
    const resource = this.#registry.kinds.of(object);
    if (!resource) throw noSuchResource();
    return resource;
  }
}
