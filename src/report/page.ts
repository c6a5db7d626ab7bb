import type { Pickle } from '@cucumber/messages';
import { phrasesOf } from '../catalogue/phrases/phrase';
import type { Claim } from '../catalogue/register';
import { type Example, isBroken } from '../run/example';
import { type Extent, extentOf } from '../run/extent';
import type { RunLog } from '../run/log';
import type { RunOptions } from '../run/options';
import type { Style } from '../terminal/style';
import { count, hang } from '../terminal/wrap';
import { readAssertion } from './comparison';
import { dryRunText, isDryRun } from './dryRun';
import { failureText } from './failures';
import { notesText } from './notes';
import { claimsText, needs, totals } from './summary';
import { unmatchedText } from './unmatched';
import { judge } from './verdicts';

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
  const results = judge(claims, examples);
  const blocks = [
    ...failed.map((example) => failureText(example, run, style, claims)),
    ...log.runFailures.map(
      ({ message = '' }) => `${style.colours.bad('✗')} ${readAssertion(message).sentence}`,
    ),
    ...log.undefinedParameterTypes.map(({ expression, name }) =>
      hang(
        `${style.colours.bad('✗')} `,
        `The phrase "${expression}" speaks of {${name}}, which is no parameter. Define it in steps/, or choose another.`,
        style.width,
      ),
    ),
    unmatchedText(unmatched, phrases, pickles, style),
    ...(dry
      ? [dryRunText(examples, phrases)]
      : [
          notesText(examples, style),
          claimsText(results, style),
          [...totals(results), examplesLine(examples, log.elapsed, run), ...extentText(extentOf(examples))]
            .map((line) => hang('', line, style.width))
            .join('\n'),
        ]),
  ];
  return `\n${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};

const examplesLine = (examples: readonly Example[], elapsed: number, { seed }: RunOptions): string => {
  if (examples.length === 0) return 'No example was run.';
  const broken = examples.filter(isBroken);
  const unreached = examples.filter(({ isUnreached }) => isUnreached);
  const skipped = examples.filter(({ outcome, isUnreached }) => outcome === 'skipped' && !isUnreached);
  const parts = [`${examples.length - broken.length - skipped.length - unreached.length} passed`];
  if (broken.length > 0) parts.push(`${broken.length} failed`);
  if (skipped.length > 0) parts.push(`${skipped.length} skipped (${needs(skipped)})`);
  if (unreached.length > 0) parts.push(`${unreached.length} not reached`);
  const seconds = (elapsed / 1000).toFixed(1);
  const withSeed = seed === undefined ? '' : ` with seed ${seed}`;
  return `${count(examples.length, 'example')}: ${parts.join(', ')}, in ${seconds} s${withSeed}.`;
};

/** Says of a run that ended early how far it got, so that nobody takes it for a whole one. */
const extentText = ({ kind, reached, planned }: Extent): readonly string[] => {
  const where = `after ${reached} of ${count(planned, 'example')}`;
  if (kind === 'stopped') return [`This run was interrupted ${where}. What was not reached is not proven.`];
  if (kind === 'fail-fast') return [`This run ended at the first failure, ${where}.`];
  return [];
};
