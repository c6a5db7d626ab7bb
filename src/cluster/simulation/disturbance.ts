import { ApiError } from '../../kubernetes/refusals';
import type { Random } from './random';

/** What goes wrong on the way between components and the API. */
export interface Disturbance {
  /** Whether a component hears all its news, in the order it happened, before it works. */
  readonly orderly: boolean;
  /** Whether a component that has news of so many kinds goes on with its work first. */
  worksFirst(kinds: number): boolean;
  /** How much of its work a component does before others have their turn: at least one piece. */
  turn(pieces: number): number;
  /** How many of the waiting events arrive now: at least one. */
  batch(waiting: number): number;
  /** Which kind's news arrives first, by the revisions of the oldest event of each. */
  next(oldest: readonly number[]): number;
  /** Makes a component's write, which may fail before or after it happened. */
  write<T>(write: () => T): T;
}

/** Everything arrives, in the order it happened, and every write goes through. */
export const calm: Disturbance = {
  orderly: true,
  worksFirst: () => false,
  turn: (pieces) => pieces,
  batch: (waiting) => waiting,
  next: (oldest) => oldest.indexOf(Math.min(...oldest)),
  write: (write) => write(),
};

const refused = new ApiError({
  code: 500,
  reason: 'InternalError',
  message: 'Internal error occurred: the request was disturbed before it was handled',
});

const lost = new ApiError({
  code: 504,
  reason: 'Timeout',
  message: 'Timeout: the request was handled, but the reply was lost',
});

/**
 * A rough day: events arrive in dribs and drabs and out of order between kinds, one write in `odds` fails before it
 * happens and as many lose their reply afterwards.
 */
export const rough = (random: Random, odds = 20): Disturbance => ({
  orderly: false,
  worksFirst: (kinds) => random.oneIn(kinds + 1),
  turn: (pieces) => 1 + random.below(pieces),
  batch: (waiting) => 1 + random.below(waiting),
  next: (oldest) => random.below(oldest.length),
  write: (write) => {
    if (random.oneIn(odds)) throw refused;
    const result = write();
    if (random.oneIn(odds)) throw lost;
    return result;
  },
});
