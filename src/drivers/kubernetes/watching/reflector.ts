import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { User } from '../../../port/api';
import { Inconclusive } from '../../../port/inconclusive';
import type { Connection } from '../connection/connection';
import { collectionPath } from './address';
import type { Heard } from './heard';
import { Known } from './known';
import { readLine } from './line';
import { type Listed, listAll, type Selection } from './pages';
import { Pause } from './pause';
import { type Ending, listenOnce, type Stretch } from './stretch';
import type { Timers } from './timers';

/** What a reflector reflects, and who is told. */
export interface Reflecting extends Selection {
  readonly connection: Connection;
  readonly timers: Timers;
  readonly resource: ResourceType;
  readonly as?: User | undefined;
  /** Whether what there is at first is told in the order of the list, instead of that of versions. */
  readonly asListed?: boolean;
  /** Must not throw. */
  hear(heard: Heard): void;
  /** Something may have been missed; why, in a sentence. What has changed meanwhile is told after this. */
  onGap(why: string): void;
  /** The kind is no longer served. */
  onGone(): void;
}

/**
 * A stream is to end after so many seconds, and up to as many more. Servers tell shortly before how far they are, so the
 * next one begins at a fresh version; and one that has silently stalled is noticed soon.
 * @see k8s.io/apiserver/pkg/storage/cacher cacheWatcher.nextBookmarkTime
 */
const STRETCH_SECONDS = 12;
/** So much later (ms) than asked for a stream may end. */
const LATE = 4000;
/** A stream that ends sooner, and tells nothing, is a sign that something is wrong. @see VeryShortWatchError */
const SHORT = 1000;
/** So long (ms) the first list may be refused for want of time. */
const PATIENCE = 30_000;
/** A list that finds no such kind is asked for again so often before it is believed. */
const DOUBTS = 3;
/** So often a line that makes no sense is asked for again. */
const MISREADINGS = 3;

