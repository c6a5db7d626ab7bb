import { deepEqual } from '../../fields/equality';
import { isObject, type JsonObject, withField, withoutField } from './json';

/**
 * Applies an RFC 7386 merge patch: objects are merged, null removes a field, everything else replaces.
 * Parts that the patch leaves as they are keep their identity.
 */
export const applyMergePatch = (current: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return deepEqual(current, patch) ? current : patch;
  let result: JsonObject = isObject(current) ? current : {};
  for (const [key, value] of Object.entries(patch)) {
    result =
      value === null
        ? withoutField(result, key)
        : withField(result, key, applyMergePatch(result[key], value));
  }
  return result;
};
