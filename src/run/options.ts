import type { Target } from '../port/target';
import { ENVIRONMENT } from './environment';

/** What a run was asked for. The commands pass it on to the steps and the report by the environment. */
export interface RunOptions {
  /** The name of the driver; undefined for the default one. */
  readonly driver?: string;
  /** Undefined if the driver takes none. */
  readonly seed?: number;
  /** A rough day: events come late, writes fail and controllers are restarted. */
  readonly disturbed: boolean;
  /** The cluster that was chosen, for drivers of clusters that exist. */
  readonly target?: Target;
}

const VARIABLES = {
  driver: 'ROLLCALL_DRIVER',
  seed: 'ROLLCALL_SEED',
  disturbed: 'ROLLCALL_DISTURBED',
  target: 'ROLLCALL_TARGET',
} as const;

const DEFAULT_SEED = 1;

/** Stands for the seed of a driver that takes none. */
const NO_SEED = 'none';

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

/** Commands write it, and nobody else. */
const readTarget = (text: string | undefined): Pick<RunOptions, 'target'> =>
  text ? { target: JSON.parse(text) as Target } : {};

const readSeed = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return DEFAULT_SEED;
  return text === NO_SEED ? undefined : parseSeed(text, VARIABLES.seed);
};

/** What this run was asked for. Nobody asks for a seed: 1. @throws SeedError */
export const optionsOfRun = (env = ENVIRONMENT): RunOptions => ({
  driver: env[VARIABLES.driver] || undefined,
  seed: readSeed(env[VARIABLES.seed]),
  disturbed: env[VARIABLES.disturbed] === '1',
  ...readTarget(env[VARIABLES.target]),
});

/** Passes on what a run is asked for: `optionsOfRun` gives it back, here and in processes that are started from here. */
export const passOn = ({ driver, seed, disturbed, target }: RunOptions, env = ENVIRONMENT): void => {
  env[VARIABLES.driver] = driver ?? '';
  env[VARIABLES.seed] = seed === undefined ? NO_SEED : String(seed);
  env[VARIABLES.disturbed] = disturbed ? '1' : '';
  env[VARIABLES.target] = target ? JSON.stringify(target) : '';
};

/** The flags of a command that asks for the same: ` --seed 7 --disturbed`. */
export const flagsOf = ({ driver, seed, disturbed, target }: RunOptions): string =>
  [
    driver === undefined ? '' : ` --driver ${driver}`,
    target === undefined ? '' : ` --context ${target.context}`,
    target?.kubeconfig === undefined ? '' : ` --kubeconfig ${target.kubeconfig}`,
    seed === undefined ? '' : ` --seed ${seed}`,
    disturbed ? ' --disturbed' : '',
  ].join('');