const isCode = (error: Error | undefined, ...codes: readonly number[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);

/** Refusals that will be the same the next time. */
const isFinal = (error: Error): boolean =>
  error instanceof ApiError && error.code >= 400 && error.code < 500 && !isCode(error, 408, 410, 429);

const leastPause = (error: Error | undefined): number =>
  error instanceof ApiError ? (error.status.retryAfterSeconds ?? 0) * 1000 : 0;

class Misread extends Error {}
class Disorder extends Error {}

interface Waiting {
  isSo(): boolean;
  resolve(): void;
  reject(error: Error): void;
}

/**
 * Lists one kind, and watches it from that version on: what it tells is what has happened, each event once and in order.
 * A stream that is cut, or has stalled, is gone on with where it was. Where that is not possible all is listed anew, and
 * the gap is told.
 * @see k8s.io/client-go/tools/cache Reflector
 */
export class Reflector {
  readonly known: Known;
  readonly #given: Reflecting;
  readonly #pause: Pause;
  readonly #waiting = new Set<Waiting>();
  #stretch: Stretch | undefined;
  #isStanding = false;
  #isStopped = false;
  #listings = 0;
  #misreadings = 0;

  constructor(given: Reflecting) {
    this.#given = given;
    this.known = new Known(given.resource);
    this.#pause = new Pause(given.timers);
  }

  /** Whether a stream is open. */
  get isStanding(): boolean {
    return this.#isStanding;
  }

  /** How often all has been listed. */
  get listings(): number {
    return this.#listings;
  }

  /**
   * Begins with what there is.
   * @returns when that has been told
   * @throws ApiError if it is refused, and what else `connection.send` throws
   */
  async begin(): Promise<void> {
    const listed = await this.#list(this.#given.timers.now() + PATIENCE);
    if (!listed) throw this.#closed();
    this.#tell(this.known.replace(listed, this.#given.asListed));
    void this.#run();
  }

  /** Begins after a version. What was there before is not known. @param isRefused called if that is not possible */
  resume(version: string, onStanding: () => void, onRefused: (error: Error) => void): void {
    this.known.reach(version);
    void this.#run(onStanding, onRefused);
  }

  /** Opens another stream instead of the one there is, which may have stalled. */
  renew(): void {
    this.#stretch?.end();
    this.#pause.cut();
  }

  /** Resolves when something is so; it is looked at whenever there is news. @throws what `giveUp` is called with */
  until(isSo: () => boolean): { readonly promise: Promise<void>; giveUp(error: Error): void } {
    let giveUp: (error: Error) => void = () => {};
    const promise = new Promise<void>((resolve, reject) => {
      if (isSo()) return resolve();
      if (this.#isStopped) return reject(this.#closed());
      const waiting: Waiting = { isSo, resolve, reject };
      this.#waiting.add(waiting);
      giveUp = (error) => {
        if (this.#waiting.delete(waiting)) reject(error);
      };
      return undefined;
    });
    return { promise, giveUp };
  }

  /** Not one call comes after this. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.renew();
    for (const { reject } of this.#waiting) reject(this.#closed());
    this.#waiting.clear();
  }

  #closed(): Inconclusive {
    return new Inconclusive(`${this.#given.resource.plural} are no longer watched.`);
  }

  async #run(onStanding?: () => void, onRefused?: (error: Error) => void): Promise<void> {
    let isFirst = onRefused !== undefined;
    while (!this.#isStopped) {
      const { error, lines, lasted } = await this.#listen(onStanding);
      if (this.#isStopped) return;
      if (isFirst && lines <= 1 && error instanceof ApiError) return onRefused?.(error);
      isFirst = false;
      if (lines > 0) this.#pause.reset();
      if (this.#hasToList(error)) await this.#listAnew(error);
      else if (error || (lines === 0 && lasted < SHORT)) await this.#pause.take(leastPause(error));
    }
  }

  async #listen(onStanding?: () => void): Promise<Ending> {
    const { connection, resource, namespace, labelSelector, fieldSelector, as, timers } = this.#given;
    const seconds = Math.round(STRETCH_SECONDS * (1 + timers.random()));
    const path = collectionPath(resource, namespace, {
      labelSelector,
      fieldSelector,
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: this.known.version,
      timeoutSeconds: `${seconds}`,
    });
    this.#stretch = listenOnce({
      connection,
      path,
      as,
      timers,
      limit: seconds * 1000 + LATE + 10 * connection.latency,
      onOpen: () => {
        this.#isStanding = true;
        onStanding?.();
      },
      onLine: (line) => this.#take(line),
    });
    const ending = await this.#stretch.over;
    this.#isStanding = false;
    this.#stretch = undefined;
    return ending;
  }

  #take(text: string): Error | undefined {
    const line = readLine(text);
    if (!line) {
      this.#misreadings++;
      return new Misread('The server has sent what is no event.');
    }
    if (line.type === 'ERROR') return line.error;
    this.#misreadings = 0;
    if (line.type === 'BOOKMARK') this.known.reach(line.object.metadata.resourceVersion);
    else {
      const verdict = this.known.judge(line.object);
      if (verdict === 'disorder') return new Disorder('The server has told of changes in disorder.');
      if (verdict === 'news') this.#hear(this.known.note(line.type, line.object));
    }
    this.#progress();
    return undefined;
  }

  #hear(heard: Heard): void {
    if (!this.#isStopped) this.#given.hear(heard);
  }

  #progress(): void {
    for (const waiting of this.#waiting) {
      if (!waiting.isSo()) continue;
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
  }

  #hasToList(error: Error | undefined): boolean {
    return isCode(error, 410, 404) || error instanceof Disorder || this.#misreadings >= MISREADINGS;
  }

  /** What happened since the last event cannot be known any more; what has become of it can. */
  async #listAnew(why: Error | undefined): Promise<void> {
    const { plural } = this.#given.resource;
    try {
      const listed = await this.#list();
      if (!listed) return;
      this.#misreadings = 0;
      this.#given.onGap(`The watch of ${plural} has a gap: ${why?.message}`);
      this.#tell(this.known.replace(listed));
    } catch {
      if (this.#isStopped) return;
      if (this.known.all.length > 0) this.#given.onGap(`The kind ${plural} is no longer served.`);
      this.#tell(this.known.replace({ items: [], version: this.known.version }));
      this.#given.onGone();
      this.stop();
    }
  }

  #tell(news: readonly Heard[]): void {
    for (const heard of news) this.#hear(heard);
    this.#progress();
  }

  /**
   * @param until when the first list is given up; one that is made anew is tried as long as there is such a kind
   * @returns undefined if it is no longer wanted
   */
  async #list(until?: number): Promise<Listed | undefined> {
    const { connection, resource, as, timers, ...selection } = this.#given;
    let missing = 0;
    while (!this.#isStopped) {
      try {
        const { namespace, labelSelector, fieldSelector } = selection;
        const listed = await listAll(connection, resource, { namespace, labelSelector, fieldSelector }, as);
        this.#listings++;
        return this.#isStopped ? undefined : listed;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (until === undefined) {
          if (isCode(error, 404) && ++missing >= DOUBTS) throw error;
        } else if (isFinal(error) || timers.now() >= until) throw error;
        await this.#pause.take(leastPause(error));
      }
    }
    return undefined;
  }
}

/** Its name as people read it: `pods "a"`. */
export const naming = ({ plural }: ResourceType, { metadata }: Pick<KubeObject, 'metadata'>): string =>
  `${plural} "${metadata.name}"`;
