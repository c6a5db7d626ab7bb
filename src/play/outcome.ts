import { PickleStepType } from '@cucumber/messages';
import type { Film } from '../film/film';
import type { Row } from '../report/comparison';
import { complaintOf, evidence } from '../report/failures';
import { wordsIn } from '../report/words/words';
import type { Example, Outcome, StepRun } from '../run/example';
import { notesOf } from '../run/notes';

/** What a step says that failed: a sentence or more, and what was expected beside what was there. */
export interface Complaint {
  readonly sentence: string;
  readonly rows: readonly Row[];
}

/** A step that was played, as it is shown. */
export interface StepShown {
  /** As written: `And`, `그리고`, `*`. Empty for what is done around each example, which is shown only if it failed. */
  readonly keyword: string;
  readonly text: string;
  readonly kind: 'given' | 'when' | 'then' | 'other';
  readonly line?: number;
  readonly outcome: Outcome;
  readonly table?: readonly (readonly string[])[];
  readonly document?: string;
  readonly isBackground?: boolean;
  readonly complaint?: Complaint;
}

/** An example that was played, as plain data that may be sent from a worker to a page. */
export interface ExampleShown {
  readonly name: string;
  readonly rule?: string;
  readonly line: number;
  readonly outcome: Outcome;
  readonly steps: readonly StepShown[];
  /** The cluster when a step failed, as the terminal shows it. */
  readonly evidence: readonly string[];
  /** What whoever reads should know besides: what is not modelled, why it was skipped. */
  readonly notes: readonly string[];
  readonly film?: Film;
}

const LOG = 'text/x.cucumber.log+plain';

/** The seed stands beside the playground already. */
const SEED = /^Seed: /;

/** What a page shows of an example that was played. */
export const shownOf = (example: Example): ExampleShown => {
  const { name, rule, line, outcome, steps, film, begins = 0 } = example;
  const logs = steps.flatMap(({ attachments }) =>
    attachments
      .filter(({ mediaType, body }) => mediaType === LOG && !SEED.test(body))
      .map(({ body }) => body),
  );
  return {
    name,
    ...(rule === undefined ? {} : { rule }),
    line,
    outcome,
    steps: steps.flatMap((step) => {
      if (step.keyword !== undefined) return [stepShown(step, begins)];
      return step.outcome === 'failed' ? [aroundShown(step)] : [];
    }),
    evidence: steps.flatMap(evidence),
    notes: [...notesOf(example), ...logs],
    ...(film ? { film } : {}),
  };
};

const kinds = {
  [PickleStepType.CONTEXT]: 'given',
  [PickleStepType.ACTION]: 'when',
  [PickleStepType.OUTCOME]: 'then',
  [PickleStepType.UNKNOWN]: 'other',
} as const;

const stepShown = (
  { keyword = '', text, line = 1, outcome, type = PickleStepType.UNKNOWN, argument, result }: StepRun,
  begins: number,
): StepShown => ({
  keyword,
  text,
  kind: kinds[type],
  line,
  outcome,
  ...(argument?.dataTable
    ? { table: argument.dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)) }
    : {}),
  ...(argument?.docString ? { document: argument.docString.content } : {}),
  ...(line < begins ? { isBackground: true } : {}),
  ...(outcome === 'failed' ? { complaint: complaintOf({ result }) } : {}),
});

const aroundShown = (step: StepRun): StepShown => ({
  keyword: '',
  text: wordsIn('en').aroundExamples,
  kind: 'other',
  outcome: step.outcome,
  complaint: complaintOf(step),
});
