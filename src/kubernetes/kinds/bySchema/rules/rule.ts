import { absent, type Part } from '../../../fields/fill';
import {
  forbidden,
  invalid,
  misformatted,
  named,
  notSupported,
  required,
} from '../../../fields/validation/causes';
import type { Format } from '../../../fields/validation/formats';
import { validateLabelSelector, validateLabels } from '../../../fields/validation/labels';
import { notNegative } from '../../../fields/validation/metadata';
import type { FieldCause } from '../../../refusals';

type Causes = readonly FieldCause[];

/**
 * One thing the API server checks of a struct.
 *
 * @param part the struct, with its defaults; a field may still be absent or null
 * @param at its path, empty for a whole object
 */
export type Rule = (part: Part, at: string) => Causes;

/** The rules of types by their whole names, in the order in which the API server checks them. */
export type TypeRules = Readonly<Record<string, readonly Rule[]>>;

const NOTHING: Causes = Object.freeze([]);

/** The path of a field. */
export const under = (at: string, field: string): string => (at === '' ? field : `${at}.${field}`);

const isEmpty = (value: unknown): boolean =>
  absent(value) ||
  value === '' ||
  value === 0 ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A field that must hold something. An empty list, map or text is nothing, and so is zero. */
export const needs =
  (field: string, detail = ''): Rule =>
  (part, at) =>
    isEmpty(part[field]) ? [required(under(at, field), detail)] : NOTHING;

/** A field that must be there, whatever it holds. */
export const needsAny =
  (field: string, detail = ''): Rule =>
  (part, at) =>
    absent(part[field]) ? [required(under(at, field), detail)] : NOTHING;

/** Numbers that may not be less than zero. */
export const noneBelowZero =
  (...fields: readonly string[]): Rule =>
  (part, at) =>
    fields.flatMap((field) =>
      notNegative((part[field] ?? undefined) as number | undefined, under(at, field)),
    );

/** A field that, if it is set, holds one of a few values. */
export const oneOf =
  (field: string, values: readonly string[]): Rule =>
  (part, at) => {
    const value = part[field];
    return absent(value) || value === '' || values.includes(String(value))
      ? NOTHING
      : [notSupported(under(at, field), String(value), values)];
  };

/** A list all of whose items are among a few values. @param indexed whether the path tells which item is not */
export const eachOneOf =
  (field: string, values: readonly string[], { indexed = true } = {}): Rule =>
  (part, at) =>
    ((part[field] ?? []) as readonly string[]).flatMap((value, index) =>
      values.includes(value)
        ? []
        : [notSupported(indexed ? `${under(at, field)}[${index}]` : under(at, field), value, values)],
    );

/** A text of a certain form, if it is set. */
export const formed =
  (field: string, format: Format): Rule =>
  (part, at) => {
    const value = part[field];
    return absent(value) || value === ''
      ? NOTHING
      : misformatted(under(at, field), value, format(String(value)));
  };

/** A text of a certain form, which none at all has not. */
export const alwaysFormed =
  (field: string, format: Format): Rule =>
  (part, at) => {
    const text = String(part[field] ?? '');
    return misformatted(under(at, field), text, format(text));
  };

/** A number between two others, in the words of whoever says so. */
export const within =
  (field: string, least: number, most: number, detail: string): Rule =>
  (part, at) => {
    const value = (part[field] ?? 0) as number;
    return value < least || value > most ? [invalid(under(at, field), value, detail)] : NOTHING;
  };

/** A label selector in form, if there is one. */
export const selector =
  (field: string): Rule =>
  (part, at) => {
    const value = part[field];
    return absent(value) ? NOTHING : validateLabelSelector(value, under(at, field));
  };

/** Labels in form. */
export const labels =
  (field: string): Rule =>
  (part, at) => {
    const value = part[field] as Readonly<Record<string, string>> | undefined | null;
    return absent(value) ? NOTHING : validateLabels(value, under(at, field));
  };

/** Fields of which not more than one may be set. */
export const notBoth =
  (first: string, second: string, detail: string): Rule =>
  (part, at) =>
    absent(part[first]) || absent(part[second]) ? NOTHING : [forbidden(under(at, second), detail)];

/** A text that must be there and be one of a few: missing, it is missed; else it is quoted. */
export const needsOneOf =
  (field: string, values: readonly string[], detail = ''): Rule =>
  (part, at) => {
    const value = part[field];
    if (absent(value) || value === '') return [required(under(at, field), detail)];
    return values.includes(String(value))
      ? NOTHING
      : [notSupported(under(at, field), named(String(value)), values)];
  };
