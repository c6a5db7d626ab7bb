import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from '@codemirror/autocomplete';
import type { PhraseEntry } from '../../../../play/entries';

/** The keywords that a step begins with, in the languages that features are written in. */
const STEP = /^(\s*)(?:Given|When|Then|And|But|\*|조건|먼저|만일|만약|그러면|그리고|하지만|단)\s+(.*)$/;

/** What may be said "at once", too: that is said once, and not of each phrase. */
const AT_ONCE = /^\((?:at once|곧바로) \)/;

const HANGUL = /\p{Script=Hangul}/u;

/** What is put into a phrase: names in quotes, and numbers. */
const SAID = /"[^"]*"|\b\d+(?:\.\d+)?\b/g;

const escaped = (text: string): string => text.replace(/[\\${}]/g, '\\$&');

/** An example of a phrase, of which the names and numbers are to be filled in, one after the other. */
const templateOf = (step: string): string => {
  let template = '';
  let at = 0;
  for (const { 0: said, index } of step.matchAll(SAID)) {
    const [inner, quote] = said.startsWith('"') ? [said.slice(1, -1), '"'] : [said, ''];
    template += `${escaped(step.slice(at, index))}${quote}\${${escaped(inner) || ' '}}${quote}`;
    at = index + said.length;
  }
  return template + escaped(step.slice(at));
};

const completionOf = ({ pattern, example }: PhraseEntry, indentation: string): Completion => {
  const label = pattern.replace(AT_ONCE, '');
  if (!example) return { label };
  const lines = [templateOf(example.step), ...example.below.map((line) => indentation + escaped(line))];
  return snippetCompletion(lines.join('\n'), { label, detail: example.line });
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];

/** Whether a phrase has every word that is typed; the last may be the beginning of one. */
const fits = (typed: readonly string[], { pattern, example }: PhraseEntry): boolean => {
  const words = wordsOf(`${pattern} ${example?.step ?? ''}`);
  return typed.every((word) => words.some((each) => each.startsWith(word)));
};

/** Where in a phrase the first word stands that is typed: what begins with it is meant, most likely. */
const placeOf = (word: string | undefined, { pattern }: PhraseEntry): number => {
  const at = wordsOf(pattern.replace(AT_ONCE, '')).findIndex((each) => each.startsWith(word ?? ''));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
};

/**
 * Offers the phrases of the dictionary behind the keyword of a step: those in the language of the feature that have the words
 * which are there already.
 */
export const completePhrases =
  (entries: () => readonly PhraseEntry[]) =>
  ({ state, pos, explicit, view }: CompletionContext): CompletionResult | null => {
    if (view?.composing) return null;
    const line = state.doc.lineAt(pos);
    const [, indentation = '', text] = STEP.exec(line.text.slice(0, pos - line.from)) ?? [];
    if (text === undefined || (text === '' && !explicit)) return null;
    const isKorean = HANGUL.test(line.text.trim()[0] ?? '');
    const typed = wordsOf(text.replace(SAID, ''));
    const known = entries();
    const own = known.filter(({ pattern }) => HANGUL.test(pattern) === isKorean);
    const offered = (own.length > 0 ? own : known)
      .filter((entry) => fits(typed, entry))
      .map((entry) => ({ entry, place: placeOf(typed[0], entry) }))
      .sort((a, b) => a.place - b.place || 0);
    return {
      from: pos - text.length,
      options: offered.map(({ entry }) => completionOf(entry, indentation)),
      filter: false,
    };
  };
