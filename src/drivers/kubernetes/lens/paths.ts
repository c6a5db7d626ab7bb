import { isList, isObject } from '../../../kubernetes/wire/patch/json';

/** What stands at a path, by fields, keys and places in lists; undefined if there is nothing. */
export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      isList(inner)
        ? inner[Number(step)]
        : isObject(inner) && Object.hasOwn(inner, step)
          ? inner[step]
          : undefined,
    value,
  );

/** An object, or several in each other, that holds but a value at a path. */
export const put = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
