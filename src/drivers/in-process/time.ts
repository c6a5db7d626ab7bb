import type { Loop } from '../../cluster/simulation/loop';
import type { Time } from '../../port/time';

const HORIZON = 10 * 60_000;
const PATIENCE = 5 * 60_000;

/** The cluster's clock, which nobody waits for. */
export const timeOf = (loop: Loop): Time => ({
  now: () => loop.now,
  settle: async ({ horizon = HORIZON } = {}) => loop.settle(horizon),
  pass: async (duration) => loop.pass(duration),
  eventually: async (check, { within = PATIENCE } = {}) => {
    const end = loop.now + within;
    loop.runReady();
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (loop.now >= end) throw error;
        loop.advance(end);
      }
    }
  },
});
