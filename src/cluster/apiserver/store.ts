import type { KubeObject } from '../../kubernetes/objects';
import type { ResourceType } from '../../kubernetes/resources';
import { type StoreEvent, Topic } from './topic';

/** Sees every write at the moment it happens. */
export type Observer = (event: StoreEvent) => void;

type Names = Map<string, KubeObject>;

/** The objects of one kind by namespace and name: two short look-ups cost less than making one long key. */
class Table {
  readonly #namespaces = new Map<string, Names>();

  get(namespace: string, name: string): KubeObject | undefined {
    return this.#namespaces.get(namespace)?.get(name);
  }

  /** True if it replaced an object of that name. */
  set(namespace: string, name: string, object: KubeObject): boolean {
    let names = this.#namespaces.get(namespace);
    if (!names) {
      names = new Map();
      this.#namespaces.set(namespace, names);
    }
    const before = names.size;
    names.set(name, object);
    return names.size === before;
  }

  delete(namespace: string, name: string): void {
    this.#namespaces.get(namespace)?.delete(name);
  }

  *objects(namespace?: string): Iterable<KubeObject> {
    if (namespace !== undefined) yield* this.#namespaces.get(namespace)?.values() ?? [];
    else for (const names of this.#namespaces.values()) yield* names.values();
  }
}

/** Where objects are kept, with one revision number for all. Stored objects are never changed, only replaced. */
export class Store {
  readonly #tables = new Map<ResourceType, Table>();
  readonly #topics = new Map<ResourceType, Topic>();
  readonly #observers: Observer[] = [];
  #revision = 0;

  /** Called with every write, before anybody else hears of it. */
  observe(observer: Observer): void {
    this.#observers.push(observer);
  }

  /** @param namespace undefined for kinds that have none */
  get(resource: ResourceType, namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#tables.get(resource)?.get(namespace ?? '', name);
  }

  /** The objects of a kind, in one namespace or in all. */
  all(resource: ResourceType, namespace?: string): Iterable<KubeObject> {
    return this.#tables.get(resource)?.objects(namespace) ?? [];
  }

  topic(resource: ResourceType): Topic {
    let topic = this.#topics.get(resource);
    if (!topic) {
      topic = new Topic();
      this.#topics.set(resource, topic);
    }
    return topic;
  }

  /** Stores an object under the next revision and tells everybody. */
  put<T extends KubeObject>(resource: ResourceType, object: T): T {
    let table = this.#tables.get(resource);
    if (!table) {
      table = new Table();
      this.#tables.set(resource, table);
    }
    const stored = this.#stamped(object);
    const { namespace = '', name } = stored.metadata;
    const replaced = table.set(namespace, name, stored);
    this.#tell(resource, { type: replaced ? 'MODIFIED' : 'ADDED', object: stored });
    return stored;
  }

  remove(resource: ResourceType, object: KubeObject): void {
    const { namespace = '', name } = object.metadata;
    this.#tables.get(resource)?.delete(namespace, name);
    this.#tell(resource, { type: 'DELETED', object: this.#stamped(object) });
  }

  #stamped<T extends KubeObject>(object: T): T {
    return { ...object, metadata: { ...object.metadata, resourceVersion: String(++this.#revision) } };
  }

  #tell(resource: ResourceType, event: StoreEvent): void {
    for (const observer of this.#observers) observer(event);
    this.#topics.get(resource)?.publish(event);
  }
}

/** How messages and queues name an object: `namespace/name`, or `name` if it has no namespace. */
export const keyOf = ({ metadata: { namespace, name } }: KubeObject): string =>
  namespace ? `${namespace}/${name}` : name;
