/** For how long and how often a request is tried. In milliseconds. */
export interface Limits {
  /** So long for one answer. */
  readonly answer: number;
  /** So long a server that is not reached is tried again. */
  readonly outage: number;
  /** So long a server that asks for patience is given it. */
  readonly busy: number;
}

export const LIMITS: Limits = { answer: 30_000, outage: 20_000, busy: 60_000 };

/** So often a request is sent that the server fails at. */
export const TRIES = 3;

const SHORTEST = 100;
const LONGEST = 2000;

/** The pause before the next try: longer and longer, and never the same for two that wait. @param tried how often so far */
export const pauseAfter = (tried: number): number =>
  Math.min(LONGEST, SHORTEST * 2 ** (tried - 1)) * (0.75 + Math.random() / 2);

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * How long (ms) the server asks to be left alone: seconds, or a date.
 * @returns undefined if it does not ask
 */
export const askedToWait = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
};
