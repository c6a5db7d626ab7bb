import type { KubeObject } from '../../../kubernetes/object';

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

const TRIM_AT = 512;

/** The news of one kind of object, in order. Every reader has a place of its own in it. */
export class Topic {
  #events: StoreEvent[] = [];
  /** Position of the first event that is still kept. */
  #first = 0;
  readonly #cursors = new Set<Cursor>();

  get end(): number {
    return this.#first + this.#events.length;
  }

  publish(event: StoreEvent): void {
    if (this.#cursors.size === 0) return;
    const last = this.end;
    this.#events.push(event);
    // Whoever has more to read knows already that there is news.
    for (const cursor of this.#cursors) if (cursor.position === last) cursor.onNews();
  }

  /** Starts reading at the present. */
  read(onNews: () => void): Cursor {
    const cursor = new Cursor(this, this.end, onNews, () => this.#cursors.delete(cursor));
    this.#cursors.add(cursor);
    return cursor;
  }

  at(position: number): StoreEvent {
    return this.#events[position - this.#first] as StoreEvent;
  }

  /** Forgets what everybody has read. */
  trim(): void {
    if (this.#events.length < TRIM_AT) return;
    let read = this.end;
    for (const cursor of this.#cursors) read = Math.min(read, cursor.position);
    if (read - this.#first < TRIM_AT) return;
    this.#events = this.#events.slice(read - this.#first);
    this.#first = read;
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
    return this.waiting === 0 ? Number.POSITIVE_INFINITY : this.#revisionAt(this.position);
  }

  /** How many of the events that wait are older than a revision. */
  waitingBefore(revision: number): number {
    let low = this.position;
    let high = this.#topic.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#revisionAt(middle) < revision) low = middle + 1;
      else high = middle;
    }
    return low - this.position;
  }

  #revisionAt(position: number): number {
    return Number(this.#topic.at(position).object.metadata.resourceVersion);
  }

  /** Hands over up to `count` events, oldest first. */
  take(count: number, handle: (event: StoreEvent) => void): void {
    const until = Math.min(this.position + count, this.#topic.end);
    while (this.position < until) handle(this.#topic.at(this.position++));
    this.#topic.trim();
  }
}
