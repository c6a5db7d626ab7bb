import { dump } from 'js-yaml';
import { readDocument, UnreadableError } from '../../src/kubernetes/wire/document';
import type { Change } from '../../src/timeline/change';
import { checkAbsent } from './absent';
import { expectSame } from './expectations';
import { isMap } from './maps';
import { checkFields } from './schema';
import { ANYTHING, matches } from './wildcards';

/** Reads a piece of YAML that a feature shows; undefined if it has nothing but blanks and comments. */
export const readYaml = (text: string): unknown => {
  if (!/^\s*[^#\s]/m.test(text)) return undefined;
  try {
    return readDocument(text);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new Error(`The text below this step is not YAML that can be read here: ${error.message}`);
  }
};

/** Reads a piece of YAML that must be a map. */
export const readYamlMap = (text: string): Readonly<Record<string, unknown>> => {
  const value = readYaml(text);
  if (!isMap(value) || Object.keys(value).length === 0)
    throw new Error('Expected a map of fields, like "nodeSelector: {role: worker}".');
  return value;
};

/**
 * Compares an object with the part of it that a feature shows. Maps may hold more than is shown, lists may not.
 * `null` stands for a field that is not there, `…` in a text for anything that is. An empty map is one, and no more.
 * @param ever all that there was: what is absent from labels and the like must be known from somewhere
 * @throws if nothing is shown, or a field that objects of this kind do not have
 */
export const expectToContain = (
  message: string,
  shown: string,
  actual: object,
  ever?: readonly Change[],
): void => {
  const expected = readYaml(shown);
  if (!isMap(expected) || Object.keys(expected).length === 0)
    throw new Error(
      'Nothing is shown that could be compared. Write some fields, like "spec: {nodeName: east-1}".',
    );
  if ('apiVersion' in actual && 'kind' in actual)
    checkFields({ apiVersion: String(actual.apiVersion), kind: String(actual.kind) }, expected);
  if (ever) checkAbsent(expected, ever);
  expectSame(message, inYaml(expected), inYaml(cut(actual, expected)));
};

/** Two values with the same content, whatever the order of their fields. */
export const inYaml = (value: unknown): string => dump(value, { sortKeys: true, lineWidth: -1 }).trimEnd();

/** The part of `actual` that `expected` speaks of. */
const cut = (actual: unknown, expected: unknown): unknown => {
  if (expected === null) return actual ?? null;
  if (isMap(expected) && isMap(actual)) {
    if (Object.keys(expected).length === 0) return actual;
    const fields = Object.keys(expected).map((key) => [key, cut(actual[key], expected[key])]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((item, i) => cut(item, expected[i] ?? expected[0]));
  return isLike(expected, actual) ? expected : actual;
};

/** `…` alone is like whatever is there; within a text, like a part of a text or number. */
const isLike = (expected: unknown, actual: unknown): boolean => {
  if (typeof expected !== 'string' || !expected.includes(ANYTHING)) return false;
  if (actual === undefined || actual === null) return false;
  return expected === ANYTHING || (typeof actual !== 'object' && matches(expected, String(actual)));
};
