import type { Time } from '../../port/time';
import { settle, type View } from './settling/settle';

/** As long as a cluster is given to come to rest, if nobody says how long (ms). */
const HORIZON = 10 * 60_000;
/** As long as a check is given to come true (ms). */
const WITHIN = 5 * 60_000;
/** So much later (ms) than in the model it may be: what looks for orphans does so every 20 seconds. */
const LATER = 30_000;
/** A check that nothing has happened for is tried again after so long (ms): what it asks the server is not all watched. */
const AGAIN = 500;

/**
 * Time as it passes, of a cluster whose clock nobody moves.
 * @param patience settling takes no longer (ms), whatever the horizon, but for what a cluster is later than its model
 */
export const realTime = (view: View, { patience }: { readonly patience: number }): Time => {
  const pass = async (duration: number): Promise<void> => {
    for (const end = view.now() + duration; view.now() < end; ) await view.next(end - view.now());
  };
  return {
    now: () => view.now(),
    settle: ({ horizon = HORIZON } = {}) => settle(view, { horizon: Math.min(horizon, patience + LATER) }),
    pass,
    eventually: async (check, { within = WITHIN } = {}) => {
      const end = view.now() + within;
      for (;;) {
        const now = view.now();
        try {
          return await check();
        } catch (error) {
          if (now >= end) throw error;
          await view.next(Math.max(1, Math.min(AGAIN, end - now)));
        }
      }
    },
  };
};
