/** A part of an API object, read loosely: whoever sent it may have left out anything. */
export type Part = Readonly<Record<string, unknown>>;

/** Absent, as Go's decoder sees it: not there, or null. */
export const absent = (value: unknown): value is undefined | null => value === undefined || value === null;

const filling =
  (lacks: (value: unknown) => boolean) =>
  <T extends object>(part: T, defaults: Partial<T>): T => {
    let result = part;
    for (const key in defaults) {
      if (!lacks(result[key])) continue;
      if (result === part) result = { ...part };
      result[key] = defaults[key] as T[typeof key];
    }
    return result;
  };

/** The part with every field of `defaults` that it lacks or leaves empty. The part itself, if it lacks none. */
export const fill = filling((value) => absent(value) || value === '');

/** As `fill`, for pointers in the API's types: empty text is not nothing. */
export const fillAbsent = filling(absent);

/** A copy with one field set. */
const withField = <T extends object, K extends keyof T>(part: T, key: K, value: T[K]): T => {
  const copy = { ...part };
  copy[key] = value;
  return copy;
};

/** The part with one field passed through `by`; the part itself if that leaves it the same. */
export const change = <T extends object, K extends keyof T>(
  part: T,
  key: K,
  by: (value: NonNullable<T[K]>) => T[K],
): T => {
  const value = part[key];
  if (value === undefined || value === null) return part;
  const next = by(value);
  return next === value ? part : withField(part, key, next);
};

/** As `change`, where nothing says what the field holds but who calls. */
export const changePart = (part: Part, key: string, by: (value: never) => unknown): Part =>
  change(part, key, by as (value: unknown) => unknown);

/** The part with a field that must be there, an object, filled by `by`. */
export const always = <T extends object, K extends keyof T>(
  part: T,
  key: K,
  by: (value: NonNullable<T[K]>) => T[K],
): T => change(absent(part[key]) ? withField(part, key, {} as T[K]) : part, key, by);

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
