/** Environment variable that carries the seed of a run. */
export const SEED_VARIABLE = 'ROLLCALL_SEED';

const DEFAULT_SEED = 1;

/** Environment variable that asks for a rough day: set it to 1. */
export const DISTURBED_VARIABLE = 'ROLLCALL_DISTURBED';

/** Whether events come late, writes fail and controllers are restarted in this run. */
export const isDisturbedRun = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env[DISTURBED_VARIABLE] === '1';

/** A seed that is not a positive whole number; `message` says where it came from. */
export class SeedError extends Error {}

/**
 * Reads a seed as people type it.
 * @param origin where it stands, for the error: `--seed`, `ROLLCALL_SEED`
 * @throws SeedError
 */
export const parseSeed = (text: string, origin: string): number => {
  const seed = Number(text);
  if (!/^\d+$/.test(text.trim()) || !Number.isSafeInteger(seed) || seed < 1)
    throw new SeedError(`${origin} is "${text}". A seed is a positive whole number, like 7.`);
  return seed;
};

/** The seed of this run: the environment's, or 1. @throws SeedError */
export const seedOfRun = (env: NodeJS.ProcessEnv = process.env): number => {
  const text = env[SEED_VARIABLE];
  return text === undefined || text === '' ? DEFAULT_SEED : parseSeed(text, SEED_VARIABLE);
};
