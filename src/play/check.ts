import type { GherkinDocument, Pickle, Step } from '@cucumber/messages';
import { parseFeature } from '../catalogue/features';
import { nearest } from '../catalogue/phrases/nearest';
import { shownPattern } from '../catalogue/phrases/parameters';
import type { Phrase } from '../catalogue/phrases/phrase';
import { checkIntake } from '../catalogue/rules/intake';
import type { Problem } from '../catalogue/rules/problem';
import { checkStructure } from '../catalogue/rules/structure';
import { syntaxProblems } from '../catalogue/rules/syntax';
import { checkTitles } from '../catalogue/rules/titles';
import type { Language } from '../language/language';
import { fitsWithoutInnerQuotes } from '../report/unmatched';
import type { Words } from '../report/words/en';
import { wordsIn } from '../report/words/words';
import { AstIndex } from '../run/ast';
import { claimsNamedIn } from './claims';
import type { PhraseEntry } from './entries';
import { type Suggestion, suggestionOf } from './suggestion';

/** Something that is amiss in a feature, where it stands, and what could be meant. */
export interface Remark {
  /** From 1. */
  readonly line: number;
  /** The text in that line that is meant; the whole line if it is left out. */
  readonly text?: string;
  /** `wrong`: so it is not played. `advice`: it is played, and could be told better. */
  readonly weight: 'wrong' | 'advice';
  readonly what: string;
  readonly mend?: string;
  readonly suggestions: readonly Suggestion[];
}

/** The phrases that an editor is checked against. */
export interface Phrases {
  readonly phrases: readonly Phrase[];
  readonly entries: readonly PhraseEntry[];
}

/**
 * Says of a feature what a run of it would complain about, without playing it.
 * @param language of what is said of steps; rules speak English, as failed steps do
 */
export const check = (
  text: string,
  uri: string,
  known: Phrases,
  language: Language = 'en',
): readonly Remark[] => {
  const { documents, pickles, errors } = parseFeature(text, uri);
  const [document] = documents;
  if (errors.length > 0 || !document) return syntaxProblems(errors).map(remarkOf('wrong'));
  return [
    ...checkIntake(document, claimsNamedIn(document)).map(remarkOf('wrong')),
    ...stepRemarks(document, pickles, known, wordsIn(language)),
    ...[...checkStructure(document), ...checkTitles(document)].map(remarkOf('advice')),
  ];
};

const remarkOf =
  (weight: Remark['weight']) =>
  ({ line = 1, what, mend }: Problem): Remark => ({ line, weight, what, mend, suggestions: [] });

/** Steps that no phrase fits, or several; each is told once, of however many rows of an outline. */
const stepRemarks = (
  document: GherkinDocument,
  pickles: readonly Pickle[],
  known: Phrases,
  words: Words,
): readonly Remark[] => {
  const ast = new AstIndex();
  ast.add(document);
  const told = new Set<Step>();
  const fitting = new Map<string, readonly Phrase[]>();
  return pickles.flatMap(({ steps }) =>
    steps.flatMap(({ text, astNodeIds }): readonly Remark[] => {
      const step = ast.stepOf(astNodeIds);
      if (!step || told.has(step)) return [];
      const fits = fitting.get(text) ?? known.phrases.filter(({ expression }) => expression.match(text));
      fitting.set(text, fits);
      if (fits.length === 1) return [];
      told.add(step);
      const place = { line: step.location.line, text: step.text, weight: 'wrong' as const };
      if (fits.length === 0) return [{ ...place, ...unmatched(text, known, words) }];
      const patterns = fits.map(({ pattern }) => `"${pattern}"`).join(', ');
      return [{ ...place, what: words.manyPhrases(fits.length), mend: `${patterns}.`, suggestions: [] }];
    }),
  );
};

const unmatched = (
  step: string,
  { phrases, entries }: Phrases,
  words: Words,
): Pick<Remark, 'what' | 'mend' | 'suggestions'> => {
  const what = words.noPhrase;
  if (fitsWithoutInnerQuotes(step, phrases)) return { what, mend: words.innerQuotes, suggestions: [] };
  const near = nearest(step, phrases);
  const suggestions = near.flatMap((phrase) => {
    const entry = entries.find(({ pattern }) => pattern === phrase.pattern);
    const found = entry && suggestionOf(step, entry, (text) => phrase.expression.match(text) !== null);
    return found ? [{ ...found, pattern: shownPattern(phrase) }] : [];
  });
  const nearby = near.map((phrase) => shownPattern(phrase)).join('\n');
  return { what, ...(near.length > 0 ? { mend: `${words.nearestPhrases}\n${nearby}` } : {}), suggestions };
};
