import type { KubeObject } from '../object';

const at = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Readonly<Record<string, unknown>>)[field]
    : undefined;

/** What stands at a path, `.spec.colour` or `spec.colour`; undefined if there is nothing. */
export const valueAt = (object: object, path: string): unknown =>
  path
    .replace(/^\./, '')
    .split('.')
    .reduce(at, object as unknown);

/**
 * Reads the field at a path for field selectors.
 * @param zero how a field reads that is not there
 */
export const selectableText =
  (path: string, zero = '') =>
  (object: KubeObject): string =>
    String(valueAt(object, path) ?? zero);
