import type { Claim } from './claims';
import { failuresText } from './failures';
import { type Example, isBroken } from './run/example';
import type { RunLog } from './run/log';
import { seedOfRun } from './seed';
import { claimsText, needs, type Style, totals } from './summary';
import { count, hang } from './text/wrap';
import { judge } from './verdicts';

/** What the report of a run needs besides the run. */
export interface ReportOptions {
  readonly claims: readonly Claim[];
  readonly style: Style;
  readonly env: NodeJS.ProcessEnv;
  /** The project's directory, where features are looked up for examples of phrases. */
  readonly directory: string;
}

/** Everything a run prints when it is over. */
export const reportText = (log: RunLog, { claims, style, env }: ReportOptions): string => {
  const examples = log.examples();
  const results = judge(claims, examples);
  const seed = seedOfRun(env);
  const blocks = [
    failuresText(examples, log, { ...style, seed }),
    claimsText(results, style),
    [...totals(results), examplesLine(examples, log.elapsed, seed)]
      .map((line) => hang('', line, style.width))
      .join('\n'),
  ];
  return `\n${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};

const examplesLine = (examples: readonly Example[], elapsed: number, seed: number): string => {
  const broken = examples.filter(isBroken);
  const skipped = examples.filter(({ outcome }) => outcome === 'skipped');
  const parts = [`${examples.length - broken.length - skipped.length} passed`];
  if (broken.length > 0) parts.push(`${broken.length} failed`);
  if (skipped.length > 0) parts.push(`${skipped.length} skipped (${needs(skipped)})`);
  return `${count(examples.length, 'example')}: ${parts.join(', ')}, in ${(elapsed / 1000).toFixed(1)} s with seed ${seed}.`;
};
