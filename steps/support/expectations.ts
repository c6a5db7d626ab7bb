import { AssertionError } from 'chai';
import { matches } from './wildcards';

/** Fails; reports show both sides, line by line. `message` says in one sentence what is wrong. */
export const fail = (message: string, expected: string, actual: string): never => {
  throw new AssertionError(message, { expected, actual, showDiff: true });
};

/** What failed, and no time that goes by makes true. */
const failedForGood = new WeakSet<object>();

/** Tells whether time can mend what failed. */
export const isForGood = (error: unknown): boolean => error instanceof Error && failedForGood.has(error);

/** Marks an error: who waits for the sentence to come true waits in vain. */
export const forGood = <E extends Error>(error: E): E => {
  failedForGood.add(error);
  return error;
};

/** Fails, for what has happened and should not have. */
export const failForGood = (message: string, expected: string, actual: string): never => {
  throw forGood(new AssertionError(message, { expected, actual, showDiff: true }));
};

/** How to fail: for good if it is broken already, and time cannot mend it; else it may still come true. */
export const failAs = (isBroken: boolean): typeof fail => (isBroken ? failForGood : fail);

/** Compares two texts of one or more lines. */
export const expectSame = (message: string, expected: string, actual: string): void => {
  if (expected !== actual) fail(message, expected, actual);
};

/** Every expected row must be matched, cell by cell, by some actual row; `…` in a cell stands for anything. */
export const expectRows = (
  message: string,
  expected: readonly Readonly<Record<string, string>>[],
  actual: readonly Readonly<Record<string, string>>[],
): void => {
  const found = expected.every((row) =>
    actual.some((candidate) =>
      Object.entries(row).every(([column, cell]) => matches(cell, candidate[column] ?? '')),
    ),
  );
  if (!found) fail(message, rowsAsText(expected), rowsAsText(actual));
};

const rowsAsText = (rows: readonly Readonly<Record<string, string>>[]): string =>
  rows.length === 0 ? '(nothing)' : rows.map((row) => Object.values(row).join(' | ')).join('\n');
