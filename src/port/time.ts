/** How settling ended. */
export interface Settled {
  /** False if work was still due at the horizon: something goes round and round, or waits its turn. */
  readonly quiet: boolean;
  /** Model time that went by, in milliseconds. */
  readonly elapsed: number;
  /** What was still due, in words, if not quiet. */
  readonly busy?: string;
}

/** Time as scenarios speak of it. Durations are milliseconds of model time. */
export interface Time {
  now(): number;
  /** Lets the cluster work until nothing is left to do, or until the horizon (default 10 minutes). */
  settle(options?: { readonly horizon?: number }): Promise<Settled>;
  /** Lets exactly this much time go by. */
  pass(duration: number): Promise<void>;
  /** Lets time go by until the check no longer throws; rethrows its last error after `within` (default 5 minutes). */
  eventually<T>(check: () => Promise<T> | T, options?: { readonly within?: number }): Promise<T>;
}
