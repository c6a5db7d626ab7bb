import type { Phrase } from '../catalogue/phrases/phrase';
import { toldOf } from '../run/editions';
import type { Example } from '../run/example';
import { extentOf } from '../run/extent';
import type { Words } from './words/en';

/** True if Cucumber was told not to execute anything. */
export const isDryRun = (examples: readonly Example[]): boolean => extentOf(examples).kind === 'dry';

/** What a dry run is for: do the steps of all examples and the phrases fit together? */
export const dryRunText = (
  examples: readonly Example[],
  phrases: readonly Phrase[],
  words: Words,
): string => {
  const steps = examples.flatMap((example) => example.steps.filter(({ keyword }) => keyword !== undefined));
  const used = new Set(steps.flatMap(({ definitionIds }) => definitionIds));
  const unused = phrases.filter(({ id }) => !used.has(id));
  const having = (outcome: string) => steps.filter((step) => step.outcome === outcome).length;
  return [
    ...unused.map(({ pattern, file, line }) => `${file}:${line}: ${words.unusedPhrase(pattern)}`),
    ...(unused.length > 0 ? [''] : []),
    words.nothingExecuted(toldOf(examples), steps.length, phrases.length),
    words.misfits(having('undefined'), having('ambiguous'), unused.length),
  ].join('\n');
};
