import { flat } from '../../kubernetes/fields/text';
import { toMicroTimestamp } from '../../kubernetes/fields/time';
import type { Event } from '../../kubernetes/kinds/event/event';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import type { Loop } from '../simulation/loop';
import type { TimerKind } from '../simulation/timers';
import type { Client } from './client';
import { namespaceFor, referenceTo, type Subject } from './eventObjects';

/** So often it looks which series are over, and so long one must have been silent for that. */
const FINISH = 360_000;
/** So often it tells how far the others have come. */
const REFRESH = 1_800_000;

/** What happened. */
export interface Happening {
  readonly type: Event['type'];
  readonly reason: string;
  /** What the component was doing. */
  readonly action: string;
  readonly note: string;
  /** It happens to an object once and never again: there is no need to remember it. */
  readonly once?: boolean;
}

/** Something that has happened lately, and how often. */
interface Series {
  readonly event: Event;
  count: number;
  latest: number;
}

/** Calls back after so many milliseconds, as long as the component lives. */
type After = (delay: number, kind: TimerKind, purpose: string, run: () => void) => unknown;

/**
 * Tells users what a component did, by the newer API for events, which the scheduler uses. The same about the same
 * version of an object is one event: told the first time, and the second time as a series of two; then it is only
 * counted, and how far it has come is told every half an hour, and when nothing was added for six minutes. What the
 * event says is what was said first.
 * @see staging/src/k8s.io/client-go/tools/events/event_broadcaster.go
 */
export class SeriesRecorder {
  readonly #client: Client;
  readonly #loop: Loop;
  readonly #after: After;
  readonly #reporter: string;
  readonly #series = new Map<string, Series>();
  readonly #start: number;
  readonly #ticking = new Set<number>();

  constructor(client: Client, loop: Loop, after: After, reporter: string) {
    this.#client = client;
    this.#loop = loop;
    this.#after = after;
    this.#reporter = reporter;
    this.#start = loop.now;
  }

  /** @param related another object that has to do with it */
  record(about: Subject, happening: Happening, related?: Subject): void {
    if (happening.once) {
      this.#tell(about, happening, related);
      return;
    }
    const key = keyOf(about, happening, related);
    const known = this.#series.get(key);
    if (!known) {
      const event = this.#tell(about, happening, related);
      if (event) this.#begin(key, event);
      return;
    }
    known.count++;
    known.latest = this.#loop.now;
    if (known.count === 2) this.#write(known);
    this.#tick(REFRESH, () => this.#refresh());
  }

  #begin(key: string, event: Event): void {
    this.#series.set(key, { event, count: 1, latest: this.#loop.now });
    this.#tick(FINISH, () => this.#finish());
  }

  #tell(
    about: Subject,
    { type, reason, action, note }: Happening,
    related: Subject | undefined,
  ): Event | undefined {
    return this.#safely(() =>
      this.#client.create<Event>({
        apiVersion: 'v1',
        kind: 'Event',
        metadata: {
          name: flat(about.metadata.name, '.', this.#loop.timestamp()),
          namespace: namespaceFor(about),
        },
        involvedObject: referenceTo(about),
        type,
        reason,
        action,
        message: note,
        ...(related ? { related: referenceTo(related) } : {}),
        eventTime: toMicroTimestamp(this.#loop.now),
        source: {},
        firstTimestamp: null,
        lastTimestamp: null,
        reportingComponent: this.#reporter,
        reportingInstance: `${this.#reporter}-control-plane`,
      }),
    );
  }

  /** Writes how often it has happened. An event that has expired meanwhile is told anew. */
  #write({ event, count, latest }: Series): void {
    const series = { count, lastObservedTime: toMicroTimestamp(latest) };
    this.#safely(() => {
      try {
        return this.#client.amend<Event>(event, resources.events, (current) => ({ ...current, series }));
      } catch (error) {
        if (!(error instanceof ApiError) || error.reason !== 'NotFound') throw error;
        const { name, namespace } = event.metadata;
        return this.#client.create<Event>({ ...event, metadata: { name, namespace }, series });
      }
    });
  }

  /** An event that cannot be written is dropped: nobody's work may depend on it. */
  #safely<T>(write: () => T): T | undefined {
    try {
      return write();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return undefined;
    }
  }

  #finish(): void {
    const silent = this.#loop.now - FINISH;
    for (const [key, series] of this.#series) {
      if (series.latest >= silent) continue;
      if (series.count > 1) this.#write(series);
      this.#series.delete(key);
    }
    if (this.#series.size > 0) this.#tick(FINISH, () => this.#finish());
  }

  #refresh(): void {
    for (const series of this.#series.values()) if (series.count > 1) this.#write(series);
    if (this.#series.size > 0) this.#tick(REFRESH, () => this.#refresh());
  }

  /** Does something when so many milliseconds since the start are full again. */
  #tick(period: number, run: () => void): void {
    if (this.#ticking.has(period)) return;
    this.#ticking.add(period);
    const next = period - ((this.#loop.now - this.#start) % period);
    this.#after(next, 'background', 'events are summed up', () => {
      this.#ticking.delete(period);
      run();
    });
  }
}

/** Events of one key are one event. The version of the object is part of it. @see getKey */
const keyOf = (about: Subject, { type, reason, action }: Happening, related: Subject | undefined): string =>
  `${versionOf(about)}\n${related ? versionOf(related) : ''}\n${type}\n${reason}\n${action}`;

const versionOf = ({ metadata: { uid, resourceVersion } }: Subject): string => `${uid}\n${resourceVersion}`;
