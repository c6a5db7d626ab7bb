import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ResourceType } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import type { DeleteOptions } from '../apiserver/registry/deletion';
import type { WithStatus } from '../apiserver/registry/strategy';
import { type Caller, component } from '../apiserver/requests/caller';
import type { ApiServer, ListOptions } from '../apiserver/requests/server';
import type { Disturbance } from '../simulation/disturbance';

/** What a new object needs to say; the server completes its metadata. */
export type NewObject =
  | Manifest
  | (Omit<KubeObject, 'metadata'> & { readonly metadata: Partial<KubeObject['metadata']> });

/** A component's connection to the API server. Its writes may be disturbed. */
export class Client {
  readonly #server: ApiServer;
  readonly #caller: Caller;
  readonly #disturbance: Disturbance;

  constructor(server: ApiServer, name: string, disturbance: Disturbance) {
    this.#server = server;
    this.#caller = component(name);
    this.#disturbance = disturbance;
  }

  get<T extends KubeObject>(resource: ResourceType, namespace: string | undefined, name: string): T {
    return this.#server.get(resource, namespace, name, this.#caller) as T;
  }

  list<T extends KubeObject>(resource: ResourceType, options: ListOptions = {}): T[] {
    return this.#server.list(resource, options, this.#caller) as T[];
  }

  create<T extends KubeObject>(object: NewObject): T {
    return this.#disturbance.write(() => this.#server.create(object as Manifest, this.#caller)) as T;
  }

  /** Replaces an object; a conflict if it has changed since it was read. */
  update<T extends KubeObject>(object: T): T {
    return this.#disturbance.write(() => this.#server.update(object, this.#caller));
  }

  /** Changes what is stored now, but for the status; undefined changes nothing. */
  amend<T extends KubeObject>(object: T, resource: ResourceType, change: (current: T) => T | undefined): T {
    const { namespace, name } = object.metadata;
    return this.#disturbance.write(() => this.#server.amend(resource, namespace, name, change, this.#caller));
  }

  /** Changes the status that is stored now; undefined changes nothing. */
  amendStatus<T extends WithStatus>(
    object: T,
    resource: ResourceType,
    change: (current: T) => T['status'] | undefined,
  ): T {
    const { namespace, name } = object.metadata;
    return this.#disturbance.write(() =>
      this.#server.amendStatus(resource, namespace, name, change, this.#caller),
    );
  }

  delete(resource: ResourceType, object: KubeObject, options: DeleteOptions = {}): void {
    const { namespace, name, uid } = object.metadata;
    const safely = { ...options, preconditions: { uid, ...options.preconditions } };
    this.#disturbance.write(() => this.#server.delete(resource, namespace, name, safely, this.#caller));
  }

  bind(pod: Pod, node: string): void {
    this.#disturbance.write(() => this.#server.bind(pod, node, this.#caller));
  }

  finalizeNamespace(name: string): void {
    this.#disturbance.write(() => this.#server.finalizeNamespace(name));
  }
}
