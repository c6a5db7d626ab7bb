import { Inconclusive } from '../../../port/inconclusive';
import { collectionPath } from './address';
import { Disorder, isCode, isFinal, leastPause, Misread } from './failures';
import type { Heard } from './heard';
import { Known } from './known';
import { readLine } from './line';
import { type Listed, listAll } from './pages';
import { Pause } from './pause';
import type { Reflecting } from './reflecting';
import { type Ending, listenOnce, Stalled, type Stretch } from './stretch';
import { isNumber } from './versions';
import { type Wait, Waits } from './waits';

/** So much later (ms) than asked for a stream may end, and so many answers' time. */
const LATE = 4000;
const LATE_IN_ANSWERS = 10;
/** A stream that ends sooner (ms), and tells nothing, is a sign that something is wrong. @see VeryShortWatchError */
const SHORT = 1000;
/** So long (ms) it is tried to begin. */
const PATIENCE = 30_000;
/** What seems to be wrong for good is believed after so many times. */
const DOUBTS = 3;
/**
 * That a version is forgotten is believed after so many times in a row: one of several servers may have just begun, and the
 * next one that is asked knows the version.
 */
const EXPIRIES = 2;

/**
 * Servers do not say of events how far they are. Where nothing is said for long, what was heard last is forgotten: but an
 * event stays for an hour, so if nothing is new in the list nothing was missed.
 * @see k8s.io/kubernetes/pkg/kubeapiserver DefaultWatchCacheSizes
 */
const LASTING = 'events';

/** A watch that has been asked for from a version, and is not known to stand yet. */
interface Trial {
  /** How long (ms) a stream has to tell that the version is forgotten. */
  readonly soon: number;
  readonly until: number;
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
  readonly #waits = new Waits();
  #stretch: Stretch | undefined;
  #trial: Trial | undefined;
  #isStanding = false;
  #since: number | undefined;
  #isStopped = false;
  #listings = 0;
  /** How often in a row there was no such kind, and a line made no sense. */
  #missing = 0;
  #misread = 0;
  /** How often in a row the version was forgotten. */
  #expired = 0;

  constructor(given: Reflecting) {
    this.#given = given;
    this.known = new Known(given.resource);
    this.#pause = new Pause(given.timers);
  }

