/** What features write where the text differs from run to run: ages, generated names, addresses. */
export const ANYTHING = '…';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const squeezed = (text: string): string => text.trim().replace(/[ \t]+/g, ' ');

/**
 * True if the text is what a feature expects; `…` stands for anything on one line, and any width of blanks for a blank.
 * Where nothing is, `…` alone is not met.
 */
export const matches = (expected: string, actual: string): boolean =>
  !(expected.trim() === ANYTHING && actual.trim() === '') &&
  new RegExp(`^${squeezed(expected).split(ANYTHING).map(escaped).join('.*')}$`).test(squeezed(actual));

/** Compares line by line; blank lines at the end count for nothing. */
export const matchesLines = (expected: string, actual: string): boolean => {
  const wanted = expected.trimEnd().split('\n');
  const seen = actual.trimEnd().split('\n');
  return wanted.length === seen.length && wanted.every((line, i) => matches(line, seen[i] ?? ''));
};
