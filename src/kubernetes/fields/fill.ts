/** A part of an API object, read loosely: whoever sent it may have left out anything. */
export type Part = Readonly<Record<string, unknown>>;

/** Absent, as Go's decoder sees it: not there, or null. */
export const absent = (value: unknown): value is undefined | null => value === undefined || value === null;

const filling =
  (lacks: (value: unknown) => boolean) =>
  <T extends Part>(part: T, defaults: Part): T => {
    let result = part as Record<string, unknown>;
    for (const key in defaults) {
      if (!lacks(result[key])) continue;
      if (result === part) result = { ...part };
      result[key] = defaults[key];
    }
    return result as T;
  };

/** The part with every field of `defaults` that it lacks or leaves empty. The part itself, if it lacks none. */
export const fill = filling((value) => absent(value) || value === '');

/** As `fill`, for pointers in the API's types: empty text is not nothing. */
export const fillAbsent = filling(absent);

/** A copy with one field set. */
export const withField = <T extends Part>(part: T, key: string, value: unknown): T => {
  const copy: Record<string, unknown> = { ...part };
  copy[key] = value;
  return copy as T;
};

/** The part with one field passed through `change`; the part itself if that leaves it the same. */
export const change = <T extends Part>(part: T, key: string, by: (value: never) => unknown): T => {
  const value = part[key];
  if (absent(value)) return part;
  const next = by(value as never);
  return next === value ? part : withField(part, key, next);
};

/** Maps a list; the list itself if no item changes. */
export const each =
  <T>(by: (item: T) => T) =>
  (list: readonly T[]): readonly T[] => {
    let result: T[] | undefined;
    list.forEach((item, index) => {
      const next = by(item);
      if (next === item) return;
      result ??= [...list];
      result[index] = next;
    });
    return result ?? list;
  };

/**
 * Remembers the outcome for every object it has seen, so that the parts a template shares with its pods are
 * worked through once. Sound because stored objects never change.
 */
export const once = <T extends object>(by: (part: T) => T): ((part: T) => T) => {
  const known = new WeakMap<T, T>();
  return (part) => {
    let result = known.get(part);
    if (result === undefined) {
      result = by(part);
      known.set(part, result);
      if (result !== part) known.set(result, result);
    }
    return result;
  };
};
