/** Time as it passes. Tests have it pass as they like. */
export interface Timers {
  /** In milliseconds, since whenever. */
  now(): number;
  /** @returns a function after which nothing happens any more */
  after(ms: number, action: () => void): () => void;
  /** A number from 0 to 1, for how long to wait. */
  random(): number;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
