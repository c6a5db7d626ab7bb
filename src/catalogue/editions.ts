import type { Pickle } from '@cucumber/messages';
import type { Problem } from './rules/problem';

/** Where the Korean edition stands: it tells the claims of the chapter again. */
export const KOREAN_EDITION = 'features/ko/';

/** Tells whether a feature belongs to the Korean edition. @param uri its path in the project */
export const isOfKoreanEdition = (uri: string): boolean => uri.startsWith(KOREAN_EDITION);

/** An example, and what each of its steps does, in a form that is the same in every language. */
export interface Told {
  readonly pickle: Pickle;
  readonly line: number;
  readonly deeds: readonly string[];
}

const MEND = 'Both editions tell the same examples: change this one, or tell it in English, too.';

/**
 * Examples of the Korean edition of which no English one does the same, step by step, for the same claims and with the same
 * needs. What one edition proves, the other does.
 */
export const withoutTwin = (told: readonly Told[]): readonly Problem[] => {
  const english = told.filter(({ pickle }) => !isOfKoreanEdition(pickle.uri));
  const twins = new Set(english.map(likenessOf));
  return told
    .filter((each) => isOfKoreanEdition(each.pickle.uri) && !twins.has(likenessOf(each)))
    .map((each) => ({
      file: each.pickle.uri,
      line: each.line,
      what: `No English example does the same as "${each.pickle.name}". ${differenceTo(nearestTo(each, english), each)}`,
      mend: MEND,
    }));
};

const tagsOf = ({ pickle }: Told): readonly string[] => pickle.tags.map(({ name }) => name).sort();

const likenessOf = (told: Told): string => JSON.stringify([tagsOf(told), told.deeds]);

/** How many deeds two examples begin with in common. */
const inCommon = (one: Told, other: Told): number => {
  const at = one.deeds.findIndex((deed, i) => deed !== other.deeds[i]);
  return at < 0 ? one.deeds.length : at;
};

const nearestTo = (one: Told, others: readonly Told[]): Told | undefined =>
  [...others].sort((a, b) => inCommon(one, b) - inCommon(one, a) || samePath(one, b) - samePath(one, a))[0];

const samePath = (one: Told, other: Told): number =>
  one.pickle.uri.endsWith(other.pickle.uri.replace(/^features\//, '/')) ? 1 : 0;

const differenceTo = (other: Told | undefined, one: Told): string => {
  if (!other) return 'There is none at all.';
  const place = `${other.pickle.uri}:${other.line}`;
  const at = inCommon(one, other);
  const [mine, its] = [one, other].map(({ pickle }) => pickle.steps[at]?.text);
  if (mine === undefined && its === undefined)
    return `${place} has other tags: ${tagsOf(other).join(' ') || 'none'}.`;
  return `The nearest is ${place}; there stands ${its ? `"${its}"` : 'nothing more'}, and here ${mine ? `"${mine}"` : 'nothing more'}.`;
};
