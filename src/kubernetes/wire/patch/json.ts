/** A JSON object, as patches and manifests hold it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for `{…}`; false for lists, null and scalars. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for `[…]`. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** A copy of `object` in which `key` has another value, or the object itself if nothing changes. */
export const withField = (object: JsonObject, key: string, value: unknown): JsonObject =>
  object[key] === value && key in object ? object : { ...object, [key]: value };

/** A copy of `object` without `key`, or the object itself if it has no such key. */
export const withoutField = (object: JsonObject, key: string): JsonObject => {
  if (!(key in object)) return object;
  const { [key]: _, ...rest } = object;
  return rest;
};
