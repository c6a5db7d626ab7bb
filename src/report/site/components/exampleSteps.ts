import { PickleStepType } from '@cucumber/messages';
import type { Example, StepRun } from '../../../run/example';
import type { Step, StepKind } from './step';

const kinds: Readonly<Record<PickleStepType, StepKind>> = {
  [PickleStepType.CONTEXT]: 'given',
  [PickleStepType.ACTION]: 'when',
  [PickleStepType.OUTCOME]: 'then',
  [PickleStepType.UNKNOWN]: 'other',
};

/** The steps of an example as they are shown; hooks, which nobody wrote, are left out. */
export const stepsOf = ({ steps, begins = 0 }: Pick<Example, 'steps' | 'begins'>): readonly Step[] =>
  steps.flatMap((step) => (step.keyword === undefined ? [] : [stepOf(step, step.keyword, begins)]));

const stepOf = (
  { text, line = 0, type = PickleStepType.UNKNOWN, outcome, argument }: StepRun,
  keyword: string,
  begins: number,
): Step => ({
  keyword,
  text,
  kind: kinds[type],
  outcome,
  ...(argument?.dataTable
    ? { table: argument.dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)) }
    : {}),
  ...(argument?.docString ? { document: argument.docString.content } : {}),
  ...(line < begins ? { isBackground: true } : {}),
});
