import {
  type GherkinDocument,
  type Pickle,
  type PickleStep,
  PickleStepType,
  type Step,
  StepKeywordType,
} from '@cucumber/messages';
import { AstIndex } from '../../src/run/ast';
import { locationOf } from '../../src/run/example';
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

/** `features/x.feature:12`: a row of an outline by its own line. */
export const placeOf = (document: GherkinDocument, pickle: Pickle): string =>
  locationOf({ uri: pickle.uri, line: indexOf(document).lineOf(pickle) });

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

/** True of a Then, and of all that continues one: And, But, and a step that begins with a star. */
const isOutcome = ({ steps }: Pickle, { id }: PickleStep): boolean => {
  const before = steps.slice(0, steps.findIndex((step) => step.id === id) + 1);
  const said = before.findLast(({ type }) => type !== undefined && type !== PickleStepType.UNKNOWN);
  return said?.type === PickleStepType.OUTCOME;
};

/** True of the last of a row of Thens: something is done after it, or nothing more. */
export const endsThens = (pickle: Pickle, { id }: PickleStep): boolean => {
  const next = pickle.steps[pickle.steps.findIndex((step) => step.id === id) + 1];
  return next === undefined || !isOutcome(pickle, next);
};

/** Where a step and its table stand. */
export const whereWritten = (
  document: GherkinDocument,
  pickle: Pickle,
  pickleStep: PickleStep,
  step: Step | undefined,
): Written => ({
  text: pickleStep.text,
  uri: document.uri ?? '',
  line: step?.location.line ?? 1,
  isThen: isOutcome(pickle, pickleStep),
  isBackground: step !== undefined && sharedSteps(document).has(step.id),
  rows: step?.dataTable?.rows.map(({ location }) => location.line) ?? [],
  ...(pickleStep.argument?.dataTable ? { below: 'table' as const } : {}),
  ...(pickleStep.argument?.docString ? { below: 'text' as const } : {}),
});
