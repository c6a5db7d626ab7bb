import type { Settled, Time } from '../../port/time';

const HORIZON = 10 * 60_000;
const PATIENCE = 5 * 60_000;
/** Milliseconds between two tries. */
const BETWEEN = 100;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Time that goes by as it does for everybody, by the server's clock. */
export const realTime = (now: () => number, settle: (horizon: number) => Promise<Settled>): Time => ({
  now,
  settle: ({ horizon = HORIZON } = {}) => settle(horizon),
  pass: async (duration) => {
    const end = now() + duration;
    for (let left = duration; left > 0; left = end - now()) await sleep(Math.ceil(left));
  },
  eventually: async (check, { within = PATIENCE } = {}) => {
    const end = now() + within;
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (now() >= end) throw error;
        await sleep(BETWEEN);
      }
    }
  },
});
