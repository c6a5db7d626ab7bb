import {
  type GherkinDocument,
  type PickleStep,
  PickleStepType,
  type Step,
  StepKeywordType,
} from '@cucumber/messages';
import { AstIndex } from '../../src/run/ast';
import type { Written } from './below';

const indices = new WeakMap<GherkinDocument, AstIndex>();

const indexOf = (document: GherkinDocument): AstIndex => {
  let index = indices.get(document);
  if (!index) {
    index = new AstIndex();
    index.add(document);
    indices.set(document, index);
  }
  return index;
};

/** The step as it stands in the feature. */
export const findStep = (document: GherkinDocument, { astNodeIds }: PickleStep): Step | undefined =>
  indexOf(document).stepOf(astNodeIds);

/** True of a When, not of an And that continues one. */
export const isWhen = (step: Step | undefined): boolean => step?.keywordType === StepKeywordType.ACTION;

/** The steps that stand above several examples. */
const shared = new WeakMap<GherkinDocument, ReadonlySet<string>>();

const sharedSteps = (document: GherkinDocument): ReadonlySet<string> => {
  let ids = shared.get(document);
  if (!ids) {
    const children = document.feature?.children ?? [];
    const backgrounds = [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])];
    ids = new Set(backgrounds.flatMap(({ background }) => background?.steps.map(({ id }) => id) ?? []));
    shared.set(document, ids);
  }
  return ids;
};

/** Where a step and its table stand. */
export const whereWritten = (
  document: GherkinDocument,
  { text, argument, type }: PickleStep,
  step: Step | undefined,
): Written => ({
  text,
  uri: document.uri ?? '',
  line: step?.location.line ?? 1,
  isThen: type === PickleStepType.OUTCOME,
  isBackground: step !== undefined && sharedSteps(document).has(step.id),
  rows: step?.dataTable?.rows.map(({ location }) => location.line) ?? [],
  ...(argument?.dataTable ? { below: 'table' as const } : {}),
  ...(argument?.docString ? { below: 'text' as const } : {}),
});
