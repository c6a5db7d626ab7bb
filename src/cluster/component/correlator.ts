import type { Event } from '../../kubernetes/kinds/event/event';
import type { Random } from '../simulation/random';

/** About one object a source may say so many things of a type at once, and then one more in so many milliseconds. */
const BURST = 25;
const REFILL = 300_000;
/** So many messages for one reason are similar; the last of them is combined with all that follow. */
const SIMILAR = 10;
/** After so long without a similar one, in ms, nothing is combined any more. */
const PAUSE = 600_000;
/** So many objects and messages are remembered, those that were spoken of last. */
const MEMORY = 4096;

/** What a component wants to say. */
export interface Remark {
  /** Names the object: remarks about another are never similar. */
  readonly about: string;
  readonly type: Event['type'];
  readonly reason: string;
  /** The part of the object that it is about. */
  readonly part: string;
  readonly message: string;
}

/** What has been observed of one event. */
export interface Observation {
  /** How often, whether it was told or not. */
  count: number;
  readonly firstTimestamp: string;
  /** The event as it was written last; undefined before it is first told. */
  written: Event | undefined;
}

/** An event to write: a new one, or an old one that is counted up. */
export interface Correlated {
  readonly message: string;
  readonly isCombined: boolean;
  readonly observation: Observation;
}

/** A map that forgets what was not asked for the longest. While it has much room it does not keep track of that. */
class Recent<T> {
  readonly #entries = new Map<string, T>();

  /** What is remembered under a key; it is made if nothing is. */
  of(key: string, make: () => T): T {
    const known = this.#entries.get(key);
    if (known !== undefined && this.#entries.size < MEMORY / 2) return known;
    const entry = known ?? make();
    if (known !== undefined) this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > MEMORY) this.#forgetOldest();
    return entry;
  }

  #forgetOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}

interface Group {
  readonly messages: Set<string>;
  latest: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Holds back chatter as recorders do. The same again only counts up; the tenth different message for one reason, and
 * all after it, are combined into one event, until nothing similar was said for ten minutes; and about one object a
 * source says 25 things at most, then one more every five minutes. What is not told is counted all the same.
 * @see staging/src/k8s.io/client-go/tools/record/events_cache.go EventCorrelator
 */
export class EventCorrelator {
  readonly #random: Random;
  readonly #groups = new Recent<Group>();
  readonly #observations = new Recent<Observation>();
  readonly #buckets = new Recent<Bucket>();

  /** @param random decides which message is forgotten when another is combined */
  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * @param now model time in ms
   * @param timestamp the same, as the API writes it
   * @returns undefined if nothing is to be told
   */
  correlate(remark: Remark, now: number, timestamp: string): Correlated | undefined {
    const { about, type, reason, part, message } = remark;
    const spoken = `${about}\n${type}`;
    const similar = `${spoken}\n${reason}`;
    const isCombined = this.#isTooMuch(similar, message, now);
    const key = isCombined ? similar : `${similar}\n${part}\n${message}`;
    const observation = this.#observations.of(key, () => ({
      count: 0,
      firstTimestamp: timestamp,
      written: undefined,
    }));
    observation.count++;
    if (!this.#mayStillSpeak(spoken, now)) return undefined;
    return {
      message: isCombined ? `(combined from similar events): ${message}` : message,
      isCombined,
      observation,
    };
  }

  /** Whether too many similar things were said to say this one by itself. @see EventAggregator.EventAggregate */
  #isTooMuch(key: string, message: string, now: number): boolean {
    const group = this.#groups.of(key, () => ({ messages: new Set<string>(), latest: now }));
    if (now - group.latest > PAUSE) group.messages.clear();
    group.latest = now;
    group.messages.add(message);
    if (group.messages.size < SIMILAR) return false;
    const forgotten = [...group.messages][this.#random.below(group.messages.size)];
    if (forgotten !== undefined) group.messages.delete(forgotten);
    return true;
  }

  /** @see EventSourceObjectSpamFilter.Filter */
  #mayStillSpeak(key: string, now: number): boolean {
    const bucket = this.#buckets.of(key, () => ({ tokens: BURST, at: now }));
    bucket.tokens = Math.min(BURST, bucket.tokens + (now - bucket.at) / REFILL);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  }
}
