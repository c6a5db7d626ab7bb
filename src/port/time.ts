/** How settling ended. */
export interface Settled {
  /** False if work was still due at the horizon: something goes round and round, or waits its turn. */
  readonly quiet: boolean;
  /** Cluster time that went by, in milliseconds. */
  readonly elapsed: number;
  /** What was still due, in words, if not quiet. */
  readonly busy?: string;
}

/**
 * Time as scenarios speak of it. Durations are milliseconds of cluster time, which need not be that of the clock on
 * the wall: under virtual time an hour passes at once, and nothing ever sleeps.
 */
export interface Time {
  /**
   * Milliseconds since 2026 began (MODEL_EPOCH): `toTimestamp(now())` is what the API server would write now. It never
   * goes back.
   */
  now(): number;
  /**
   * Lets the cluster work until nothing is left to do, or until the horizon (default 10 minutes). Under virtual time
   * the clock moves over whatever is due by then: starts, back-offs, grace periods. Heartbeats are no work. Without
   * virtual time a driver waits until nothing has changed for a while.
   */
  settle(options?: { readonly horizon?: number }): Promise<Settled>;
  /** Lets exactly this much time go by, or, without virtual time, at least this much. */
  pass(duration: number): Promise<void>;
  /**
   * Lets time go by until the check no longer throws.
   * @returns what the check returns
   * @throws the last error of the check, after `within` (default 5 minutes)
   */
  eventually<T>(check: () => Promise<T> | T, options?: { readonly within?: number }): Promise<T>;
}
