import { copyMetadata, type Draft } from '../../../kubernetes/fields/copies';
import type { KubeObject, ObjectMeta } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { type StoreEvent, Topic } from './topic';

/** Sees every write at the moment it happens. */
export type Observer = (event: StoreEvent) => void;

/** Where an object is kept for all its life, in its latest version. */
export interface Row<T extends KubeObject = KubeObject> {
  readonly serial: number;
  readonly object: T;
}

type Names = Map<string, Row>;

const NONE: readonly never[] = [];

/** The objects of one kind by namespace and name: two short look-ups cost less than making one long key. */
class Table {
  readonly #namespaces = new Map<string, Names>();
  #serials = 0;

  get(namespace: string, name: string): Row | undefined {
    return this.#namespaces.get(namespace)?.get(name);
  }

  add(namespace: string, name: string, object: KubeObject): Row {
    const row = { serial: this.#serials++, object };
    const names = this.#namespaces.get(namespace);
    if (names) names.set(name, row);
    else this.#namespaces.set(namespace, new Map([[name, row]]));
    return row;
  }

  delete(namespace: string, name: string): void {
    this.#namespaces.get(namespace)?.delete(name);
  }

  rows(namespace?: string): readonly Row[] {
    const found: Row[] = [];
    for (const [each, names] of this.#namespaces) {
      if (namespace !== undefined && namespace !== each) continue;
      for (const row of names.values()) found.push(row);
    }
    return found;
  }
}

/** Where objects are kept, with one revision number for all. Stored objects are never changed, only replaced. */
export class Store {
  readonly #tables = new Map<ResourceType, Table>();
  readonly #topics = new Map<ResourceType, Topic>();
  #observers: readonly Observer[] = [];
  readonly #begin: number;
  #revision: number;
  #size = 0;

  /** @param begin the revision that the first write comes after */
  constructor(begin = 0) {
    this.#begin = begin;
    this.#revision = begin;
  }

  /** That of the last write. */
  get revision(): number {
    return this.#revision;
  }

  /** How many objects there are. */
  get size(): number {
    return this.#size;
  }

  /** Called with every write, before anybody else hears of it. @returns ends it */
  observe(observer: Observer): () => void {
    this.#observers = [...this.#observers, observer];
    return () => {
      this.#observers = this.#observers.filter((each) => each !== observer);
    };
  }

  /** @param namespace undefined for kinds that have none */
  get<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    return this.find(resource, namespace, name)?.object;
  }

  /** Where an object is kept: for who writes it next, and should not have to look for it again. */
  find<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
  ): Row<T> | undefined {
    return this.#tables.get(resource)?.get(namespace ?? '', name) as Row<T> | undefined;
  }

  /** The objects of a kind, in one namespace or in all. */
  all<T extends KubeObject>(resource: ResourceType<T>, namespace?: string): readonly T[] {
    const rows = (this.#tables.get(resource)?.rows(namespace) ?? NONE) as readonly Row<T>[];
    return rows.length === 0 ? NONE : rows.map(({ object }) => object);
  }

  /** What there is of a kind, as news for somebody who hears of it for the first time. */
  introduction<T extends KubeObject>(resource: ResourceType<T>): StoreEvent<T>[] {
    const rows = (this.#tables.get(resource)?.rows() ?? []) as readonly Row<T>[];
    return rows.map(({ serial, object }) => ({ type: 'ADDED', object, before: undefined, serial }));
  }

  topic(resource: ResourceType): Topic {
    let topic = this.#topics.get(resource);
    if (!topic) {
      topic = new Topic(this.#begin);
      this.#topics.set(resource, topic);
    }
    return topic;
  }

  /**
   * Stores a new object under the next revision and tells everybody.
   * @param object that nobody else holds, nor its metadata: the revision is written into it
   */
  add<T extends KubeObject>(resource: ResourceType, object: T): T {
    (object.metadata as Draft<ObjectMeta>).resourceVersion = this.#nextRevision();
    const { serial } = this.#table(resource).add(
      object.metadata.namespace ?? '',
      object.metadata.name,
      object,
    );
    this.#size++;
    this.#tell(resource, { type: 'ADDED', object, before: undefined, serial });
    return object;
  }

  /**
   * Replaces the object in a row, under the next revision, and tells everybody.
   * @param object that nobody else holds: it is given metadata with the revision
   */
  replace<T extends KubeObject>(resource: ResourceType, row: Row, object: T): T {
    const before = row.object;
    this.#stamp(object);
    (row as Draft<Row>).object = object;
    this.#tell(resource, { type: 'MODIFIED', object, before, serial: row.serial });
    return object;
  }

  /** @param last the object as it was in the end, if that has never been stored */
  remove(resource: ResourceType, { object: before, serial }: Row, last: KubeObject = before): void {
    const { namespace = '', name } = before.metadata;
    this.#tables.get(resource)?.delete(namespace, name);
    this.#size--;
    const object = { ...last };
    this.#stamp(object);
    this.#tell(resource, { type: 'DELETED', object, before, serial });
  }

  #table(resource: ResourceType): Table {
    let table = this.#tables.get(resource);
    if (!table) {
      table = new Table();
      this.#tables.set(resource, table);
    }
    return table;
  }

  #stamp(object: KubeObject): void {
    const metadata = copyMetadata(object.metadata);
    metadata.resourceVersion = this.#nextRevision();
    (object as Draft<KubeObject>).metadata = metadata;
  }

  #nextRevision(): string {
    return String(++this.#revision);
  }

  #tell(resource: ResourceType, event: StoreEvent): void {
    for (const observer of this.#observers) observer(event);
    this.topic(resource).publish(event);
  }
}

/** How messages and queues name an object: `namespace/name`, or `name` if it has no namespace. */
export const keyOf = ({ metadata: { namespace, name } }: KubeObject): string =>
  namespace ? `${namespace}/${name}` : name;
