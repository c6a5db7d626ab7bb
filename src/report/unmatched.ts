import type { Pickle } from '@cucumber/messages';
import { nearest } from '../catalogue/phrases/nearest';
import { examplesOf, type Phrase } from '../catalogue/phrases/phrase';
import type { Example, StepRun } from '../run/example';
import type { Style } from '../terminal/style';
import { hang, indent } from '../terminal/wrap';

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
    const known = examplesOf(phrases, pickles());
    parts.push(
      ...undefinedSteps.map((found) => undefinedText(found, phrases, known, style)),
      `All phrases, with an example of each: ${style.colours.strong('npm run steps')}`,
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

const undefinedText = (
  found: Unmatched,
  phrases: readonly Phrase[],
  known: ReadonlyMap<Phrase, string>,
  style: Style,
): string => {
  const suggestions = nearest(found.step.text, phrases).map((phrase) => {
    const example = known.get(phrase);
    const pattern = hang('  ', phrase.pattern, style.width);
    return example ? `${pattern}\n${style.colours.faint(hang('    ', example, style.width))}` : pattern;
  });
  const nothing = heading(found, 'No phrase fits this step.', style);
  return suggestions.length === 0
    ? nothing
    : `${nothing}\n\n  The nearest phrases, each with an example:\n\n${indent(suggestions.join('\n'), 2)}`;
};

const ambiguousText = (found: Unmatched, phrases: readonly Phrase[], style: Style): string => {
  const fitting = phrases
    .filter(({ id }) => found.step.definitionIds.includes(id))
    .map(({ pattern, file, line }) => `    ${pattern}\n      ${style.colours.faint(`${file}:${line}`)}`);
  return [
    heading(found, `${fitting.length} phrases fit this step.`, style),
    `  Word one of them more narrowly:\n\n${fitting.join('\n')}`,
  ].join('\n\n');
};
