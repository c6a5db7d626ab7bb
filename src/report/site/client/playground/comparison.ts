import type { Language } from '../../../../language/language';
import type { ExampleShown } from '../../../../play/outcome';
import { playgroundWords } from '../../words/playground';

/** What the report tells of an example: the digest of all that happened in it. */
export interface Reported {
  readonly history?: string;
}

/** Says whether an example went here as in the report. */
export const comparisonOf = (
  { outcome, film }: Pick<ExampleShown, 'outcome' | 'film'>,
  { history }: Reported,
  language: Language,
): string => {
  if (history === undefined) return playgroundWords.noHistory[language];
  if (film?.history === history) return playgroundWords.same[language];
  const reason = outcome === 'passed' ? playgroundWords.otherUnseen : playgroundWords.otherOutcome;
  return `${playgroundWords.other[language]} ${reason[language]}`;
};
