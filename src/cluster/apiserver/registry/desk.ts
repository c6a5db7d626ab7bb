import type { Teller } from './agenda';
import { News } from './news';
import type { Cursor, StoreEvent, Topic } from './topic';
import type { Watch } from './watch';

/** A watch, and the first position in the topic that it is told of here. */
interface Listener {
  readonly watch: Watch;
  readonly from: number;
}

const EVERYBODY = '/';
const NOBODY: readonly never[] = [];

const scopeOf = (namespace = '', name = ''): string => `${namespace}/${name}`;

/**
 * Where the watches of one kind hear its news: one event after the other, and one watch after the other, in the order
 * in which they were opened. A write costs what those cost whom it can concern: who watches one object or one namespace
 * is not bothered with others.
 * @see k8s.io/apiserver/pkg/storage/cacher indexedWatchers
 */
export class Desk implements Teller {
  readonly #topic: Topic;
  readonly #cursor: Cursor;
  readonly #scopes = new Map<string, Map<Watch, Listener>>();
  #size = 0;
  /** What is being told of, to whom, and how many of them have been told. */
  #news: News | undefined;
  #called: readonly Listener[] = NOBODY;
  #done = 0;

  /** @param onNews there is something to tell, after there was nothing */
  constructor(topic: Topic, onNews: (desk: Desk) => void) {
    this.#topic = topic;
    this.#cursor = topic.read(() => onNews(this));
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  get watches(): readonly Watch[] {
    const all = [...this.#scopes.values()].flatMap((scope) => [...scope.keys()]);
    return all.sort((a, b) => a.serial - b.serial);
  }

  /**
   * Has a watch told of the news from a position on.
   * @returns the events that it has to be told of first: the others have heard of them already
   */
  join(watch: Watch, position: number): readonly StoreEvent[] {
    const from = Math.max(position, this.#cursor.position);
    const { namespace, name } = watch.request;
    const key = scopeOf(namespace, name);
    const scope = this.#scopes.get(key);
    if (scope) scope.set(watch, { watch, from });
    else this.#scopes.set(key, new Map([[watch, { watch, from }]]));
    this.#size++;
    const missed: StoreEvent[] = [];
    for (let each = position; each < this.#cursor.position; each++) missed.push(this.#topic.at(each));
    return missed;
  }

  /** @returns whether it was there */
  leave(watch: Watch): boolean {
    const key = scopeOf(watch.request.namespace, watch.request.name);
    const scope = this.#scopes.get(key);
    if (!scope?.delete(watch)) return false;
    this.#size--;
    if (scope.size === 0) this.#scopes.delete(key);
    return true;
  }

  close(): void {
    this.#cursor.close();
  }

  get next(): number {
    if (this.#size === 0) return Number.POSITIVE_INFINITY;
    return this.#news?.revision ?? this.#cursor.oldest;
  }

  /** Tells one watch of one event, if there is one that it concerns. */
  tell(): void {
    if (!this.#news) this.#cursor.take(1, (event) => this.#call(event));
    const news = this.#news;
    const position = this.#cursor.position - 1;
    while (news && this.#done < this.#called.length) {
      const { watch, from } = this.#called[this.#done++] as Listener;
      if (from <= position && watch.tell(news)) break;
    }
    if (this.#done < this.#called.length) return;
    this.#news = undefined;
    this.#called = NOBODY;
  }

  #call(event: StoreEvent): void {
    this.#news = new News(event);
    this.#called = this.#concernedBy(event);
    this.#done = 0;
  }

  #concernedBy({ object: { metadata } }: StoreEvent): readonly Listener[] {
    const { namespace, name } = metadata;
    const keys = namespace
      ? [EVERYBODY, scopeOf(namespace), scopeOf('', name), scopeOf(namespace, name)]
      : [EVERYBODY, scopeOf('', name)];
    const scopes = keys.flatMap((key) => this.#scopes.get(key) ?? []);
    const listeners = scopes.flatMap((scope) => [...scope.values()]);
    return scopes.length < 2 ? listeners : listeners.sort((a, b) => a.watch.serial - b.watch.serial);
  }
}
