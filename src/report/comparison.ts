import { columnsOf, padTo } from '../terminal/columns';
import type { Style } from '../terminal/style';
import { wrap } from '../terminal/wrap';
import { wordsIn } from './words/words';

/** A line of what was expected beside the line of what was there; undefined where one side has none. */
export interface Row {
  readonly expected?: string;
  readonly actual?: string;
}

const HEADING = /^\s*\+ expected - actual$/;
const SAME = '  │ ';
const DIFFERENT = '  ≠ ';
const GAP_WIDTH = SAME.length;

/** What a failed assertion says: its sentence, and expected and actual where it compares two values. */
export interface Assertion {
  readonly sentence: string;
  readonly rows: readonly Row[];
}

/**
 * Takes the message of a failed step apart: Cucumber writes a compared value as a unified diff under the heading
 * `+ expected - actual`, indented by four.
 */
export const readAssertion = (message: string): Assertion => {
  const lines = message.split('\n');
  const heading = lines.findIndex((line) => HEADING.test(line));
  if (heading < 0) return { sentence: withoutStack(lines), rows: [] };
  const diff: string[] = [];
  for (const line of lines.slice(heading + 2)) {
    if (line !== '' && !/^ {4}[ +-]/.test(line)) break;
    diff.push(line.slice(4));
  }
  while (diff.at(-1) === '') diff.pop();
  return { sentence: withoutStack(lines.slice(0, heading)), rows: pairUp(diff) };
};

const withoutStack = (lines: readonly string[]): string => {
  const stack = lines.findIndex((line) => /^\s+at .*[:(]/.test(line));
  return lines
    .slice(0, stack < 0 ? undefined : stack)
    .join('\n')
    .trim();
};

const pairUp = (diff: readonly string[]): readonly Row[] => {
  const rows: Row[] = [];
  let expected: string[] = [];
  let actual: string[] = [];
  const flush = () => {
    for (let index = 0; index < Math.max(expected.length, actual.length); index++)
      rows.push({ expected: expected[index], actual: actual[index] });
    expected = [];
    actual = [];
  };
  for (const line of diff) {
    if (line.startsWith('+')) expected.push(line.slice(1));
    else if (line.startsWith('-')) actual.push(line.slice(1));
    else {
      flush();
      rows.push({ expected: line.slice(1), actual: line.slice(1) });
    }
  }
  flush();
  return rows;
};

/** Expected on the left, actual on the right; lines that differ are marked, and coloured. */
export const sideBySide = (rows: readonly Row[], { width, colours, language }: Style): string => {
  const words = wordsIn(language);
  const half = Math.floor((width - GAP_WIDTH) / 2);
  const longest = Math.max(...[words.expected, ...rows.map(({ expected = '' }) => expected)].map(columnsOf));
  const left = Math.min(half, longest);
  const right = width - GAP_WIDTH - left;
  const line = (expected: string, actual: string) => `${padTo(expected, left)}${SAME}${actual}`;
  const lines = [colours.strong(line(words.expected, words.actual))];
  for (const { expected, actual } of rows) {
    const [a, b] = [fold(expected, left), fold(actual, right)];
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
      const [one, other] = [padTo(a[index] ?? '', left), b[index] ?? ''];
      lines.push(
        expected === actual ? one + SAME + other : `${colours.good(one)}${DIFFERENT}${colours.bad(other)}`,
      );
    }
  }
  return lines.map((text) => text.trimEnd()).join('\n');
};

/** Keeps the indentation of lines that fit, as values and tables need it. */
const fold = (text: string | undefined, width: number): readonly string[] => {
  if (text === undefined) return [];
  return columnsOf(text) <= width ? [text] : wrap(text, width);
};
