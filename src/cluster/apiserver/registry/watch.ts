import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { WatchEvent } from '../../../port/api';
import type { Teller } from './agenda';
import { News } from './news';
import type { Selection } from './selection';
import type { StoreEvent } from './topic';

/** What a watch is about, and where it begins. */
export interface WatchRequest {
  readonly kind: ResourceType;
  /** Only objects of this namespace can be meant; undefined for all. */
  readonly namespace?: string | undefined;
  /** Only objects of this name can be meant; undefined for all. */
  readonly name?: string | undefined;
  readonly selects: Selection;
  /** The revision it begins after; undefined for the present one. */
  readonly since: number | undefined;
  /** What it is told of first, as added. */
  readonly present: readonly KubeObject[];
}

/** Whoever watches. */
export interface Audience {
  onEvent(event: WatchEvent): void;
  /** The kind is served no longer, or anew: nothing more is told. */
  onEnd?(): void;
}

/** One watch. */
export class Watch {
  /** In the order in which they were opened. */
  readonly serial: number;
  readonly request: WatchRequest;
  readonly #audience: Audience;
  #isClosed = false;

  constructor(serial: number, request: WatchRequest, audience: Audience) {
    this.serial = serial;
    this.request = request;
    this.#audience = audience;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
  }

  /** @returns whether it is over: who does not want to know goes on, and may hear of the kind again */
  end(): boolean {
    if (this.#isClosed || !this.#audience.onEnd) return false;
    this.#isClosed = true;
    this.#audience.onEnd();
    return true;
  }

  introduce(object: KubeObject): void {
    this.#audience.onEvent({ type: 'ADDED', object });
  }

  /** @returns whether it was told anything */
  tell(news: News): boolean {
    const { since = 0, selects } = this.request;
    // Who begins in the future hears nothing of the time before.
    if (this.#isClosed || news.revision <= since) return false;
    const seen = news.seenThrough(selects);
    if (seen) this.#audience.onEvent(seen);
    return seen !== undefined;
  }
}

/** What a watch is told before it hears the news with the others: what is there, or what it missed. */
export class Backlog implements Teller {
  readonly #watch: Watch;
  /** From their ends. */
  readonly #present: KubeObject[];
  readonly #missed: News[];

  constructor(watch: Watch, missed: readonly StoreEvent[]) {
    this.#watch = watch;
    this.#present = [...watch.request.present].reverse();
    this.#missed = missed.map((event) => new News(event)).reverse();
  }

  get next(): number {
    if (this.#watch.isClosed) return Number.POSITIVE_INFINITY;
    if (this.#present.length > 0) return 0;
    return this.#missed.at(-1)?.revision ?? Number.POSITIVE_INFINITY;
  }

  tell(): void {
    const object = this.#present.pop();
    if (object) this.#watch.introduce(object);
    else {
      const news = this.#missed.pop();
      if (news) this.#watch.tell(news);
    }
  }
}
