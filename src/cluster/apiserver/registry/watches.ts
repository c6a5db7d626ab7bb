import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Actor } from '../../simulation/loop';
import { Agenda } from './agenda';
import { Desk } from './desk';
import type { Store } from './store';
import { type Audience, Backlog, Watch, type WatchRequest } from './watch';

/** A watch, as whoever opened it sees it. */
export interface OpenWatch {
  /** Up to which revision everything has been told. */
  progress(): number;
  /** Ends it: nothing more is told. */
  stop(): void;
}

/**
 * The watches of those outside the control plane. They are told of news one event at a time, in the order of
 * revisions, between the turns of components: never in the middle of a write. So whoever is told may do anything:
 * write, watch, stop watching, even let time pass; what that brings about is told afterwards.
 */
export class Watches implements Actor {
  readonly name = 'watches';
  readonly #store: Store;
  readonly #desks = new Map<ResourceType, Desk>();
  readonly #agenda = new Agenda();
  #serials = 0;
  #size = 0;
  #isTelling = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** How many are open. */
  get size(): number {
    return this.#size;
  }

  /**
   * Opens a watch. Nothing is told before the loop runs.
   * @throws ApiError 410 if it is to begin before the history of its kind
   */
  open(request: WatchRequest, audience: Audience): OpenWatch {
    const { kind, since, present } = request;
    const topic = this.#store.topic(kind);
    const position = since === undefined ? topic.end : topic.after(since);
    const watch = new Watch(this.#serials++, request, audience);
    const missed = this.#deskOf(kind).join(watch, position);
    this.#size++;
    const backlog = new Backlog(watch, missed);
    if (missed.length + present.length > 0) this.#agenda.add(backlog);
    return {
      stop: () => {
        watch.close();
        this.#forget(watch);
      },
      progress: () => {
        const next = Math.min(backlog.next, this.#desks.get(kind)?.next ?? Number.POSITIVE_INFINITY);
        return Math.min(this.#store.revision, next - 1);
      },
    };
  }

  /** Ends all watches of a kind, once they have heard what has been written. */
  endAll(kind: ResourceType): void {
    const left = [...(this.#desks.get(kind)?.watches ?? [])].reverse();
    const afterwards = this.#store.revision + 0.5;
    this.#agenda.add({
      get next() {
        return left.length > 0 ? afterwards : Number.POSITIVE_INFINITY;
      },
      tell: () => {
        const watch = left.pop();
        if (watch?.end()) this.#forget(watch);
      },
    });
  }

  hasWork(): boolean {
    return !this.#isTelling && this.#agenda.first() !== undefined;
  }

  step(): number {
    this.#isTelling = true;
    try {
      this.#agenda.first()?.tell();
    } finally {
      this.#isTelling = false;
    }
    return 1;
  }

  #deskOf(kind: ResourceType): Desk {
    let desk = this.#desks.get(kind);
    if (!desk) {
      desk = new Desk(this.#store.topic(kind), (each) => this.#agenda.add(each));
      this.#desks.set(kind, desk);
    }
    return desk;
  }

  #forget(watch: Watch): void {
    const { kind } = watch.request;
    const desk = this.#desks.get(kind);
    if (!desk?.leave(watch)) return;
    this.#size--;
    if (!desk.isEmpty) return;
    desk.close();
    this.#desks.delete(kind);
  }
}
