import { keyOf, type Store } from '../../cluster/apiserver/registry/store';
import type { StoreEvent } from '../../cluster/apiserver/registry/topic';
import { authorize } from '../../cluster/apiserver/requests/authorization/rbac';
import type { Caller } from '../../cluster/apiserver/requests/caller';
import { compileFieldSelector } from '../../cluster/apiserver/requests/fieldSelector';
import { compileLabels } from '../../cluster/apiserver/requests/server';
import type { ResourceType } from '../../kubernetes/resourceType';
import { resourceOf } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError, badRequest } from '../../kubernetes/refusals';
import type { ListOptions, WatchEvent, WatchQuery } from '../../port/api';

/** So many changes of a kind are remembered for watches that resume. */
const REMEMBERED = 1000;

/** The last changes of one kind, oldest first. */
interface Memory {
  /** The revision up to which nothing is remembered. */
  forgotten: number;
  events: StoreEvent[];
}

const revisionOf = ({ object }: StoreEvent): number => Number(object.metadata.resourceVersion);

const tooOld = (asked: number, oldest: number): ApiError =>
  new ApiError({
    code: 410,
    reason: 'Expired',
    message: `too old resource version: ${asked} (${oldest})`,
  });

type Test = (object: KubeObject) => boolean;

const testFor = (resource: ResourceType, { namespace, labelSelector, fieldSelector }: ListOptions): Test => {
  const labels = labelSelector ? compileLabels(labelSelector) : undefined;
  const fields = fieldSelector ? compileFieldSelector(resource, fieldSelector) : undefined;
  return (object) =>
    (!namespace || object.metadata.namespace === namespace) &&
    (!labels || labels(object.metadata.labels)) &&
    (!fields || fields(object));
};

/**
 * A change as somebody sees it who only knows of objects that pass the test.
 * @see k8s.io/apiserver/pkg/storage/cacher cacheWatcher.convertToWatchEvent
 */
const asSeen = ({ type, object, before }: StoreEvent, passes: Test): WatchEvent | undefined => {
  const passed = before !== undefined && passes(before);
  if (type !== 'DELETED' && passes(object)) return { type: passed ? 'MODIFIED' : 'ADDED', object };
  if (!passed) return undefined;
  const { resourceVersion } = object.metadata;
  return { type: 'DELETED', object: { ...before, metadata: { ...before.metadata, resourceVersion } } };
};

/** The watches of everybody who speaks to the cluster through the port. */
export class Watches {
  readonly #store: Store;
  readonly #start: number;
  readonly #memories = new Map<ResourceType, Memory>();
  readonly #open = new Set<() => void>();

  constructor(store: Store) {
    this.#store = store;
    this.#start = store.revision;
    store.observe((event) => this.#remember(event));
  }

  /**
   * Begins to tell a caller of changes.
   * @returns what ends it
   * @throws ApiError
   */
  open(query: WatchQuery, caller: Caller, onEvent: (event: WatchEvent) => void): () => void {
    const { resource, namespace, resourceVersion = '0' } = query;
    authorize(this.#store, caller, { verb: 'watch', resource, ...(namespace ? { namespace } : {}) });
    const passes = testFor(resource, query);
    const missed =
      resourceVersion === '0' ? this.#introduction(resource) : this.#since(resource, resourceVersion);
    const tell = (event: StoreEvent): void => {
      const seen = this.#open.has(stop) ? asSeen(event, passes) : undefined;
      if (seen) onEvent(seen);
    };
    let isCaughtUp = false;
    const hear = (): void => {
      if (isCaughtUp) cursor.take(cursor.waiting, tell);
    };
    const cursor = this.#store.topic(resource).read(hear);
    const stop = (): void => {
      this.#open.delete(stop);
      cursor.close();
    };
    this.#open.add(stop);
    for (const event of missed) tell(event);
    isCaughtUp = true;
    hear();
    return stop;
  }

  /** Ends all watches. */
  close(): void {
    for (const stop of this.#open) stop();
  }

  #introduction(resource: ResourceType): readonly StoreEvent[] {
    return this.#store.introduction(resource).sort((a, b) => (keyOf(a.object) < keyOf(b.object) ? -1 : 1));
  }

  #since(resource: ResourceType, resourceVersion: string): readonly StoreEvent[] {
    if (!/^\d+$/.test(resourceVersion)) throw badRequest(`invalid resource version: ${resourceVersion}`);
    const asked = Number(resourceVersion);
    const { forgotten, events } = this.#memory(resource);
    if (asked < forgotten) throw tooOld(asked, forgotten);
    return events.filter((event) => revisionOf(event) > asked);
  }

  #memory(resource: ResourceType): Memory {
    const known = this.#memories.get(resource);
    if (known) return known;
    const memory = { forgotten: this.#start, events: [] };
    this.#memories.set(resource, memory);
    return memory;
  }

  #remember(event: StoreEvent): void {
    const resource = resourceOf(event.object);
    if (!resource) return;
    const memory = this.#memory(resource);
    memory.events.push(event);
    if (memory.events.length < 2 * REMEMBERED) return;
    const past = memory.events.splice(0, REMEMBERED);
    memory.forgotten = Math.max(...past.map(revisionOf));
  }
}
