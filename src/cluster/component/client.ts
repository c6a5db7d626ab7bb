import type { Kind } from '../../kubernetes/kinds/kind';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { noSuchResource } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { DeleteOptions, ListOptions } from '../../port/api';
import { checkPreconditions, checkVersion } from '../apiserver/registry/preconditions';
import type { WithStatus } from '../apiserver/registry/status';
import type { Cursor, StoreEvent } from '../apiserver/registry/topic';
import type { Disturbance } from '../simulation/disturbance';
import type { Backend } from './backend';

/** The program that most controllers are part of. */
export const CONTROLLER_MANAGER = 'kube-controller-manager';

/** The API server, which makes objects of its own through the API, too. */
export const API_SERVER = 'kube-apiserver';

/** What a new object needs to say; the server completes its metadata. */
export type NewObject =
  | Manifest
  | (Omit<KubeObject, 'metadata'> & { readonly metadata: Partial<KubeObject['metadata']> });

/**
 * A component's connection to the API. It is trusted: what it writes is not checked, as it is made from what was
 * checked. Its writes may be disturbed.
 */
export class Client {
  readonly #registry: Backend;
  readonly #disturbance: Disturbance;
  readonly #asking: { readonly manager: string };

  /** @param agent the program that it is part of, which is noted for the fields that it sets */
  constructor(registry: Backend, disturbance: Disturbance, agent = CONTROLLER_MANAGER) {
    this.#registry = registry;
    this.#disturbance = disturbance;
    this.#asking = { manager: agent };
  }

  /** The kinds that are served. */
  get kinds(): Kinds {
    return this.#registry.kinds;
  }

  /** Has a kind served from now on, or by other rules than before. */
  serve(kind: Kind): void {
    this.#registry.serve(kind);
  }

  /** Has a kind served no longer. */
  withdraw(kind: Kind): void {
    this.#registry.withdraw(kind);
  }

  /** How many writes there have been, by anybody. */
  get revision(): number {
    return this.#registry.store.revision;
  }

  get<T extends KubeObject>(resource: ResourceType<T>, namespace: string | undefined, name: string): T {
    return this.#registry.get(resource, namespace, name);
  }

  list<T extends KubeObject>(resource: ResourceType<T>, options: ListOptions = {}): readonly T[] {
    return this.#registry.list(resource, options);
  }

  /** Introduces every object of a kind, and gives a place in the news from now on. */
  follow<T extends KubeObject>(
    resource: ResourceType<T>,
    introduce: (event: StoreEvent<T>) => void,
    onNews: () => void,
  ): Cursor {
    return this.#registry.follow(resource, introduce, onNews);
  }

  create<T extends KubeObject>(object: NewObject): T {
    const resource = this.#kindOf<T>(object);
    const namespace = resource.namespaced ? (object.metadata?.namespace ?? 'default') : undefined;
    return this.#disturbance.write(() =>
      this.#registry.create(resource, namespace, object as Manifest, undefined, this.#asking),
    );
  }

  /** Replaces an object; a conflict if it has changed since it was read. */
  update<T extends KubeObject>(object: T): T {
    const resource = this.#kindOf<T>(object);
    const { namespace, name, uid } = object.metadata;
    return this.#disturbance.write(() =>
      this.#registry.update(
        resource,
        namespace,
        name,
        (current) => {
          checkPreconditions(resource, current, { uid });
          checkVersion(resource, object, current);
          return object;
        },
        this.#asking,
      ),
    );
  }

  /** Changes what is stored now, but for the status; undefined changes nothing. */
  amend<T extends KubeObject>(
    object: T,
    resource: ResourceType<T>,
    change: (current: T) => T | undefined,
  ): T {
    const { namespace, name } = object.metadata;
    return this.#disturbance.write(() =>
      this.#registry.update(resource, namespace, name, change, this.#asking),
    );
  }

  /** Changes the status that is stored now; undefined changes nothing. */
  amendStatus<T extends WithStatus>(
    object: T,
    resource: ResourceType<T>,
    change: (current: T) => T['status'] | undefined,
  ): T {
    const { namespace, name } = object.metadata;
    return this.#disturbance.write(() =>
      this.#registry.updateStatus(resource, namespace, name, change, this.#asking),
    );
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
    this.#disturbance.write(() => this.#registry.finalizeNamespace(name, this.#asking));
  }

  #kindOf<T extends KubeObject>(object: Pick<KubeObject, 'apiVersion' | 'kind'>): Kind<T> {
    const kind = this.#registry.kinds.of(object);
    if (!kind) throw noSuchResource();
    return kind as Kind<T>;
  }
}
