import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { Inconclusive } from '../../../port/inconclusive';
import type { Connection } from '../connection/connection';
import type { Heard } from './heard';
import { comesUnasked, withWhatComesOfIt } from './kinds';
import { lookBack } from './lookBack';
import { matters } from './matters';
import { listAll } from './pages';
import { Reflector } from './reflector';
import { selectionOf } from './selections';
import { realTimers, type Timers } from './timers';

/** So long (ms) at least it is waited until a write has been told, and so many answers' time. */
const LIMIT = 10_000;
const LIMIT_IN_ANSWERS = 100;
/** After such a part of it the stream is held to have stalled, and another one is opened. */
const PART = 0.2;

/** So soon (seconds) streams end that tell what nobody here has done. For what has been, it is waited anyway. */
const SECONDS = 12;
const SECONDS_WHERE_ASKED = 40;

/** Versions of one group are the same objects. */
const keyOf = ({ group, plural }: ResourceType): string => `${group}/${plural}`;

/**
 * All that is known of a cluster, kept up to date: objects as the server has them. There is one for all examples of a
 * process.
 */
export class Watching {
  readonly #connection: Connection;
  readonly #timers: Timers;
  readonly #kinds = new Map<string, { readonly reflector: Reflector; readonly begun: Promise<void> }>();
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #gapListeners = new Set<(why: string, resource: ResourceType) => void>();
  #last: number;

  constructor(connection: Connection, timers: Timers = realTimers) {
    this.#connection = connection;
    this.#timers = timers;
    this.#last = timers.now();
  }

