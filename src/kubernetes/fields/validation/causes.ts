import type { FieldCause } from '../../refusals';
import { writeJson } from '../exactJson';
import { quoted } from '../text';

/** A value already written as the API server prints it. */
export class Printed {
  constructor(readonly text: string) {}
}

/** JSON as Go writes it: map keys in order, `<`, `>` and `&` escaped; `indent` is how many blanks to a level. */
export const goJson = (value: unknown, sortKeys = true, indent?: number): string =>
  writeJson(sortKeys ? sorted(value) : value, indent)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');

const sorted = (value: unknown): unknown => {
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]),
  );
};

/** A value printed as JSON with its fields in the order given: how Go prints a struct. */
export const asStruct = (value: unknown): Printed => new Printed(goJson(value, false));

/** A string whose Go type has a name of its own (`v1.TaintEffect`): printed as JSON, not as a quoted string. */
export const named = (value: string | number | undefined): Printed => new Printed(goJson(value ?? ''));

/** A pointer to nothing, and a list or map of nothing. */
export const NIL = new Printed('null');

const print = (value: unknown): string => {
  if (value instanceof Printed) return value.text;
  return typeof value === 'string' ? quoted(value) : goJson(value);
};

const cause = (reason: string, title: string, field: string, detail: string): FieldCause => ({
  reason,
  field,
  message: detail === '' ? title : `${title}: ${detail}`,
});

/** A value that breaks a rule. */
export const invalid = (field: string, value: unknown, detail: string): FieldCause =>
  cause('FieldValueInvalid', `Invalid value: ${print(value)}`, field, detail);

/** A value that is missing or empty. */
export const required = (field: string, detail = ''): FieldCause =>
  cause('FieldValueRequired', 'Required value', field, detail);

/** A value that may not be there. */
export const forbidden = (field: string, detail: string): FieldCause =>
  cause('FieldValueForbidden', 'Forbidden', field, detail);

/** A value that is not one of a list. */
export const notSupported = (
  field: string,
  value: string | boolean | Printed | undefined,
  supported: readonly string[],
): FieldCause =>
  cause(
    'FieldValueNotSupported',
    `Unsupported value: ${value instanceof Printed ? value.text : goJson(value ?? '')}`,
    field,
    supported.length === 0 ? '' : `supported values: ${supported.map(quoted).join(', ')}`,
  );

/** A value that occurs twice where it may occur once. */
export const duplicate = (field: string, value: unknown, detail = ''): FieldCause =>
  cause('FieldValueDuplicate', `Duplicate value: ${print(value)}`, field, detail);

/** A reference to something that is not there. */
export const notFound = (field: string, value: unknown, detail = ''): FieldCause =>
  cause('FieldValueNotFound', `Not found: ${print(value)}`, field, detail);

/** A value of too many bytes. */
export const tooLong = (field: string, most: number): FieldCause =>
  cause('FieldValueTooLong', 'Too long', field, `may not be more than ${most} bytes`);

/** A list of too many items. */
export const tooMany = (field: string, count: number, most: number): FieldCause =>
  cause('FieldValueTooMany', `Too many: ${count}`, field, `must have at most ${most} items`);

/** One cause for each thing a format finds wrong with a value. */
export const misformatted = (field: string, value: unknown, problems: readonly string[]): FieldCause[] =>
  problems.map((problem) => invalid(field, value, problem));
