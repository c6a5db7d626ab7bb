import { isMap } from '../../values';
import { type FieldSet, NO_FIELDS } from './fieldSet';
import { readStep, type Step } from './steps';

/**
 * Reads FieldsV1 as somebody has sent it. Steps of sorts that nobody knows are left out.
 * @throws Error for what is no set of fields
 * @see sigs.k8s.io/structured-merge-diff/v6/fieldpath Set.FromJSON
 */
export const readFields = (given: unknown): FieldSet => {
  const { '.': _, ...fields } = readNode(given);
  return fields;
};

const readNode = (given: unknown): FieldSet => {
  if (given === undefined || given === null) return NO_FIELDS;
  if (!isMap(given)) throw new Error('expect { or n');
  const result: Record<Step, FieldSet> = {};
  for (const [text, below] of Object.entries(given)) {
    if (text === '.') {
      result[text] = NO_FIELDS;
      continue;
    }
    const step = readStep(text);
    if (step !== undefined) result[step] = readNode(below);
  }
  const isAlone = '.' in result && Object.keys(result).length === 1;
  return isAlone ? NO_FIELDS : result;
};
