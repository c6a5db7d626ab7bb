import type { PhraseEntry } from './entries';

/** What people put into a phrase: names in quotes, and numbers. */
const SAID = /"[^"]*"|\b\d+(?:\.\d+)?\b/g;

/** Writes an example of a phrase with the names and numbers of a step, in their order, as far as there are any. */
export const filledWith = (example: string, step: string): string => {
  const said = step.match(SAID) ?? [];
  const take = (isNumber: boolean): string | undefined => {
    const at = said.findIndex((each) => each.startsWith('"') !== isNumber);
    return at < 0 ? undefined : said.splice(at, 1)[0];
  };
  return example.replace(SAID, (there) => take(!there.startsWith('"')) ?? there);
};

/** A step that could be meant: what it says, and all that would stand there. */
export interface Suggestion {
  /** The pattern of the phrase. */
  readonly pattern: string;
  readonly step: string;
}

/** What a step would be in the words of another phrase; undefined where no feature shows how it is used. */
export const suggestionOf = (
  step: string,
  { pattern, example }: PhraseEntry,
  fits: (text: string) => boolean,
): Suggestion | undefined => {
  if (!example) return undefined;
  const filled = filledWith(example.step, step);
  return { pattern, step: fits(filled) ? filled : example.step };
};
