import { type Pickle, PickleStepType } from '@cucumber/messages';
import { lineOf, linesBelow } from '../../../catalogue/phrases/example';

const NO_TYPE = PickleStepType.UNKNOWN;

/** An example as a feature of its own, which can be run: what stands in its background, and the row it was made of, included. */
export const exampleText = (pickle: Pickle, feature: string): string => {
  const needs = pickle.tags.map(({ name }) => name).filter((name) => name.startsWith('@needs-'));
  const steps = pickle.steps.flatMap((step, at) => {
    const type = step.type ?? NO_TYPE;
    const goesOn = type !== NO_TYPE && type === pickle.steps[at - 1]?.type;
    const line = goesOn ? `And ${step.text}` : lineOf(step);
    return [type === NO_TYPE ? `* ${step.text}` : line, ...linesBelow(step)];
  });
  return [
    `Feature: ${feature}`,
    '',
    ...(needs.length > 0 ? [`  ${needs.join(' ')}`] : []),
    `  Example: ${pickle.name}`,
    ...steps.map((line) => (line === '' ? '' : `    ${line}`)),
    '',
  ].join('\n');
};
