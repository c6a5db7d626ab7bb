import type { Pickle } from '@cucumber/messages';
import { phrasesOf } from '../catalogue/phrases/phrase';
import type { Claim } from '../catalogue/register';
import { toldOf } from '../run/editions';
import { type Example, isBroken } from '../run/example';
import { type Extent, extentOf } from '../run/extent';
import type { RunLog } from '../run/log';
import type { RunOptions } from '../run/options';
import type { Style } from '../terminal/style';
import { hang } from '../terminal/wrap';
import { readAssertion } from './comparison';
import { dryRunText, isDryRun } from './dryRun';
import { failureText } from './failures';
import { notesText } from './notes';
import { claimsText, needs, totals } from './summary';
import { unmatchedText } from './unmatched';
import { judge } from './verdicts';
import type { Words } from './words/en';
import { wordsIn } from './words/words';

/** What the report of a run needs besides the run. */
export interface PageOptions {
  readonly claims: readonly Claim[];
  readonly run: RunOptions;
  readonly style: Style;
  /** The project's own steps, read only when a step has no definition. */
  readonly pickles: () => readonly Pickle[];
}

/** Everything a run prints when it is over: what went wrong, the claims, the totals. */
export const pageText = (log: RunLog, { claims, run, style, pickles }: PageOptions): string => {
  const examples = log.examples();
  const failed = examples.filter(({ outcome }) => outcome === 'failed' || outcome === 'pending');
  const unmatched = examples.filter(({ outcome }) => outcome === 'undefined' || outcome === 'ambiguous');
  const dry = isDryRun(examples);
  const phrases = dry || unmatched.length > 0 ? phrasesOf(log) : [];
  const { language } = style;
  const words = wordsIn(language);
  const results = judge(claims, examples);
  const blocks = [
    ...failed.map((example) => failureText(example, run, style, claims)),
    ...log.runFailures.map(
      ({ message = '' }) => `${style.colours.bad('✗')} ${readAssertion(message).sentence}`,
    ),
    ...log.undefinedParameterTypes.map(({ expression, name }) =>
      hang(`${style.colours.bad('✗')} `, words.noParameter(expression, name), style.width),
    ),
    unmatchedText(unmatched, phrases, pickles, style),
    ...(dry
      ? [dryRunText(examples, phrases, words)]
      : [
          notesText(examples, style),
          claimsText(results, style),
          [
            ...totals(results, language),
            examplesLine(examples, log.elapsed, run, words),
            ...extentText(extentOf(examples), words),
          ]
            .map((line) => hang('', line, style.width))
            .join('\n'),
        ]),
  ];
  return `\n${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};

const examplesLine = (
  examples: readonly Example[],
  elapsed: number,
  { seed }: RunOptions,
  words: Words,
): string => {
  if (examples.length === 0) return words.nothingRun;
  const failed = examples.filter(isBroken).length;
  const unreached = examples.filter(({ isUnreached }) => isUnreached).length;
  const skipped = examples.filter(({ outcome, isUnreached }) => outcome === 'skipped' && !isUnreached);
  const passed = examples.length - failed - skipped.length - unreached;
  const outcomes = { passed, failed, unreached, skipped: skipped.length, needs: needs(skipped, words) };
  return words.examples(toldOf(examples), outcomes, (elapsed / 1000).toFixed(1), seed);
};

/** Says of a run that ended early how far it got, so that nobody takes it for a whole one. */
const extentText = ({ kind, reached, planned }: Extent, words: Words): readonly string[] => {
  if (kind === 'stopped') return [words.interrupted(reached, planned)];
  if (kind === 'fail-fast') return [words.endedAtFailure(reached, planned)];
  return [];
};
