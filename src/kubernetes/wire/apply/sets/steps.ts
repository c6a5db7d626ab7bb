import { goJson } from '../../../fields/validation/causes';

/**
 * One step of a path to a field, as FieldsV1 spells it: `f:name` a field, `k:{"name":"main"}` the item of a list that has
 * these keys, `v:"a"` the item of a set, `i:0` a place in a list. Spelt so, the same step is always the same text.
 * @see sigs.k8s.io/structured-merge-diff/v6/fieldpath PathElement
 */
export type Step = string;

/** A field of an object, or a key of a map. */
export const fieldStep = (name: string): Step => `f:${name}`;

/** The item of a set. */
export const valueStep = (value: unknown): Step => `v:${goJson(value)}`;

/** The item that has these keys. */
export const keyStep = (keys: Readonly<Record<string, unknown>>): Step => `k:${goJson(keys)}`;

/** The name of a field; undefined for any other step. */
export const fieldOfStep = (step: Step): string | undefined =>
  step.startsWith('f:') ? step.slice(2) : undefined;

/** The step, spelt as it always is; undefined for one of a sort that nobody knows. @throws Error if it makes no sense */
export const readStep = (text: string): Step | undefined => {
  const rest = text.slice(2);
  if (text.length < 2 || text[1] !== ':') throw new Error(`missing colon: ${text}`);
  switch (text[0]) {
    case 'f':
      return text;
    case 'v':
      return valueStep(JSON.parse(rest));
    case 'k': {
      const keys: unknown = JSON.parse(rest);
      if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) throw new Error('expect { or n');
      return keyStep(keys as Readonly<Record<string, unknown>>);
    }
    case 'i':
      if (!/^[+-]?\d+$/.test(rest)) throw new Error(`parsing ${JSON.stringify(rest)}: invalid syntax`);
      return `i:${Number(rest)}`;
    default:
      return undefined;
  }
};

const SORTS = 'fkvi';
const VALUES = ['number', 'bigint', 'string', 'boolean'];

const sortOf = (value: unknown): number => {
  if (typeof value === 'bigint') return 0;
  if (value === null) return VALUES.length + 2;
  const index = VALUES.indexOf(typeof value);
  return index >= 0 ? index : VALUES.length + (Array.isArray(value) ? 0 : 1);
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Keys = Readonly<Record<string, unknown>>;

/** Keys are in order within a step: first the names are compared, then the values. */
const compareKeys = (a: Keys, b: Keys): number => {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  for (const [index, [name, value]] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareTexts(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
};

/** Numbers before texts before truths before lists before maps before null. */
const compareValues = (a: unknown, b: unknown): number => {
  const sorts = sortOf(a) - sortOf(b);
  if (sorts !== 0) return sorts;
  if (typeof a === 'object') return compareTexts(goJson(a), goJson(b));
  return a === b ? 0 : (a as number) < (b as number) ? -1 : 1;
};

/** The order of steps in FieldsV1: fields, keys, values, places. */
export const compareSteps = (a: Step, b: Step): number => {
  const sort = a[0] ?? '';
  if (sort !== b[0]) return SORTS.indexOf(sort) - SORTS.indexOf(b[0] ?? '');
  if (sort === 'f') return compareTexts(a, b);
  const [left, right] = [a.slice(2), b.slice(2)];
  switch (sort) {
    case 'k':
      return compareKeys(JSON.parse(left), JSON.parse(right));
    case 'v':
      return compareValues(JSON.parse(left), JSON.parse(right));
    case 'i':
      return Number(left) - Number(right);
    default:
      return compareTexts(left, right);
  }
};

const printed = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(value);

/** How refusals print a step: `.spec`, `[name="main"]`, `[="a"]`, `[0]`. */
export const printStep = (step: Step): string => {
  const rest = step.slice(2);
  switch (step[0]) {
    case 'f':
      return `.${rest}`;
    case 'k':
      return `[${Object.entries(JSON.parse(rest) as Keys)
        .map(([name, value]) => `${name}=${printed(value)}`)
        .join(',')}]`;
    case 'v':
      return `[=${printed(JSON.parse(rest))}]`;
    default:
      return `[${rest}]`;
  }
};

/** How refusals print a path: `.spec.template.spec.containers[name="main"].image`. */
export const printPath = (path: readonly Step[]): string => path.map(printStep).join('');
