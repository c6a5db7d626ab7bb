import { toTimestamp } from '../kubernetes/fields/time';

/** No example goes on for so long (ms). */
const LONG = 100 * 86_400_000;

/**
 * A time (ms) in words. A cluster in memory begins at 0; of one that was there before, nobody knows the beginning, and its
 * clock is told: `2026-11-26T23:52:20Z`.
 * @param sinceBeginning says it of a cluster that begins at 0
 */
export const timeInWords = (at: number, sinceBeginning: (ms: number) => string): string =>
  at < LONG ? sinceBeginning(at) : toTimestamp(at);
