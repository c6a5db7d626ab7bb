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

  set(namespace: string, name: string, object: KubeObject): void {
    const names = this.#namespaces.get(namespace);
    if (names) names.set(name, object);
    else this.#namespaces.set(namespace, new Map([[name, object]]));
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
  #size = 0;

  /** How many objects there are. */
  get size(): number {
    return this.#size;
  }

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

  /**
   * Stores a new object under the next revision and tells everybody.
   * @param object whose metadata nobody else holds: the revision is written into it
   */
  add<T extends KubeObject>(resource: ResourceType, object: T): T {
    (object.metadata as { resourceVersion: string }).resourceVersion = String(++this.#revision);
    this.#table(resource).set(object.metadata.namespace ?? '', object.metadata.name, object);
    this.#size++;
    this.#tell(resource, { type: 'ADDED', object });
    return object;
  }

  /** Replaces an object, under the next revision, and tells everybody. */
  replace<T extends KubeObject>(resource: ResourceType, object: T): T {
    const stored = this.#stamped(object);
    this.#table(resource).set(stored.metadata.namespace ?? '', stored.metadata.name, stored);
    this.#tell(resource, { type: 'MODIFIED', object: stored });
    return stored;
  }

  remove(resource: ResourceType, object: KubeObject): void {
    const { namespace = '', name } = object.metadata;
    this.#tables.get(resource)?.delete(namespace, name);
    this.#size--;
    this.#tell(resource, { type: 'DELETED', object: this.#stamped(object) });
  }

  #table(resource: ResourceType): Table {
    let table = this.#tables.get(resource);
    if (!table) {
      table = new Table();
      this.#tables.set(resource, table);
    }
    return table;
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
