import { isList, isObject } from './json';

export const PATCH = '$patch';
export const RETAIN_KEYS = '$retainKeys';
export const DELETE_FROM_LIST = '$deleteFromPrimitiveList';
export const SET_ELEMENT_ORDER = '$setElementOrder';

/** The field a directive such as `$setElementOrder/containers` speaks of, or undefined if `key` is another one. */
export const targetOf = (key: string, directive: string): string | undefined =>
  key.startsWith(`${directive}/`) ? key.slice(directive.length + 1) : undefined;

/** A value that is new to the object, rid of directives and of fields that are null. */
export const dropDirectives = (value: unknown): unknown => {
  if (isList(value)) {
    const items = value.filter((item) => !(isObject(item) && item[PATCH] === 'delete'));
    const clean = items.map(dropDirectives);
    return clean.length === value.length && clean.every((item, index) => item === value[index])
      ? value
      : clean;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const clean = entries
    .filter(([key, field]) => field !== null && !key.startsWith('$'))
    .map(([key, field]) => [key, dropDirectives(field)] as const);
  return clean.length === entries.length && clean.every(([, field], index) => field === entries[index]?.[1])
    ? value
    : Object.fromEntries(clean);
};
