import { copyMetadata } from '../../../kubernetes/fields/copies';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { WatchEvent } from '../../../port/api';
import type { Actor } from '../../simulation/loop';
import type { Selection } from './selection';
import type { Store } from './store';
import type { Cursor, StoreEvent, Topic } from './topic';

/** What a watch is about, and where it begins. */
export interface WatchRequest {
  readonly kind: ResourceType;
  readonly selects: Selection;
  /** The revision it begins after; undefined for the present one. */
  readonly since: number | undefined;
  /** What it is told of first, as added. */
  readonly present: readonly KubeObject[];
}

/**
 * What a write means to a collection: an object that comes to match has been added, one that matches no longer has
 * been deleted, and is told of as it was.
 * @returns undefined if it is none of the collection's concern
 * @see k8s.io/apiserver/pkg/storage/cacher cacheWatcher.convertToWatchEvent
 */
const seenThrough = (selects: Selection, { type, object, before }: StoreEvent): WatchEvent | undefined => {
  const isIn = type !== 'DELETED' && selects(object);
  const last = before && selects(before) ? before : undefined;
  if (isIn) return { type: last ? 'MODIFIED' : 'ADDED', object };
  if (!last) return undefined;
  const metadata = copyMetadata(last.metadata);
  metadata.resourceVersion = object.metadata.resourceVersion;
  return { type: 'DELETED', object: { ...last, metadata } };
};

/** One watch: what is told first, and then its place in the news of its kind. */
class Watch {
  readonly #request: WatchRequest;
  readonly #onEvent: (event: WatchEvent) => void;
  readonly #cursor: Cursor;
  /** What is still to be told first, from its end. */
  readonly #present: KubeObject[];

  constructor(topic: Topic, request: WatchRequest, onEvent: (event: WatchEvent) => void, onNews: () => void) {
    const { since, present } = request;
    this.#request = request;
    this.#onEvent = onEvent;
    this.#present = [...present].reverse();
    this.#cursor = topic.read(onNews, since === undefined ? topic.end : topic.after(since));
  }

  /** The revision of what it has to tell next; infinite if that is nothing. */
  get next(): number {
    return this.#present.length > 0 ? 0 : this.#cursor.oldest;
  }

  tell(): void {
    const object = this.#present.pop();
    if (object) this.#onEvent({ type: 'ADDED', object });
    else this.#cursor.take(1, (event) => this.#pass(event));
  }

  close(): void {
    this.#cursor.close();
  }

  #pass(event: StoreEvent): void {
    const { since = 0, selects } = this.#request;
    // Who begins in the future hears nothing of the time before.
    if (Number(event.object.metadata.resourceVersion) <= since) return;
    const seen = seenThrough(selects, event);
    if (seen) this.#onEvent(seen);
  }
}

/**
 * The watches of those outside the control plane. They are told of news one event at a time, in the order of
 * revisions, between the turns of components: never in the middle of a write. So whoever is told may do anything:
 * write, watch, stop watching, even let time pass; what that brings about is told afterwards.
 */
export class Watches implements Actor {
  readonly name = 'watches';
  readonly #store: Store;
  /** Those that have something to tell. */
  readonly #expectant = new Set<Watch>();
  #isTelling = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Opens a watch. Nothing is told before the loop runs.
   * @returns ends the watch: nothing more is told
   * @throws ApiError 410 if it is to begin before the history of its kind
   */
  open(request: WatchRequest, onEvent: (event: WatchEvent) => void): () => void {
    const watch: Watch = new Watch(this.#store.topic(request.kind), request, onEvent, () =>
      this.#expectant.add(watch),
    );
    this.#expectant.add(watch);
    return () => {
      watch.close();
      this.#expectant.delete(watch);
    };
  }

  hasWork(): boolean {
    return this.#expectant.size > 0 && !this.#isTelling;
  }

  step(): number {
    let first: Watch | undefined;
    for (const watch of this.#expectant) {
      if (watch.next === Number.POSITIVE_INFINITY) this.#expectant.delete(watch);
      else if (!first || watch.next < first.next) first = watch;
    }
    this.#isTelling = true;
    try {
      first?.tell();
    } finally {
      this.#isTelling = false;
    }
    return 1;
  }
}