  /**
   * Since when (as `timers.now` says) a stream is open, or several that followed one another in good order; undefined while
   * there is none.
   */
  get standsSince(): number | undefined {
    return this.#isStanding ? this.#since : undefined;
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

  /**
   * Begins after a version; what there was before is not known. A server that has forgotten the version says so in the
   * stream, and one that has not says nothing, so it stands if nothing was told for a moment.
   * @param soon how long (ms) that is
   * @throws ApiError if it is refused: 410 if the server cannot tell everything since
   */
  resume(version: string, soon: number): Promise<void> {
    this.known.start(version);
    // What is no version is a fault of the server's own in its words.
    const until = this.#given.timers.now() + (isNumber(version) ? PATIENCE : 0);
    return new Promise((resolve, reject) => {
      this.#trial = { soon, until, resolve, reject };
      void this.#run();
    });
  }

  /** Opens another stream instead of the one there is, which may have stalled. */
  renew(): void {
    this.#stretch?.end(new Stalled());
    this.#pause.cut();
  }

  /** Waits until something is so. */
  until(isSo: () => boolean): Wait {
    return this.#waits.until(isSo);
  }

  /** Not one call comes after this. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.renew();
    this.#trial?.reject(this.#closed());
    this.#waits.end(this.#closed());
  }

  #closed(): Inconclusive {
    return new Inconclusive(`${this.#given.resource.plural} are no longer watched.`);
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const { version } = this.known;
      const { error, lines, lasted } = await this.#listen();
      if (this.#isStopped || this.#isRefused(error)) return;
      if (version !== this.known.version || lasted >= SHORT) this.#pause.reset();
      this.#missing = isCode(error, 404) ? this.#missing + 1 : 0;
      this.#expired = isCode(error, 410) ? this.#expired + 1 : 0;
      if (this.#hasToList(error)) await this.#listAnew(error);
      else if (error || (lines === 0 && lasted < SHORT)) await this.#pause.take(leastPause(error));
    }
  }

  /**
   * Servers tell how far they are shortly before a stream is to end, so the next one begins at a fresh version.
   * @see k8s.io/apiserver/pkg/storage/cacher cacheWatcher.nextBookmarkTime
   */
  async #listen(): Promise<Ending> {
    const { connection, resource, selection, as, timers } = this.#given;
    const { namespace, ...selectors } = selection;
    const seconds = Math.round(this.#given.seconds * (1 + timers.random()));
    const path = collectionPath(resource, namespace, {
      ...selectors,
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
      limit: seconds * 1000 + LATE + LATE_IN_ANSWERS * connection.latency,
      onOpen: () => {
        this.#isStanding = true;
        this.#since ??= timers.now();
        if (this.#trial) timers.after(this.#trial.soon, () => this.#stands());
      },
      onLine: (line) => this.#take(line),
    });
    const ending = await this.#stretch.over;
    this.#isStanding = false;
    if (ending.error) this.#since = undefined;
    this.#stretch = undefined;
    return ending;
  }

  #take(text: string): Error | undefined {
    const line = readLine(text);
    if (!line) {
      this.#misread++;
      return new Misread('the server has sent what is no event.');
    }
    if (line.type === 'ERROR') return line.error;
    this.#stands();
    const { version } = this.known;
    if (line.type === 'BOOKMARK') this.known.reach(line.object.metadata.resourceVersion);
    else {
      const verdict = this.known.judge(line.object);
      if (verdict === 'disorder') return new Disorder('the server has told of changes in disorder.');
      if (verdict === 'news') this.#hear(this.known.note(line.type, line.object));
    }
    if (version !== this.known.version) this.#misread = 0;
    this.#waits.look();
    return undefined;
  }

  #stands(): void {
    if (this.#isStopped) return;
    this.#trial?.resolve();
    this.#trial = undefined;
  }

  #isRefused(error: Error | undefined): boolean {
    if (!this.#trial || !error) return false;
    const isLate = this.#given.timers.now() >= this.#trial.until;
    if (!isLate && !isFinal(error) && !isCode(error, 410)) return false;
    this.#trial.reject(error);
    this.#trial = undefined;
    return true;
  }

  #hear(heard: Heard): void {
    if (!this.#isStopped) this.#given.hear(heard);
  }

  #tell(news: readonly Heard[]): void {
    for (const heard of news) this.#hear(heard);
    this.#waits.look();
  }

  #hasToList(error: Error | undefined): boolean {
    return (
      this.#expired >= EXPIRIES ||
      error instanceof Disorder ||
      this.#missing >= DOUBTS ||
      this.#misread >= DOUBTS
    );
  }

  /** What has happened since the last event cannot be known any more; what has become of it can. */
  async #listAnew(why: Error | undefined): Promise<void> {
    let listed: Listed | undefined;
    try {
      listed = await this.#list();
    } catch {
      this.#end();
    }
    if (!listed) return;
    this.#missing = 0;
    this.#misread = 0;
    this.#expired = 0;
    const { resource, onGap } = this.#given;
    const news = this.known.replace(listed);
    if (news.length > 0 || resource.plural !== LASTING)
      onGap(`The watch of ${resource.plural} has a gap: ${why?.message}`);
    this.#tell(news);
  }

  /** There is no such kind any more. */
  #end(): void {
    if (this.#isStopped) return;
    const { resource, onGap, onGone } = this.#given;
    const news = this.known.replace({ items: [], version: this.known.version });
    if (news.length > 0) onGap(`${resource.plural} are no longer served.`);
    this.#tell(news);
    onGone();
    this.stop();
  }

  /**
   * @param until when the first list is given up; one that is made anew is tried as long as there is such a kind
   * @returns undefined if it is no longer wanted
   */
  async #list(until?: number): Promise<Listed | undefined> {
    const { connection, resource, selection, as, timers } = this.#given;
    let missing = 0;
    while (!this.#isStopped) {
      try {
        const listed = await listAll(connection, resource, selection, as);
        this.#listings++;
        return this.#isStopped ? undefined : listed;
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        const isOver =
          until === undefined
            ? isCode(failure, 404) && ++missing >= DOUBTS
            : isFinal(failure) || timers.now() >= until;
        if (isOver) throw failure;
        await this.#pause.take(leastPause(failure));
      }
    }
    return undefined;
  }
}
