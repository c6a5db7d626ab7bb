import type { DataTable } from '@cucumber/cucumber';
import type { Vocabulary } from '../../src/catalogue/phrases/form';
import type { StringMap } from '../../src/kubernetes/object';
import { nearestOf } from './nearest';

/** Something wrong in a table. */
export class TableError extends Error {
  /** Which row of the table, as written; the header is 0. */
  readonly row: number;

  constructor(message: string, row: number) {
    super(message);
    this.row = row;
  }
}

export type { Vocabulary };

/** All that is allowed, with units; a unit that all share is said once. */
const allowed = (vocabulary: Vocabulary): string => {
  const [unit = '', ...others] = new Set(Object.values(vocabulary));
  if (unit !== '' && others.length === 0) return `${Object.keys(vocabulary).join(', ')} (each ${unit})`;
  return Object.entries(vocabulary)
    .map(([name, takes]) => (takes === '' ? name : `${name} (${takes})`))
    .join(', ');
};

const known = (vocabulary: Vocabulary): string => `Known: ${allowed(vocabulary)}.`;

const didYouMean = (name: string, vocabulary: Vocabulary): string => {
  const hint = nearestOf(name, Object.keys(vocabulary));
  return hint.startsWith('Did') ? `${hint} ` : '';
};

const twice = (names: readonly string[]): string | undefined =>
  names.find((name, i) => names.indexOf(name) !== i);

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Runs a reader over a row; what it complains about is in that row. */
const inRow = <T>(row: number, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof TableError || !(error instanceof Error)) throw error;
    throw new TableError(error.message, row);
  }
};

/** How many rows a table may have below its header. */
export interface RowRules {
  /** Columns that must be there, and filled in. */
  readonly needs?: readonly string[];
  readonly most?: number;
  /** The table may have no row: it says that there is nothing. */
  readonly mayBeEmpty?: boolean;
  /** Recognises columns that are not in the vocabulary. */
  readonly others?: (column: string) => boolean;
}

const checkHeader = (
  header: readonly string[],
  vocabulary: Vocabulary,
  { needs = [], others = () => false }: RowRules,
): void => {
  for (const column of header) {
    if (Object.hasOwn(vocabulary, column) || others(column)) continue;
    const what = column === '' ? 'A column has no name.' : `Unknown column "${column}".`;
    throw new TableError(`${what} ${didYouMean(column, vocabulary)}${known(vocabulary)}`, 0);
  }
  const repeated = twice(header);
  if (repeated !== undefined) throw new TableError(`The column "${repeated}" is there twice.`, 0);
  const missing = needs.find((column) => !header.includes(column));
  if (missing !== undefined)
    throw new TableError(`The column "${missing}" is missing. ${known(vocabulary)}`, 0);
};

/**
 * Reads a table with a header row, a row at a time.
 * @throws TableError if a column is unknown, missing or repeated, there is no row or too many, a row says nothing, or the
 * reader cannot make sense of a row
 */
export const readRows = <T>(
  table: DataTable,
  vocabulary: Vocabulary,
  read: (row: StringMap) => T,
  rules: RowRules = {},
): readonly T[] => {
  const { needs = [], most, mayBeEmpty = false } = rules;
  const [header = [], ...rows] = table.raw();
  checkHeader(header, vocabulary, rules);
  if (rows.length === 0 && !mayBeEmpty)
    throw new TableError('The table has a header and no row: it says nothing. Write a row below it.', 0);
  if (most !== undefined && rows.length > most)
    throw new TableError(
      `The table has ${plural(rows.length, 'row')} below its header, and ${most} can be read here.`,
      most + 1,
    );
  return rows.map((cells, i) =>
    inRow(i + 1, () => {
      if (cells.every((cell) => cell === '')) throw new Error('The row is empty: it says nothing.');
      const row: StringMap = Object.fromEntries(header.map((column, at) => [column, cells[at] ?? '']));
      const open = needs.find((column) => row[column] === '');
      if (open !== undefined) throw new Error(`The row has no ${open}.`);
      return read(row);
    }),
  );
};

/** Gives a row as it is. */
export const asWritten = (row: StringMap): StringMap => row;

/** Reads a table of two columns without a header: a name, and what it is set to. @throws TableError */
export const readPairs = <T>(
  table: DataTable,
  read: (name: string, value: string) => T,
  vocabulary?: Vocabulary,
): readonly T[] => {
  const rows = table.raw();
  const names = rows.map(([name = '']) => name);
  return rows.map(([name = '', value = '', ...more], i) =>
    inRow(i, () => {
      if (vocabulary && !Object.hasOwn(vocabulary, name))
        throw new Error(`Unknown setting "${name}". ${didYouMean(name, vocabulary)}${known(vocabulary)}`);
      const takes = vocabulary?.[name] ? `: ${vocabulary[name]}` : '';
      if (name === '') throw new Error('The row has no name in its first column.');
      if ((rows[i]?.length ?? 0) < 2)
        throw new Error(`"${name}" has no value. Write it into a second column${takes}.`);
      if (more.length > 0)
        throw new Error(`The row has ${rows[i]?.length} columns, and 2 can be read: a name and its value.`);
      if (names.indexOf(name) !== i) throw new Error(`"${name}" is set twice.`);
      return read(name, value);
    }),
  );
};
