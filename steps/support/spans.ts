import type { Cluster } from '../../src/port/cluster';
import { readDuration, UNITS } from './durations';

/** How long something may take: milliseconds, both ends included. */
export interface Span {
  readonly least: number;
  readonly most: number;
  /** As it is written: `30 to 40 seconds`. */
  readonly words: string;
}

const AMOUNT = `\\d+ (?:${UNITS.join('|')})s?`;
/** The unit may be said once, at the end. */
const BOUND = `\\d+(?: (?:${UNITS.join('|')})s?)?`;

/** What can be read as a span, as a regular expression without groups that capture. */
export const SPAN = `between ${BOUND} and ${AMOUNT}|${BOUND} to ${AMOUNT}|(?:at most |at least |about )?${AMOUNT}`;

const RANGE = /^(?:between )?(\d+)(?: ([a-z]+?)s?)? (?:to|and) (\d+) ([a-z]+?)s?$/;
const SINGLE = /^(at most |at least |about )?(\d+) ([a-z]+?)s?$/;

/** Who says nothing else counts in whole seconds. */
const HALF_A_SECOND = 500;

/** About: a second more or less or, of larger units, half of one. */
const slack = (unit: string): number => (unit === 'second' ? 1000 : readDuration('1', unit) / 2);

const single = (kind: string | undefined, length: number, unit: string): Omit<Span, 'words'> => {
  if (kind === 'at most ') return { least: 0, most: length };
  if (kind === 'at least ' && length === 0)
    throw new Error(`"at least 0 ${unit}s" is true of any time. Write how long it must be.`);
  if (kind === 'at least ') return { least: length, most: Number.POSITIVE_INFINITY };
  const give = kind === 'about ' ? slack(unit) : HALF_A_SECOND;
  return { least: length - give, most: length + give };
};

/**
 * Reads `40 seconds` (to the second), `about 40 seconds` (a second more or less; of larger units half of one),
 * `at most 2 minutes`, `at least 30 seconds`, `30 to 40 seconds`, `between 30 seconds and 2 minutes`.
 * @throws if it ends before it begins, or no clock can show it
 */
export const readSpan = (words: string): Span => {
  const [, from, fromUnit, to = '', unit = ''] = RANGE.exec(words) ?? [];
  if (from === undefined) {
    const [, kind, count = '', of = ''] = SINGLE.exec(words) ?? [];
    return { ...single(kind, readDuration(count, of), of), words };
  }
  const [least, most] = [readDuration(from, fromUnit ?? unit), readDuration(to, unit)];
  if (least > most) throw new Error(`"${words}" ends before it begins. Write the shorter time first.`);
  return { least, most, words };
};

/** By how much (ms) something may seem to come early, or late. */
export interface Slack {
  readonly early: number;
  readonly late: number;
}

const EXACT: Slack = { early: 0, late: 0 };

/** Where nobody moves the clock, an event is known when it is told, and requests take their time; timestamps are cut to seconds. */
const LOOSE: Slack = { early: 1000, late: 3000 };

/** How exactly time can be measured on a cluster. */
export const slackOf = ({ waits }: Pick<Cluster, 'waits'>): Slack => (waits ? LOOSE : EXACT);

/** Tells whether so many milliseconds are within the span; what never was is not. */
export const isWithin = (
  { least, most }: Span,
  milliseconds: number | undefined,
  { early, late }: Slack = EXACT,
): boolean => milliseconds !== undefined && milliseconds >= least - early && milliseconds <= most + late;

/** `41.5 seconds` */
export const inSeconds = (milliseconds: number): string => `${milliseconds / 1000} seconds`;
