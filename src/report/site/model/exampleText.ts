import { type Pickle, PickleStepType } from '@cucumber/messages';
import { keywordsOf, lineOf, linesBelow } from '../../../catalogue/phrases/example';

const NO_TYPE = PickleStepType.UNKNOWN;

/** An example as a feature of its own, which can be run: what stands in its background, and the row it was made of, included. */
export const exampleText = (pickle: Pickle, feature: string): string => {
  const words = keywordsOf(pickle.language);
  const needs = pickle.tags.map(({ name }) => name).filter((name) => name.startsWith('@needs-'));
  const steps = pickle.steps.flatMap((step, at) => {
    const type = step.type ?? NO_TYPE;
    const goesOn = type !== NO_TYPE && type === pickle.steps[at - 1]?.type;
    const line = goesOn ? words.and + step.text : lineOf(step, pickle.language);
    return [type === NO_TYPE ? `* ${step.text}` : line, ...linesBelow(step)];
  });
  return [
    ...(pickle.language === 'en' ? [] : [`# language: ${pickle.language}`]),
    `${words.feature}: ${feature}`,
    '',
    ...(needs.length > 0 ? [`  ${needs.join(' ')}`] : []),
    `  ${words.example}: ${pickle.name}`,
    ...steps.map((line) => (line === '' ? '' : `    ${line}`)),
    '',
  ].join('\n');
};
