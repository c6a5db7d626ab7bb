import type { Row, Store } from '../../../cluster/apiserver/registry/store';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { Copy, isNewer, type Outcome, type Telling } from './copy';
import type { Outbox } from './outbox';
import { isSame, type Write } from './write';

/** A write that was answered. */
export interface Written {
  readonly resource: ResourceType;
  readonly name: string;
  readonly write: Write;
  readonly outcome: Outcome;
}

/** Who hears of what happens to copies. */
export interface Listener {
  /** A write was answered. */
  written(written: Written): void;
  /** What was told of an object while a write was on its way can be taken in now. */
  told(resource: ResourceType, telling: Telling): void;
}

/** The copies of objects, and what is on its way between them and the server. */
export class Copies {
  readonly #store: Store;
  readonly #outbox: Pick<Outbox, 'perform'>;
  readonly #listener: Listener;
  readonly #copies = new Map<ResourceType, Map<string, Copy>>();
  readonly #outstanding = new Set<Promise<Written>>();
  readonly #draining = new Set<Promise<void>>();

  /** @param store what the copies are, for who reads them */
  constructor(store: Store, outbox: Pick<Outbox, 'perform'>, listener: Listener) {
    this.#store = store;
    this.#outbox = outbox;
    this.#listener = listener;
  }

  find(resource: ResourceType, namespace: string | undefined, name: string): Copy | undefined {
    return this.#copies.get(resource)?.get(keyOf(resource, namespace, name));
  }

  /** A copy of what is not there yet, or was not known. */
  put(resource: ResourceType, namespace: string | undefined, name: string, server?: KubeObject): Copy {
    const copy = new Copy(resource, namespace, name, server);
    let ofKind = this.#copies.get(resource);
    if (!ofKind) {
      ofKind = new Map();
      this.#copies.set(resource, ofKind);
    }
    ofKind.set(keyOf(resource, namespace, name), copy);
    this.#refresh(copy);
    return copy;
  }

  /** What the server says of an object. One that was not known is from now on. */
  hear(resource: ResourceType, telling: Telling): void {
    const { namespace, name } = telling.object.metadata;
    const copy = this.find(resource, namespace, name);
    if (!copy) {
      if (telling.type !== 'DELETED') this.put(resource, namespace, name, telling.object);
    } else if (copy.isBusy) copy.told.push(telling);
    else this.#learn(copy, telling);
  }

  /** Writes an object, here at once and on the server in its turn. */
  write(copy: Copy, write: Write): void {
    const { resource, name } = copy;
    const outstanding = new Promise<Written>((resolve) => {
      copy.pending.push({ write, done: (outcome) => resolve({ resource, name, write, outcome }) });
    });
    this.#outstanding.add(outstanding);
    void outstanding.then((written) => {
      this.#outstanding.delete(outstanding);
      this.#listener.written(written);
    });
    this.#refresh(copy);
    if (copy.pending.length > 1) return;
    const draining = this.#drain(copy).finally(() => this.#draining.delete(draining));
    this.#draining.add(draining);
  }

  /** How many writes have not been answered. */
  get outstanding(): number {
    return this.#outstanding.size;
  }

  /** Resolves when all is answered that has been written so far. */
  async written(): Promise<readonly Written[]> {
    return Promise.all(this.#outstanding);
  }

  /** Resolves when nothing is on its way any more. */
  async quiet(): Promise<void> {
    await Promise.all(this.#draining);
  }

  async #drain(copy: Copy): Promise<void> {
    for (let first = copy.pending[0]; first; first = copy.pending[0]) {
      const outcome = await this.#outbox.perform(copy, first.write);
      copy.pending.shift();
      if (outcome.kind === 'stored' && (!copy.server || isNewer(outcome.object, copy.server)))
        copy.server = outcome.object;
      if (outcome.kind === 'gone' || !copy.server) this.#drop(copy);
      else this.#refresh(copy);
      first.done(outcome);
    }
    for (const telling of copy.told.splice(0)) this.#listener.told(copy.resource, telling);
  }

  #learn(copy: Copy, { type, object }: Telling): void {
    const { server } = copy;
    const isAnother = server?.metadata.uid !== object.metadata.uid;
    if (type === 'DELETED') {
      if (!isAnother) this.#drop(copy);
      return;
    }
    if (server && !isNewer(object, server)) return;
    if (isAnother) {
      this.#drop(copy);
      this.put(copy.resource, copy.namespace, copy.name, object);
    } else {
      copy.server = object;
      this.#refresh(copy);
    }
  }

  /** There is no such object any more; nothing can become of what has been written. */
  #drop(copy: Copy): void {
    this.#copies.get(copy.resource)?.delete(keyOf(copy.resource, copy.namespace, copy.name));
    const row = this.#rowOf(copy);
    if (row) this.#store.remove(copy.resource, row);
    for (const { done } of copy.pending.splice(0)) done({ kind: 'gone' });
  }

  /** Has readers see the copy as it is now. */
  #refresh(copy: Copy): void {
    const { object } = copy;
    if (!object) return;
    const row = this.#rowOf(copy);
    if (!row) this.#store.add(copy.resource, { ...object, metadata: { ...object.metadata } });
    else if (!isSame(object, row.object)) this.#store.replace(copy.resource, row, { ...object });
  }

  #rowOf({ resource, namespace, name }: Copy): Row | undefined {
    return this.#store.find(resource, resource.namespaced ? namespace : undefined, name);
  }
}

const keyOf = ({ namespaced }: ResourceType, namespace: string | undefined, name: string): string =>
  namespaced ? `${namespace ?? ''}/${name}` : name;
