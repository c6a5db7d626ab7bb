import type { Film } from '../../../../film/film';
import type { Language } from '../../../../language/language';
import type { ExampleShown } from '../../../../play/outcome';
import { playgroundWords as words } from '../../words/playground';

/** The first step of which other pictures were taken, from 1; undefined if all are the same. */
const firstOther = (one: Film, other: Film): number | undefined => {
  const steps = Math.max(one.steps.length, other.steps.length);
  for (let at = 0; at < steps; at++)
    if (JSON.stringify(one.steps[at]) !== JSON.stringify(other.steps[at])) return at + 1;
  return undefined;
};

/**
 * Says whether an example went here as in the report.
 * @param reported its film in the report, if there is one
 */
export const comparisonOf = (
  { film }: Pick<ExampleShown, 'film'>,
  reported: Film | undefined,
  language: Language,
): string => {
  if (!reported) return words.noHistory[language];
  if (!film) return `${words.other[language]} ${words.otherOutcome[language]}`;
  if (film.history === reported.history) return words.same[language];
  const step = firstOther(film, reported);
  const reason = step === undefined ? words.otherUnseen[language] : words.otherStep[language](step);
  return `${words.other[language]} ${reason}`;
};
