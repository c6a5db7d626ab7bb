import { writeJson } from '../../fields/exactJson';
import { canonicalQuantity, readQuantity } from '../../fields/exactQuantity';
import { timeProblem } from './timestamps';
import type { Dialect, GoField } from './words';

/** An error at which Go's decoder stops at once: that of a type which reads itself. */
export class Stop extends Error {}

/** Reads a document as another type, which drops what it does not know. @throws Stop if it does not fit */
export type ReadAs = (document: Readonly<Record<string, unknown>>, type: string) => unknown;

const OPAQUE = new Set(['RawExtension', 'FieldsV1', 'JSON']);
const JSON_SCHEMA = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps';
const LIMITS: Readonly<Record<string, number>> = { int32: 2 ** 31, int64: 2 ** 63 };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a number fits an integer of this format. */
export const isInteger = (value: unknown, format: string): boolean => {
  const limit = LIMITS[format] ?? 2 ** 63;
  const isWhole = typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
  return isWhole && value < limit && value >= -limit;
};

const quantity = (value: unknown): string => {
  const text = typeof value === 'string' ? value.trim() : writeJson(value);
  const read = readQuantity(text);
  if (typeof read === 'string') throw new Stop(read);
  return canonicalQuantity(text);
};

const intOrString = (value: unknown, words: Dialect, at: GoField): unknown => {
  if (typeof value === 'string' || isInteger(value, 'int32')) return value;
  throw new Stop(words.mismatch(value, 'int32', 'integer', at));
};

const time = (value: unknown, words: Dialect, at: GoField): string => {
  if (typeof value !== 'string') throw new Stop(words.mismatch(value, 'string', 'string', at));
  const problem = timeProblem(value);
  if (problem) throw new Stop(problem);
  return value;
};

const schemaOrBoolean = (value: unknown, readAs: ReadAs): unknown => {
  if (isObject(value)) return readAs(value, JSON_SCHEMA);
  if (typeof value === 'boolean') return value;
  throw new Stop('boolean or JSON schema expected');
};

/** One schema, or several; anything else is read as nothing. */
const schemas = (value: unknown, readAs: ReadAs): unknown => {
  if (isObject(value)) return readAs(value, JSON_SCHEMA);
  return Array.isArray(value)
    ? value.map((each) => (isObject(each) ? readAs(each, JSON_SCHEMA) : each))
    : null;
};

/**
 * Reads a value of a type that reads itself.
 *
 * @param struct the type's Go name
 * @returns undefined for types that are read field by field
 * @throws Stop with Go's words if the value is none of the type
 */
export const readItself = (
  struct: string,
  value: unknown,
  words: Dialect,
  at: GoField,
  readAs: ReadAs,
): { readonly value: unknown } | undefined => {
  if (OPAQUE.has(struct)) return { value };
  switch (struct) {
    case 'Quantity':
      return { value: quantity(value) };
    case 'IntOrString':
      return { value: intOrString(value, words, at) };
    case 'Time':
    case 'MicroTime':
      return { value: time(value, words, at) };
    case 'JSONSchemaPropsOrBool':
      return { value: schemaOrBoolean(value, readAs) };
    case 'JSONSchemaPropsOrArray':
      return { value: schemas(value, readAs) };
    case 'JSONSchemaPropsOrStringArray':
      return { value: Array.isArray(value) ? value : schemas(value, readAs) };
    default:
      return undefined;
  }
};
