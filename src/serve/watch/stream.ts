import type { ServerResponse } from 'node:http';
import type { Audience } from '../../cluster/apiserver/registry/watch';
import type { BegunWatch } from '../../cluster/apiserver/requests/lists/beginWatch';
import { tooOldVersion } from '../../kubernetes/refusals';
import type { WatchEvent } from '../../port/api';
import { statusOf } from '../http/status';
import type { Form } from './form';
import { Outbox } from './outbox';
import type { Message } from './scribe';
import type { Watching } from './watching';

/** One watch, as a client wants it. */
export interface StreamOptions {
  readonly kind: { readonly apiVersion: string; readonly kind: string };
  readonly form: Form;
  /** The media type of what is written. */
  readonly type: string;
  /** Whether it wants to know now and then how far it has got. */
  readonly bookmarks: boolean;
  /** Milliseconds after which it ends. */
  readonly timeout: number;
}

/** @see k8s.io/apiserver/pkg/storage/cacher defaultBookmarkFrequency, cacheWatcher.nextBookmarkTime */
const BOOKMARK_EVERY = 60_000;
const BOOKMARK_BEFORE_END = 2_000;
/** @see k8s.io/apimachinery/pkg/apis/meta/v1 InitialEventsAnnotationKey */
const ALL_SHOWN = { 'k8s.io/initial-events-end': 'true' };
/**
 * So long (ms) a version that there is not yet may take to come. Whoever names one that does not come knows it from
 * another life of the cluster, and would wait for ever.
 */
const LONGEST_FUTURE = 5_000;
/** After so many milliseconds without a word the system asks whether the other side is still there. */
const KEEP_ALIVE = 30_000;

/**
 * One watch over HTTP: a line of JSON for each event, until the client goes or its time is over.
 * @see k8s.io/apiserver/pkg/endpoints/handlers WatchServer.HandleHTTP
 */
export class WatchStream implements Audience {
  readonly #watching: Watching;
  readonly #options: StreamOptions;
  readonly #early: Message[] = [];
  #begun: BegunWatch | undefined;
  #outbox: Outbox | undefined;
  #cancel: (() => void) | undefined;
  #giveUpLater: (() => void) | undefined;
  #isFirst = true;
  #isOver = false;

  constructor(watching: Watching, options: StreamOptions) {
    this.#watching = watching;
    this.#options = options;
  }

  onEvent(event: WatchEvent): void {
    if (this.#outbox) this.#outbox.send(event);
    else this.#early.push(event);
  }

  /** The kind is served no longer. */
  onEnd(): void {
    this.finish();
  }

  /** It stands: this is what is to be shown first. */
  stands(begun: BegunWatch): void {
    this.#begun = begun;
  }

  /** It cannot stand. The client is told so in the stream. */
  fails(status: object): void {
    this.#early.push({ type: 'ERROR', object: status });
    this.#isOver = true;
  }

  /** Begins to answer. */
  open(response: ServerResponse): void {
    const { timing, patience, scribe } = this.#watching;
    // Nobody is there any more.
    if (response.closed) return;
    response.once('close', () => this.stop());
    response.socket?.setKeepAlive(true, KEEP_ALIVE);
    response.writeHead(200, { 'content-type': this.#options.type, 'cache-control': 'no-cache, private' });
    response.flushHeaders();
    this.#outbox = new Outbox(response, timing, patience, (message) => {
      const line = scribe.line(message, this.#options.form, this.#isFirst);
      this.#isFirst = false;
      return line;
    });
    this.#outbox.begin(this.#opening());
    if (this.#isOver) this.#outbox.finish();
    else {
      this.#plan(timing.stopwatch());
      if (this.#isOfFuture) this.#giveUpLater = timing.after(LONGEST_FUTURE, () => this.#giveUp());
    }
  }

  /** Ends it, once everything is written. */
  finish(): void {
    this.stop();
    this.#outbox?.finish();
  }

  /** Nothing more is told. */
  stop(): void {
    this.#isOver = true;
    this.#begun?.stop();
    this.#cancel?.();
    this.#giveUpLater?.();
    this.#watching.leave(this);
  }

  *#opening(): Generator<Message> {
    const { present = [], revision = 0, tellsWhenCaughtUp = false } = this.#begun ?? {};
    for (const object of present) yield { type: 'ADDED', object };
    // It is not held on to for as long as the watch lasts.
    if (this.#begun) this.#begun = { ...this.#begun, present: [] };
    if (tellsWhenCaughtUp) yield this.#bookmark(revision, ALL_SHOWN);
    yield* this.#early;
  }

  #bookmark(revision: number, annotations?: Readonly<Record<string, string>>): Message {
    const { apiVersion, kind } = this.#options.kind;
    const metadata = { resourceVersion: String(revision), ...(annotations ? { annotations } : {}) };
    return { type: 'BOOKMARK', object: { kind, apiVersion, metadata } };
  }

  /** Sets the alarm for the next bookmark, or for the end. */
  #plan(begin: number): void {
    const { timing } = this.#watching;
    const now = timing.stopwatch();
    const end = begin + this.#options.timeout;
    const next = Math.min(now + BOOKMARK_EVERY, end - BOOKMARK_BEFORE_END);
    const isBookmark = this.#options.bookmarks && next > now;
    this.#cancel = timing.after((isBookmark ? next : end) - now, () => {
      if (!isBookmark) return this.finish();
      this.#sayProgress();
      this.#plan(begin);
    });
  }

  /** It begins at a version that there is not yet. */
  get #isOfFuture(): boolean {
    return this.#begun !== undefined && this.#begun.progress() < this.#begun.revision;
  }

  #giveUp(): void {
    if (!this.#begun || !this.#isOfFuture) return;
    const error = tooOldVersion(this.#begun.revision, this.#begun.progress());
    this.#outbox?.send({ type: 'ERROR', object: statusOf(error) });
    this.finish();
  }

  /** Says how far the client has got, unless that is where it began. */
  #sayProgress(): void {
    const { progress, revision } = this.#begun as BegunWatch;
    const reached = progress();
    if (reached > revision) this.#outbox?.send(this.#bookmark(reached));
  }
}
