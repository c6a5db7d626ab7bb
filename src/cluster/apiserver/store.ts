import type { KubeObject } from '../../kubernetes/objects';
import type { ResourceType } from '../../kubernetes/resources';
import { type StoreEvent, Topic } from './topic';

/** Sees every write at the moment it happens. */
export type Observer = (event: StoreEvent) => void;

const NOTHING: ReadonlyMap<string, KubeObject> = new Map();

/** Under which key an object is stored: `namespace/name`, or `name` if it has no namespace. */
export const keyOf = (namespace: string | undefined, name: string): string =>
  namespace ? `${namespace}/${name}` : name;

/** The key of a stored object. */
export const keyOfObject = (object: KubeObject): string =>
  keyOf(object.metadata.namespace, object.metadata.name);

/** Where objects are kept, with one revision number for all. Stored objects are never changed, only replaced. */
export class Store {
  readonly #tables = new Map<ResourceType, Map<string, KubeObject>>();
  readonly #topics = new Map<ResourceType, Topic>();
  readonly #observers: Observer[] = [];
  #revision = 0;

  /** The revision of the latest write. */
  get revision(): number {
    return this.#revision;
  }

  /** Called with every write, before anybody else hears of it. */
  observe(observer: Observer): void {
    this.#observers.push(observer);
  }

  get(resource: ResourceType, key: string): KubeObject | undefined {
    return this.#tables.get(resource)?.get(key);
  }

  all(resource: ResourceType): ReadonlyMap<string, KubeObject> {
    return this.#tables.get(resource) ?? NOTHING;
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
      table = new Map();
      this.#tables.set(resource, table);
    }
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(++this.#revision) } };
    const key = keyOfObject(object);
    const type = table.has(key) ? 'MODIFIED' : 'ADDED';
    table.set(key, stored);
    this.#tell(resource, { type, object: stored });
    return stored;
  }

  remove(resource: ResourceType, object: KubeObject): void {
    this.#tables.get(resource)?.delete(keyOfObject(object));
    const last = { ...object, metadata: { ...object.metadata, resourceVersion: String(++this.#revision) } };
    this.#tell(resource, { type: 'DELETED', object: last });
  }

  #tell(resource: ResourceType, event: StoreEvent): void {
    for (const observer of this.#observers) observer(event);
    this.#topics.get(resource)?.publish(event);
  }
}
