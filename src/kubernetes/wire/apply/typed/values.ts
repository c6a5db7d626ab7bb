/** A JSON object. */
export type JsonMap = Readonly<Record<string, unknown>>;

/** The value as a map; undefined if it is none. */
export const asMap = (value: unknown): JsonMap | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonMap) : undefined;

/** The value as a list; undefined if it is none. */
export const asList = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined;

/** True for no map, or one without keys. Keys that hold nothing are none. */
export const isEmptyMap = (map: JsonMap | undefined): boolean => {
  for (const key in map) if (map[key] !== undefined) return false;
  return true;
};

/** True for no list, or one without items. */
export const isEmptyList = (list: readonly unknown[] | undefined): boolean =>
  list === undefined || list.length === 0;
