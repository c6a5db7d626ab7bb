import { AssertionError } from 'chai';
import { matches } from './wildcards';

/** Fails with both sides shown. `message` says in one sentence what was expected of what. */
export const fail = (message: string, expected: string, actual: string): never => {
  throw new AssertionError(`${message}\n${sideBySide(expected, actual)}`, {
    expected,
    actual,
    showDiff: true,
  });
};

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

const sideBySide = (expected: string, actual: string): string => {
  const left = ['expected', ...expected.split('\n')];
  const right = ['actual', ...actual.split('\n')];
  const width = Math.min(60, Math.max(...left.map((line) => line.length)));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `  ${(left[i] ?? '').padEnd(width)}  │ ${right[i] ?? ''}`.trimEnd(),
  ).join('\n');
};
