import { AttachmentContentEncoding } from '@cucumber/messages';
import { type Claim, releasesOf } from '../catalogue/register';
import type { Language } from '../language/language';
import { typed } from '../run/calledAs';
import { workingDirectory } from '../run/environment';
import { type Example, locationOf, type StepRun } from '../run/example';
import { flagsOf, type RunOptions } from '../run/options';
import { shellWord } from '../run/selection';
import { columnsOf } from '../terminal/columns';
import type { Style } from '../terminal/style';
import { hang, indent } from '../terminal/wrap';
import { type Assertion, readAssertion, sideBySide } from './comparison';
import type { Words } from './words/en';
import { wordsIn } from './words/words';

const marks = {
  passed: '✓',
  failed: '✗',
  skipped: ' ',
  pending: '?',
  undefined: '?',
  ambiguous: '?',
} as const;

/** Files in which a scenario's code may have raised an error: the project's own, relative or not. */
const OWN_FRAME = /\(?((?:\/|\.{0,2}[\w-]+\/)[^()\s]*\.ts:\d+)(?::\d+)?\)?$/;

/**
 * A failed example: where it stands, its steps and how they ended, what was expected and what was there, the
 * cluster at that moment, and the command that runs it alone.
 */
export const failureText = (
  example: Example,
  run: RunOptions,
  style: Style,
  claims: readonly Claim[] = [],
): string => {
  const { colours, width, language } = style;
  const words = wordsIn(language);
  const titles = [
    `${colours.bad('✗')} ${colours.strong(hang('', example.name, width - 2))}`,
    colours.faint(hang('  ', placeOf(example), width)),
    ...(example.authority ? [colours.faint(hang('  ', words.authority(example.authority), width))] : []),
    `  ${locationOf(example)}`,
    ...originsOf(example, claims, language).map((origin) => colours.faint(hang('  ', origin, width))),
  ];
  const inner: Style = { ...style, width: width - 2 };
  const parts = [
    stepsText(example, inner),
    ...example.steps.filter(({ outcome }) => outcome === 'failed').map((step) => errorText(step, inner)),
    ...example.steps.flatMap(evidence),
    `${seedText(run, words)}${words.runAlone}\n  ${colours.strong(rerun(example, run))}`,
  ];
  return [
    ...titles,
    '',
    ...parts
      .map((part) => indent(part, 2))
      .join('\n\n')
      .split('\n'),
  ].join('\n');
};

/** Where the claims come from that an example proves, and of which releases they speak, as far as the register tells. */
const originsOf = ({ tags }: Example, claims: readonly Claim[], language: Language): readonly string[] =>
  claims
    .filter(({ id }) => tags.includes(id))
    .flatMap((claim) => {
      const known = [claim.source, releasesOf(claim, language)].filter((text) => text !== undefined);
      return known.length === 0 ? [] : [`${claim.id}: ${known.join('; ')}`];
    });

/** The command that repeats one example. */
export const rerun = (example: Example, run: RunOptions): string =>
  typed('start', `${shellWord(locationOf(example))}${flagsOf(run)}`);

const seedText = ({ seed }: RunOptions, words: Words): string =>
  seed === undefined ? '' : `${words.seed(seed)} `;

const placeOf = ({ feature, rule }: Example): string => (rule ? `${feature} › ${rule}` : feature);

const stepsText = ({ steps, uri }: Example, { colours, width, language }: Style): string =>
  steps
    .filter(({ keyword, outcome }) => keyword !== undefined || outcome === 'failed')
    .map((step) => {
      const text =
        step.keyword === undefined ? wordsIn(language).aroundExamples : `${step.keyword} ${step.text}`;
      const line = hang(`${marks[step.outcome]} `, text, width);
      if (step.outcome === 'failed')
        return `${colours.bad(line)}${step.line ? colours.faint(`  ${uri}:${step.line}`) : ''}`;
      return step.outcome === 'passed' ? line : colours.faint(line);
    })
    .join('\n');

/** What a failed step says: a sentence or more, and what was expected beside what was there. */
export const complaintOf = ({ result }: Pick<StepRun, 'result'>): Assertion => {
  const { sentence, rows } = readAssertion(result?.message ?? '');
  return { sentence: result?.exception?.message ?? sentence, rows };
};

/** What went wrong in a step: its complaint, and the line that raised it. */
export interface StepError extends Assertion {
  readonly origin?: string;
}

/** Reads from a failed step what went wrong. */
export const errorOf = (step: StepRun): StepError => ({ ...complaintOf(step), origin: originOf(step) });

const errorText = (step: StepRun, style: Style): string => {
  const { colours, width, language } = style;
  const { sentence: said, rows, origin } = errorOf(step);
  const lines = said.split('\n').map((line) => (columnsOf(line) <= width ? line : hang('', line, width)));
  const parts = [
    colours.bad(lines.join('\n')) + (origin ? `\n${colours.faint(wordsIn(language).raisedAt(origin))}` : ''),
  ];
  if (rows.length > 0) parts.push(sideBySide(rows, style));
  return parts.join('\n\n');
};

/** The innermost line of this project's code on the way to the error; in a browser there is none. */
const originOf = ({ result }: StepRun): string | undefined => {
  for (const line of (result?.exception?.stackTrace ?? result?.message ?? '').split('\n')) {
    const frame = /^\s+at /.test(line) && !line.includes('node_modules') && OWN_FRAME.exec(line)?.[1];
    if (frame) return frame.replace(`${workingDirectory()}/`, '');
  }
  return undefined;
};

/** What hooks attached as plain text: the state of the cluster. Log lines have a type of their own. */
export const evidence = ({ attachments }: StepRun): readonly string[] =>
  attachments
    .filter(
      ({ mediaType, contentEncoding }) =>
        contentEncoding === AttachmentContentEncoding.IDENTITY && mediaType === 'text/plain',
    )
    .map(({ body }) => body.trimEnd());
