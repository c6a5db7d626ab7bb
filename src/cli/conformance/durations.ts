import type { Request } from '../support/arguments';
import { Refusal } from '../support/refusal';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

const read = (text: string): number | undefined => {
  const [, amount = '', unit = ''] = /^(\d+)([smh])$/.exec(text) ?? [];
  return amount === '' ? undefined : Number(amount) * (UNITS[unit] ?? 0);
};

/** A time (ms) as it is typed: `65s`, `10m`, `1h`. */
export const typedTime = (ms: number): string => {
  const [unit, factor] = Object.entries(UNITS).findLast(([, each]) => ms > 0 && ms % each === 0) ?? [
    's',
    1000,
  ];
  return `${ms / factor}${unit}`;
};

/**
 * A time (ms) that is given with an option; undefined if it is not.
 * @param bounds the shortest and the longest (ms) that make sense
 * @throws Refusal
 */
export const durationIn = (
  request: Request,
  option: string,
  [least, most]: readonly [number, number],
  examples: string,
): number | undefined => {
  const text = request.value(option);
  if (text === undefined) return undefined;
  const ms = read(text);
  if (ms === undefined || ms < least || ms > most)
    throw new Refusal([
      `${option} is "${text}". It takes a time from ${typedTime(least)} to ${typedTime(most)}, like ${examples}.`,
    ]);
  return ms;
};
