import type { Form } from '../../src/catalogue/phrases/form';
import type { Translation } from '../../src/catalogue/phrases/translation';
import { typed } from '../../src/run/calledAs';
import { forGood } from './expectations';
import type { Lasting } from './lasting';
import { type RowRules, TableError, type Vocabulary } from './tables';

/** What stands below a step that ends in ":". */
type Below = 'table' | 'text';

/** What Cucumber keeps for a phrase: what stands below it and, of a table, what it looks like; of a Then, how long it lasts. */
export interface BelowOptions {
  readonly below?: Below;
  readonly form?: Form;
  /** The English phrase, of a phrase of another language. */
  readonly english?: Translation;
  /** Of a Then only. */
  readonly lasts?: Lasting;
}

const declared = (below: Below, form?: Form): { readonly wrapperOptions: BelowOptions } => ({
  wrapperOptions: { below, ...(form && { form }) },
});

/** Given to Cucumber with a phrase that takes a text. */
export const TEXT = declared('text');

/** Given to Cucumber with a phrase that takes a table with these columns. */
export const rowsBelow = (takes: Vocabulary, { needs = [] }: Pick<RowRules, 'needs'> = {}) =>
  declared('table', { kind: 'rows', takes, needs });

/** Given to Cucumber with a phrase that takes a table of these settings, one a row. */
export const settingsBelow = (takes: Vocabulary) => declared('table', { kind: 'settings', takes });

/** Given to Cucumber with a phrase that takes a table of names that are set to something. @param names what they name */
export const namesBelow = (names: string, takes: string) =>
  declared('table', { kind: 'settings', takes: { [names]: takes }, anyName: true });

const inWords: Readonly<Record<Below, string>> = {
  table: 'a table: lines with cells between | signs',
  text: 'a text between two lines of """',
};

/** A step as it is written. */
export interface Written {
  readonly text: string;
  readonly uri: string;
  readonly line: number;
  /** The lines of the rows of its table. */
  readonly rows: readonly number[];
  /** What stands below it. */
  readonly below?: Below;
  /** True of a Then, and of an And, a But or a star that continues one. */
  readonly isThen?: boolean;
  /** True of a step that stands above several examples: not every one of them need have to do with it. */
  readonly isBackground?: boolean;
}

/** A step that ends in ":" goes on below, no other does. @throws if it is not so */
export const checkColon = ({ text, below, uri, line }: Written): void => {
  const announced = text.endsWith(':');
  if (announced && below === undefined)
    throw new Error(
      `${uri}:${line}: A step that ends in ":" goes on below it, and nothing does. Write ${inWords.table}; ` +
        `or ${inWords.text}. "${typed('steps')}" shows an example of every phrase.`,
    );
  if (!announced && below !== undefined)
    throw new Error(
      `${uri}:${line + 1}: A ${below} stands below this step, which does not take one: it does not end in ":". ` +
        `Take the ${below} away, or find the phrase that takes it with "${typed('steps')}".`,
    );
};

/** Who writes "Then node … is cordoned" means to say what is true, and would do it. @throws if the step is a Then */
export const checkActs = ({ text, isThen }: Written): void => {
  if (isThen)
    throw new Error(
      `This does something, and a Then says what must be true: ${text}\n` +
        `If it is to be done here, write When. "${typed('steps')}" shows the sentences that say what is true.`,
    );
};

const checkKind = (wanted: Below, { below, uri, line }: Written): void => {
  if (below !== undefined && below !== wanted)
    throw forGood(
      new Error(`${uri}:${line + 1}: This phrase takes ${inWords[wanted]}. Below it stands a ${below}.`),
    );
};

/** The code of a phrase, or of a hook. */
export type Code<World> = (this: World, ...values: unknown[]) => unknown;

/**
 * Wraps the code of a phrase that takes a table or a text: another thing below it is an error, and an error in the table
 * says in which line.
 */
export const guardBelow = <World extends { readonly written: Written }>(
  code: Code<World>,
  options?: BelowOptions,
): Code<World> => {
  const below = options?.below;
  if (below === undefined) return code;
  return async function (...values) {
    checkKind(below, this.written);
    try {
      return await code.apply(this, values);
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      const { uri, line, rows } = this.written;
      throw forGood(new Error(`${uri}:${rows[error.row] ?? line}: ${error.message}`));
    }
  };
};
