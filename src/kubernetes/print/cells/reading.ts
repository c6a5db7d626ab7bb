import { canonicalQuantity } from '../../fields/exactQuantity';
import type { LabelSelector } from '../../fields/labels';
import { fromTimestamp } from '../../fields/time';
import type { StringMap } from '../../object';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What stands at a path of field names, `spec.template.spec`. Nothing is known of the shape of the object: a field that
 * is missing, null or below something else than a map is undefined.
 */
export const partAt = (from: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (part, field) => (isMap(part) && Object.hasOwn(part, field) ? (part[field] ?? undefined) : undefined),
      from,
    );

/** True if something stands there, even something empty. */
export const hasPart = (from: unknown, path: string): boolean => partAt(from, path) !== undefined;

/** A text, or a number as text: `50%` and 2 are both fine where Kubernetes takes either. */
export const textAt = (from: unknown, path: string): string | undefined => {
  const part = partAt(from, path);
  return typeof part === 'string' || typeof part === 'number' ? String(part) : undefined;
};

/** The model time (ms) of a timestamp. */
export const timeAt = (from: unknown, path: string): number | undefined => {
  const text = textAt(from, path);
  const time = text === undefined ? Number.NaN : fromTimestamp(text);
  return Number.isNaN(time) ? undefined : time;
};

export const numberAt = (from: unknown, path: string): number | undefined => {
  const part = partAt(from, path);
  return typeof part === 'number' ? part : undefined;
};

export const flagAt = (from: unknown, path: string): boolean | undefined => {
  const part = partAt(from, path);
  return typeof part === 'boolean' ? part : undefined;
};

/** The items of a list; none if there is no list. */
export const listAt = (from: unknown, path: string): readonly unknown[] => {
  const part = partAt(from, path);
  return Array.isArray(part) ? part : [];
};

/** The items of a list that are text. */
export const textsAt = (from: unknown, path: string): readonly string[] =>
  listAt(from, path).filter((item): item is string => typeof item === 'string');

/** The keys of a map; none if there is no map. */
export const keysAt = (from: unknown, path: string): readonly string[] => {
  const part = partAt(from, path);
  return isMap(part) ? Object.keys(part) : [];
};

/** Labels, annotations and the like. */
export const stringsAt = (from: unknown, path: string): StringMap => {
  const part = partAt(from, path);
  const entries = isMap(part) ? Object.entries(part) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};

/** A quantity in the form that the API server prints: 1024Mi is `1Gi`. */
export const quantityAt = (from: unknown, path: string): string | undefined => {
  const text = textAt(from, path);
  return text === undefined ? undefined : canonicalQuantity(text);
};

/** A label selector, undefined if there is none. An empty one is there. */
export const selectorAt = (from: unknown, path: string): LabelSelector | undefined => {
  const part = partAt(from, path);
  if (!isMap(part)) return undefined;
  return {
    matchLabels: stringsAt(part, 'matchLabels'),
    matchExpressions: listAt(part, 'matchExpressions').map((each) => ({
      key: textAt(each, 'key') ?? '',
      operator: textAt(each, 'operator') ?? '',
      values: textsAt(each, 'values'),
    })),
  };
};

/** The first condition of a type in `status.conditions`. */
export const conditionOf = (object: unknown, type: string): unknown =>
  listAt(object, 'status.conditions').find((condition) => textAt(condition, 'type') === type);
