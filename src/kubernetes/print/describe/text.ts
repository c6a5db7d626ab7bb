import { alignTabs, DESCRIBE_TABS } from '../tabs';

/** Lines of a description as they are collected: values stand behind a tab and are lined up at the end. */
export type Lines = readonly (string | Lines)[];

const flatten = (lines: Lines): string[] =>
  lines.flatMap((line) => (typeof line === 'string' ? [line] : flatten(line)));

/** `Title:` and a value in the next column. */
export const field = (title: string, value: string | number): string => `${title}:\t${value}`;

/** A field that is left out if it has no value. */
export const optional = (title: string, value: string | number | undefined): Lines =>
  value === undefined || value === '' ? [] : [field(title, value)];

/** A field with one value a line, below each other; `<none>` if there are none. */
export const column = (title: string, values: readonly string[]): Lines => {
  const [first = '<none>', ...rest] = values;
  return [field(title, first), ...rest.map((value) => `${indentOf(title)}\t${value}`)];
};

const indentOf = (title: string): string => title.slice(0, title.length - title.trimStart().length);

/** Moves lines to the right. */
export const indent = (spaces: number, lines: Lines): Lines =>
  flatten(lines).map((line) => ' '.repeat(spaces) + line);

/** What would steer a terminal is made visible. */
const escaped = (text: string): string => text.replaceAll('\u001b', '^[').replaceAll('\r', '\\r');

/** The text with its tabs left in. */
export const toTabbedText = (lines: Lines): string => escaped(`${flatten(lines).join('\n')}\n`);

/** The finished text. */
export const toText = (lines: Lines): string => alignTabs(toTabbedText(lines), DESCRIBE_TABS);