  /**
   * Lists and watches these kinds from now on, and what controllers make of them. What there is is told as ADDED. A kind that
   * is to be written to has to begin before the write; for one that is watched already this costs nothing.
   * @returns when what there is is known
   * @throws ApiError if the server refuses, and what else `connection.send` throws
   */
  async begin(resources: readonly ResourceType[]): Promise<void> {
    await Promise.all(resources.flatMap(withWhatComesOfIt).map((each) => this.#kind(each).begun));
  }

  /** Whether a kind is watched. One that is no longer served is not. */
  watches(resource: ResourceType): boolean {
    return this.#kinds.has(keyOf(resource));
  }

  /** A kind is known to be served no longer: that is no gap. */
  end(resource: ResourceType): void {
    this.#kinds.get(keyOf(resource))?.reflector.stop();
    this.#kinds.delete(keyOf(resource));
  }

  /** What there is, as far as it is known now. @throws Error if the kind is not watched */
  all<T extends KubeObject>(resource: ResourceType<T>): readonly T[] {
    return this.#known(resource).all as readonly T[];
  }

  /** @throws Error if the kind is not watched */
  get<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    return this.#known(resource).get(namespace, name) as T | undefined;
  }

  /** @param listener must not throw; hears of each kind what has happened, in the order of its resource versions */
  subscribe(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Resolves when what a write has made, and all that went before it, has been told. One that has changed nothing has been
   * told already. A kind that is not watched begins.
   * @param object as the write has returned it
   * @param deleted whether the object has gone with it; one that stays for a while has a version of its own
   * @throws Inconclusive if it is not told in time
   */
  async caughtUp(resource: ResourceType, object: KubeObject, deleted = false): Promise<void> {
    const listings = this.#kinds.get(keyOf(resource))?.reflector.listings ?? 0;
    await this.begin([resource]);
    const { reflector } = this.#kind(resource);
    const { known } = reflector;
    const { uid, resourceVersion } = object.metadata;
    // What a list that was made since does not hold has gone.
    const isGone = (): boolean => known.isGone(uid) || (reflector.listings > listings && !known.same(object));
    await this.#until(
      reflector,
      () => isGone() || (!deleted && known.hasTold(resourceVersion)),
      `The watch has not told that ${resource.plural} "${object.metadata.name}" was ${deleted ? 'deleted' : 'written'}`,
    );
  }

  /**
   * Makes sure that what has happened to a kind until now has been told: what a fresh list holds is waited for, and what a
   * fresh stream tells, for what came and went is in no list. Before it is said that something has not happened, somebody has
   * to ask: a stream that has silently stalled tells nothing either.
   * @param namespace only what is there
   * @throws Inconclusive if it is not told in time, and what `begin` throws
   */
  async confirm(resource: ResourceType, namespace?: string): Promise<void> {
    await this.begin([resource]);
    const { reflector } = this.#kind(resource);
    const { known } = reflector;
    const selection = { ...selectionOf(resource), namespace };
    const { version } = known;
    const [connection, timers] = [this.#connection, this.#timers];
    const listed = await listAll(connection, resource, selection);
    const since = known.hasTold(listed.version)
      ? []
      : await lookBack({ connection, timers, resource, selection, version });
    await this.#until(
      reflector,
      () => known.holds(listed, namespace) && since.every((each) => known.hasTold(each)),
      `The watch has not told of all ${resource.plural} that there are`,
    );
  }

  /** Calls back when events may have been missed, with a sentence: every example in progress is in doubt. */
  onGap(listener: (why: string, resource: ResourceType) => void): () => void {
    this.#gapListeners.add(listener);
    return () => this.#gapListeners.delete(listener);
  }

  /**
   * Milliseconds since the last event that matters, or since a stream that broke is open again; 0 while one is being
   * opened, for then nobody knows.
   */
  get silence(): number {
    let since = this.#last;
    for (const { reflector } of this.#kinds.values()) {
      if (reflector.standsSince === undefined) return 0;
      since = Math.max(since, reflector.standsSince);
    }
    return this.#timers.now() - since;
  }

  /** Nobody is told anything more. */
  close(): void {
    this.#listeners.clear();
    this.#gapListeners.clear();
    for (const { reflector } of this.#kinds.values()) reflector.stop();
    this.#kinds.clear();
  }

  #kind(resource: ResourceType): { readonly reflector: Reflector; readonly begun: Promise<void> } {
    const key = keyOf(resource);
    const there = this.#kinds.get(key);
    if (there) return there;
    const drop = (): void => {
      reflector.stop();
      this.#kinds.delete(key);
    };
    const reflector = new Reflector({
      connection: this.#connection,
      timers: this.#timers,
      resource,
      selection: selectionOf(resource),
      seconds: comesUnasked(resource) ? SECONDS : SECONDS_WHERE_ASKED,
      hear: (heard) => {
        if (matters(heard)) this.#last = this.#timers.now();
        for (const listener of this.#listeners) listener(heard);
      },
      onGap: (why) => {
        this.#last = this.#timers.now();
        for (const listener of this.#gapListeners) listener(why, resource);
      },
      onGone: drop,
    });
    const begun = reflector.begin().catch((error: unknown) => {
      drop();
      throw error;
    });
    const kind = { reflector, begun };
    this.#kinds.set(key, kind);
    return kind;
  }

  #known(resource: ResourceType): Reflector['known'] {
    const kind = this.#kinds.get(keyOf(resource));
    if (!kind) throw new Error(`${resource.plural} are not watched.`);
    return kind.reflector.known;
  }

  async #until(reflector: Reflector, isSo: () => boolean, sentence: string): Promise<void> {
    const { over, giveUp } = reflector.until(isSo);
    const limit = Math.max(LIMIT, LIMIT_IN_ANSWERS * this.#connection.latency);
    const renewals = this.#every(limit * PART, () => reflector.renew());
    const cancel = this.#timers.after(limit, () =>
      giveUp(new Inconclusive(`${sentence} within ${Math.round(limit / 1000)} seconds.`)),
    );
    try {
      await over;
    } finally {
      renewals();
      cancel();
    }
  }

  #every(ms: number, action: () => void): () => void {
    let cancel = (): void => {};
    const next = (): void => {
      cancel = this.#timers.after(ms, () => {
        action();
        next();
      });
    };
    next();
    return () => cancel();
  }
}
