import type { KubeObject } from '../../../kubernetes/object';
import { tooOldVersion } from '../../../kubernetes/refusals';

/** News of one write. */
export interface StoreEvent<T extends KubeObject = KubeObject> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: T;
  /** The version before this one, which whoever reads the news has heard of last; undefined for what is added. */
  readonly before: T | undefined;
  /**
   * The object's number among those of its kind: 0, 1, 2, …, never given again. What a component remembers about
   * thousands of objects is found by it in an array.
   */
  readonly serial: number;
}

/** A watch may begin so many events of its kind ago. */
export const HISTORY = 1000;

/** The news of one kind of object, in order. Every reader has a place of its own in it. */
export class Topic {
  #events: StoreEvent[] = [];
  /** Position of the first event that is still kept. */
  #first = 0;
  readonly #cursors = new Set<Cursor>();
  readonly #begin: number;

  /** @param begin the revision before the first that there can be news of */
  constructor(begin = 0) {
    this.#begin = begin;
  }

  get end(): number {
    return this.#first + this.#events.length;
  }

  publish(event: StoreEvent): void {
    const last = this.end;
    this.#events.push(event);
    if (this.#cursors.size === 0) this.trim();
    // Whoever has more to read knows already that there is news.
    for (const cursor of this.#cursors) if (cursor.position === last) cursor.onNews();
  }

  /** Starts reading at the present, or at another position. */
  read(onNews: () => void, position = this.end): Cursor {
    const cursor = new Cursor(this, position, onNews, () => this.#cursors.delete(cursor));
    this.#cursors.add(cursor);
    return cursor;
  }

  at(position: number): StoreEvent {
    return this.#events[position - this.#first] as StoreEvent;
  }

  /**
   * The position of the first event after a revision. Only the history counts, though more may be kept for a reader
   * who is slow.
   * @throws ApiError 410 if the revision is from before the history
   * @see k8s.io/apiserver/pkg/storage/cacher watchCache.getAllEventsSinceLocked
   */
  after(revision: number): number {
    const oldest = Math.max(this.#first, this.end - HISTORY);
    const known = oldest === 0 ? this.#begin : this.revisionAt(oldest) - 1;
    if (revision < known) throw tooOldVersion(revision, known);
    return this.seek(revision + 1, oldest);
  }

  /** The position, not before `from`, of the first event that is not older than a revision. */
  seek(revision: number, from: number): number {
    let low = from;
    let high = this.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.revisionAt(middle) < revision) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  revisionAt(position: number): number {
    return Number(this.at(position).object.metadata.resourceVersion);
  }

  /** Forgets what everybody has read, but for the history. */
  trim(): void {
    if (this.#events.length < 2 * HISTORY) return;
    let needed = this.end - HISTORY;
    for (const cursor of this.#cursors) needed = Math.min(needed, cursor.position);
    if (needed - this.#first < HISTORY) return;
    this.#events = this.#events.slice(needed - this.#first);
    this.#first = needed;
  }
}

/** One reader's place in a topic. */
export class Cursor {
  position: number;
  readonly onNews: () => void;
  readonly close: () => void;
  readonly #topic: Topic;

  constructor(topic: Topic, position: number, onNews: () => void, close: () => void) {
    this.#topic = topic;
    this.position = position;
    this.onNews = onNews;
    this.close = close;
  }

  /** How many events wait to be read. */
  get waiting(): number {
    return this.#topic.end - this.position;
  }

  /** The revision of the oldest event that waits; infinite if none does. */
  get oldest(): number {
    return this.waiting === 0 ? Number.POSITIVE_INFINITY : this.#topic.revisionAt(this.position);
  }

  /** How many of the events that wait are older than a revision. */
  waitingBefore(revision: number): number {
    return this.#topic.seek(revision, this.position) - this.position;
  }

  /** Hands over up to `count` events, oldest first. */
  take(count: number, handle: (event: StoreEvent) => void): void {
    const until = Math.min(this.position + count, this.#topic.end);
    while (this.position < until) handle(this.#topic.at(this.position++));
    this.#topic.trim();
  }
}
