interface Entry {
  delay: number;
  updated: number;
}

/**
 * How soon something may be tried again, for each key by itself: the first time at once, then after a delay that
 * doubles with every try up to a limit. A key starts over after twice the longest delay without a try.
 * @see k8s.io/client-go/util/flowcontrol Backoff
 */
export class Backoff {
  readonly #first: number;
  readonly #longest: number;
  readonly #entries = new Map<string, Entry>();

  /**
   * @param first the first delay, in ms
   * @param longest the longest, in ms
   */
  constructor(first: number, longest: number) {
    this.#first = first;
    this.#longest = longest;
  }

  /** Milliseconds until the key may be tried; 0 means now. @param now model time in ms */
  remaining(key: string, now: number): number {
    const entry = this.#entries.get(key);
    if (!entry || this.#isExpired(entry, now)) return 0;
    return Math.max(0, entry.updated + entry.delay - now);
  }

  /** The whole of the present delay, in ms, though some of it may be over; 0 before the first try. */
  delay(key: string): number {
    return this.#entries.get(key)?.delay ?? 0;
  }

  /** Counts a try. @param now model time in ms */
  next(key: string, now: number): void {
    const entry = this.#entries.get(key);
    const delay =
      entry && !this.#isExpired(entry, now) ? Math.min(entry.delay * 2, this.#longest) : this.#first;
    this.#entries.set(key, { delay, updated: now });
  }

  /** Forgets every key that starts so. */
  forget(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#entries.delete(key);
  }

  #isExpired(entry: Entry, now: number): boolean {
    return now - entry.updated > 2 * this.#longest;
  }
}
