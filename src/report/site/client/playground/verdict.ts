import type { Language } from '../../../../language/language';
import type { Result } from '../../../../play/session';
import { playgroundWords as words } from '../../words/playground';

/** How it went, in a sentence or two. What was skipped did not pass. */
export const verdictOf = ({ problems, examples }: Result, language: Language): string => {
  if (problems.length > 0) return words.notPlayed[language];
  const count = (...outcomes: readonly string[]): number =>
    examples.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [passed, skipped] = [count('passed'), count('skipped')];
  const broken = examples.length - passed - skipped;
  return [
    ...(broken > 0 ? [words.failed[language](broken)] : []),
    ...(broken === 0 && passed > 0 ? [words.passed[language](passed)] : []),
    ...(skipped > 0 ? [words.skipped[language](skipped)] : []),
  ].join(' ');
};

/** Nothing but what passed is good. */
export const isGood = ({ problems, examples }: Result): boolean =>
  problems.length === 0 && examples.length > 0 && examples.every(({ outcome }) => outcome === 'passed');
