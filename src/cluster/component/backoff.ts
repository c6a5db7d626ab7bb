const FIRST = 1000;
const LONGEST = 15 * 60_000;

interface Entry {
  delay: number;
  updated: number;
}

/**
 * How soon a failed pod of a node may be replaced: the first at once, then after 1 s, doubling to 15 min. It starts
 * over after twice the longest delay without a failure.
 * @see k8s.io/client-go/util/flowcontrol Backoff
 */
export class FailedPodsBackoff {
  readonly #entries = new Map<string, Entry>();

  /** Milliseconds until a failed pod may be replaced; 0 means now. */
  remaining(key: string, now: number): number {
    const entry = this.#entries.get(key);
    if (!entry || this.#expired(entry, now)) return 0;
    return Math.max(0, entry.updated + entry.delay - now);
  }

  /** Counts a replacement. */
  next(key: string, now: number): void {
    const entry = this.#entries.get(key);
    const delay = entry && !this.#expired(entry, now) ? Math.min(entry.delay * 2, LONGEST) : FIRST;
    this.#entries.set(key, { delay, updated: now });
  }

  /** Forgets every key that starts so. */
  forget(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#entries.delete(key);
  }

  #expired(entry: Entry, now: number): boolean {
    return now - entry.updated > 2 * LONGEST;
  }
}
