/** The time that those who are served live by. */
export interface Timing {
  /** Milliseconds since whenever. It never jumps. */
  now(): number;
  /** Calls back after so many milliseconds. The process does not live on for it. @returns takes it back */
  after(ms: number, run: () => void): () => void;
}

/** The longest that a timer of Node.js can wait. */
const LONGEST = 2 ** 31 - 1;

/** Real time. */
export const realTiming: Timing = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, LONGEST)).unref();
    return () => clearTimeout(timer);
  },
};
