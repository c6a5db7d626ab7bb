import { asJsonNumber } from '../integers';
import { isMap } from '../values';

/** Stands for a field that JSON cannot have. */
export class Unconvertible {
  constructor(readonly message: string) {}
}

/** A value that JSON does not have. `message` is kubectl's sentence. */
export class JsonProblem extends Error {}

/** @throws JsonProblem for the first field that cannot have a name */
const checkNames = (value: unknown): void => {
  if (Array.isArray(value)) value.forEach(checkNames);
  else if (isMap(value))
    for (const field of Object.values(value)) {
      if (field instanceof Unconvertible) throw new JsonProblem(field.message);
      checkNames(field);
    }
};

/** @throws JsonProblem for the first number that is none, in the order of the names */
const convert = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(convert);
  if (isMap(value)) {
    const names = Object.keys(value).sort();
    for (const name of names) (value as Record<string, unknown>)[name] = convert(value[name]);
    return value;
  }
  if (typeof value === 'bigint') return asJsonNumber(value);
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  const name = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  throw new JsonProblem(`json: unsupported value: ${name}`);
};

/**
 * The value of the API that JSON makes of one of YAML: whole numbers of more than 63 bits are rounded.
 * @throws JsonProblem
 * @see sigs.k8s.io/yaml convertToJSONableObject
 */
export const toJsonValue = (value: unknown): unknown => {
  checkNames(value);
  return convert(value);
};
