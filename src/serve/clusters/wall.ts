/** The time of day, and calls that come later: all that a clock needs of the world. */
export interface Wall {
  /** Milliseconds since 1970. It may jump, either way. */
  now(): number;
  /** Milliseconds since whenever. It never jumps. */
  stopwatch(): number;
  /** Calls back after so many milliseconds, if the process lives on. @returns takes it back */
  after(ms: number, run: () => void): () => void;
  /** Calls back when everything else that waits has had its turn. The process lives on for it. @returns takes it back */
  soon(run: () => void): () => void;
}

/** The longest that a timer of Node.js can wait. */
const LONGEST = 2 ** 31 - 1;

/** The clock on the wall. */
export const wall: Wall = {
  now: () => Date.now(),
  stopwatch: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, LONGEST)).unref();
    return () => clearTimeout(timer);
  },
  soon: (run) => {
    const immediate = setImmediate(run);
    return () => clearImmediate(immediate);
  },
};
