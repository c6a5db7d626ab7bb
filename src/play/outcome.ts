import { type PickleStep, PickleStepType } from '@cucumber/messages';
import type { Film } from '../film/film';
import type { Row } from '../report/comparison';
import { AROUND, complaintOf, evidence } from '../report/failures';
import type { Outcome, StepRun } from '../run/example';
import { notesOf } from '../run/notes';
import type { PlayedExample } from './play';

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

export const shownOf = ({ example, pickle, document }: PlayedExample): ExampleShown => {
  const { name, rule, line, outcome, steps, film } = example;
  const background = backgroundLines(document);
  const logs = steps.flatMap(({ attachments }) =>
    attachments
      .filter(({ mediaType, body }) => mediaType === LOG && !SEED.test(body))
      .map(({ body }) => body),
  );
  let at = 0;
  return {
    name,
    ...(rule === undefined ? {} : { rule }),
    line,
    outcome,
    steps: steps.flatMap((step) => {
      if (step.keyword !== undefined) return [stepShown(step, pickle.steps[at++], background)];
      return step.outcome === 'failed' ? [aroundShown(step)] : [];
    }),
    evidence: steps.flatMap(evidence),
    notes: [...notesOf(example), ...logs],
    ...(film ? { film } : {}),
  };
};

const backgroundLines = ({ feature }: PlayedExample['document']): ReadonlySet<number> => {
  const children = feature?.children ?? [];
  return new Set(
    [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])].flatMap(
      ({ background }) => background?.steps.map(({ location }) => location.line) ?? [],
    ),
  );
};

const kinds = {
  [PickleStepType.CONTEXT]: 'given',
  [PickleStepType.ACTION]: 'when',
  [PickleStepType.OUTCOME]: 'then',
  [PickleStepType.UNKNOWN]: 'other',
} as const;

const stepShown = (
  step: StepRun,
  made: PickleStep | undefined,
  background: ReadonlySet<number>,
): StepShown => {
  const { keyword = '', text, line = 1, outcome } = step;
  const { dataTable, docString } = made?.argument ?? {};
  return {
    keyword,
    text,
    kind: kinds[made?.type ?? PickleStepType.UNKNOWN],
    line,
    outcome,
    ...(dataTable ? { table: dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)) } : {}),
    ...(docString ? { document: docString.content } : {}),
    ...(background.has(line) ? { isBackground: true } : {}),
    ...(outcome === 'failed' ? { complaint: complaintOf(step) } : {}),
  };
};

const aroundShown = (step: StepRun): StepShown => ({
  keyword: '',
  text: AROUND,
  kind: 'other',
  outcome: step.outcome,
  complaint: complaintOf(step),
});
