import { ENVIRONMENT } from './environment';

/** The command tells the report by the environment: a formatter is not told what was typed. */
const VARIABLE = 'ROLLCALL_SELECTION';

/** Passes on what a run is of: `selectionOfRun` gives it back. @param words as they were typed: `--tags`, `@D07`, `features/updating` */
export const passOnSelection = (words: readonly string[], env = ENVIRONMENT): void => {
  env[VARIABLE] = JSON.stringify(words);
};

/** The words that chose what this run is of; none if it is of everything. */
export const selectionOfRun = (env = ENVIRONMENT): readonly string[] => JSON.parse(env[VARIABLE] ?? '[]');

/** What a shell takes for nothing but itself. */
const PLAIN = /^[\w./:@,+-]+$/;

/** A word as it is typed, so that a shell hands it on as it is: in quotes where it would do something with it. */
export const shellWord = (word: string): string =>
  PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
