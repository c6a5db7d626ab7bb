import type { Pickle } from '@cucumber/messages';
import { type Usage, usagesOf } from '../catalogue/phrases/example';
import { nearest } from '../catalogue/phrases/nearest';
import { meaningsIn, shownPattern } from '../catalogue/phrases/parameters';
import type { Phrase } from '../catalogue/phrases/phrase';
import { typed } from '../run/calledAs';
import type { Example, StepRun } from '../run/example';
import type { Style } from '../terminal/style';
import { hang, indent } from '../terminal/wrap';
import { wordsIn } from './words/words';

/** A step that no phrase fits, or more than one. */
interface Unmatched {
  readonly uri: string;
  readonly step: StepRun;
}

/**
 * What to say of steps that have no definition, or several. The same words are reported once, where they first stand.
 * @param pickles steps in use, from which each suggested phrase gets its example
 */
export const unmatchedText = (
  examples: readonly Example[],
  phrases: readonly Phrase[],
  pickles: () => readonly Pickle[],
  style: Style,
): string => {
  const [undefinedSteps, ambiguousSteps] = [find(examples, 'undefined'), find(examples, 'ambiguous')];
  const parts = ambiguousSteps.map((found) => ambiguousText(found, phrases, style));
  if (undefinedSteps.length > 0) {
    const known = usagesOf(phrases, pickles());
    parts.push(
      ...undefinedSteps.map((found) => undefinedText(found, phrases, known, style)),
      `${wordsIn(style.language).allPhrases} ${style.colours.strong(typed('steps', style.language === 'ko' ? '--lang ko' : ''))}`,
    );
  }
  return parts.join('\n\n');
};

const find = (examples: readonly Example[], outcome: StepRun['outcome']): readonly Unmatched[] => {
  const found = new Map<string, Unmatched>();
  for (const { uri, steps } of examples)
    for (const step of steps)
      if (step.outcome === outcome && !found.has(step.text)) found.set(step.text, { uri, step });
  return [...found.values()];
};

const heading = ({ uri, step }: Unmatched, what: string, { colours, width }: Style): string => {
  const first = `${colours.bad('✗')} ${uri}:${step.line}: ${what}`;
  return `${first}\n\n${hang('    ', `${step.keyword} ${step.text}`, width)}`;
};

/** True if only quotes within quotes keep a step from being understood. */
export const fitsWithoutInnerQuotes = (step: string, phrases: readonly Phrase[]): boolean => {
  const end = step.lastIndexOf('"');
  const starts = [...step.matchAll(/"/g)].map(({ index }) => index + 1);
  return starts.some((start) => {
    const quoted = step.slice(start, end);
    if (!quoted.includes('"')) return false;
    const mended = step.slice(0, start) + quoted.replaceAll('"', "'") + step.slice(end);
    return phrases.some(({ expression }) => expression.match(mended));
  });
};

const undefinedText = (
  found: Unmatched,
  phrases: readonly Phrase[],
  known: ReadonlyMap<Phrase, Usage>,
  style: Style,
): string => {
  const words = wordsIn(style.language);
  const near = nearest(found.step.text, phrases);
  const suggestions = near.map((phrase) => {
    const example = known.get(phrase)?.line;
    const pattern = hang('  ', shownPattern(phrase), style.width);
    return example ? `${pattern}\n${style.colours.faint(hang('    ', example, style.width))}` : pattern;
  });
  const nothing = heading(found, words.noPhrase, style);
  if (fitsWithoutInnerQuotes(found.step.text, phrases))
    return `${nothing}\n\n${hang('  ', words.innerQuotes, style.width)}`;
  return suggestions.length === 0
    ? nothing
    : [
        nothing,
        `  ${words.nearestPhrases}\n\n${indent(suggestions.join('\n'), 2)}`,
        ...legend(near.slice(0, 1), style),
      ].join('\n\n');
};

/** What stands for what in phrases, of which there may be nothing to say. */
const legend = (phrases: readonly Phrase[], { width }: Style): readonly string[] => {
  const lines = meaningsIn(phrases).map(([name, meaning]) => hang(`  ${name}  `, meaning, width));
  return lines.length === 0 ? [] : [lines.join('\n')];
};

const ambiguousText = (found: Unmatched, phrases: readonly Phrase[], style: Style): string => {
  const words = wordsIn(style.language);
  const fitting = phrases
    .filter(({ id }) => found.step.definitionIds.includes(id))
    .map(({ pattern, file, line }) => `    ${pattern}\n      ${style.colours.faint(`${file}:${line}`)}`);
  return [
    heading(found, words.manyPhrases(fitting.length), style),
    `  ${words.wordNarrowly}\n\n${fitting.join('\n')}`,
  ].join('\n\n');
};
