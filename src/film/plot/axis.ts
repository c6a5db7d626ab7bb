/** A stretch is a gap if it is at least so long, and so many times as long as is usual. */
const SHORTEST_GAP_MS = 10_000;
const TIMES_AS_LONG = 6;

export interface Place {
  /** From 0 on; events are one apart. */
  readonly x: number;
  /** True if much more time than usual lies between it and the event before. */
  readonly isBehindGap: boolean;
}

/**
 * An axis that is spaced by events: what happens in a second and what happens in a day needs the same room. Where much more
 * time goes by than usual there is a gap, which is twice as wide.
 * @param times model time of each event, in order
 */
export const axisOf = (times: readonly number[]): readonly Place[] => {
  const spans = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const sorted = spans.filter((span) => span > 0).sort((a, b) => a - b);
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  let x = 0;
  return times.map((_, index) => {
    const span = spans[index - 1] ?? 0;
    const isBehindGap = sorted.length > 1 && span >= SHORTEST_GAP_MS && span > TIMES_AS_LONG * usual;
    if (index > 0) x += isBehindGap ? 2 : 1;
    return { x, isBehindGap };
  });
};
