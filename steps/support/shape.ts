import { dump, load } from 'js-yaml';
import { expectSame } from './expectations';
import { ANYTHING, matches } from './wildcards';

/** Reads a piece of YAML that a feature shows. */
export const readYaml = (text: string): unknown => load(text);

/** Reads a piece of YAML that must be a map. */
export const readYamlMap = (text: string): Readonly<Record<string, unknown>> => {
  const value = readYaml(text);
  if (!isMap(value)) throw new Error('Expected a map of fields, like "nodeSelector: {role: worker}".');
  return value;
};

/**
 * Compares an object with the part of it that a feature shows. Maps may hold more than is shown, lists may not.
 * `null` stands for a field that is not there, `…` in a text for anything.
 */
export const expectToContain = (message: string, shown: string, actual: unknown): void => {
  const expected = readYaml(shown);
  expectSame(message, inYaml(expected), inYaml(cut(actual, expected)));
};

/** Two values with the same content, whatever the order of their fields. */
export const inYaml = (value: unknown): string => dump(value, { sortKeys: true, lineWidth: -1 }).trimEnd();

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part of `actual` that `expected` speaks of. */
const cut = (actual: unknown, expected: unknown): unknown => {
  if (expected === null) return actual ?? null;
  if (isMap(expected) && isMap(actual)) {
    const fields = Object.keys(expected).map((key) => [key, cut(actual[key], expected[key])]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((item, i) => cut(item, expected[i] ?? expected[0]));
  if (typeof expected === 'string' && expected.includes(ANYTHING) && matches(expected, String(actual)))
    return expected;
  return actual;
};
