import {
  type FeatureChild,
  type Step as GherkinStep,
  type PickleStepArgument,
  PickleStepType,
  type RuleChild,
} from '@cucumber/messages';
import type { Example, StepRun } from '../../../run/example';
import type { Step, StepKind } from '../components/step';

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
  ...below(argument),
  ...(line < begins ? { isBackground: true } : {}),
});

/** The steps of the background among the parts of a feature or of a rule. */
export const backgroundIn = (children: readonly (FeatureChild | RuleChild)[]): readonly Step[] =>
  children.flatMap(({ background }) => background?.steps.map(givenStep) ?? []);

const givenStep = ({ keyword, text, dataTable, docString }: GherkinStep): Step => ({
  keyword: keyword.trim(),
  text,
  kind: 'given',
  outcome: 'passed',
  ...below({ dataTable, docString }),
});

const below = ({ dataTable, docString }: PickleStepArgument = {}): Pick<Step, 'table' | 'document'> => ({
  ...(dataTable ? { table: dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)) } : {}),
  ...(docString ? { document: docString.content } : {}),
});
