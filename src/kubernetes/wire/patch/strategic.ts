import { deepEqual } from '../../fields/equality';
import { fieldOf, resolved, type Schema } from '../schema/schema';
import {
  DELETE_FROM_LIST,
  dropDirectives,
  PATCH,
  RETAIN_KEYS,
  SET_ELEMENT_ORDER,
  targetOf,
} from './directives';
import { isList, isObject, type JsonObject, withField, withoutField } from './json';
import { inOrder, sameItem } from './listOrder';
import { malformedPatch, undecodable, unprocessablePatch } from './refusals';

const ANYTHING: Schema = {};

/** The schema of a field; fields the schema does not know are merged as plain JSON. */
const fieldSchema = (schema: Schema, key: string): Schema =>
  fieldOf(schema, key) ?? schema.additionalProperties ?? ANYTHING;

/** How lists (and some objects) of a field are patched: `merge`, `replace`, `retainKeys`. */
const strategies = (schema: Schema): readonly string[] =>
  schema['x-kubernetes-patch-strategy']?.split(',') ?? [];

const keepOnly = (current: JsonObject, keys: unknown): JsonObject => {
  if (!isList(keys)) throw malformedPatch('invalid patch format of retainKeys');
  const kept = new Set(keys);
  let result = current;
  for (const key of Object.keys(current)) if (!kept.has(key)) result = withoutField(result, key);
  return result;
};

const mergeObject = (current: JsonObject, patch: JsonObject, schema: Schema): JsonObject => {
  const directive = patch[PATCH];
  if (directive === 'replace') return dropDirectives(withoutField(patch, PATCH)) as JsonObject;
  if (directive === 'delete') return {};
  if (directive !== undefined && directive !== 'merge') throw unprocessablePatch();
  let result = RETAIN_KEYS in patch ? keepOnly(current, patch[RETAIN_KEYS]) : current;
  for (const [key, value] of Object.entries(patch)) {
    const removesFrom = targetOf(key, DELETE_FROM_LIST);
    if (removesFrom !== undefined) result = removeItems(result, removesFrom, value);
    else if (!key.startsWith('$')) result = mergeField(result, key, value, fieldSchema(schema, key));
  }
  for (const [key, order] of Object.entries(patch)) {
    const ordered = targetOf(key, SET_ELEMENT_ORDER);
    if (ordered !== undefined)
      result = orderField(current, result, ordered, order, fieldSchema(schema, ordered));
  }
  return result;
};

const removeItems = (object: JsonObject, key: string, gone: unknown): JsonObject => {
  const list = object[key];
  if (!isList(gone)) throw malformedPatch('invalid patch format of primitive list');
  return isList(list)
    ? withField(
        object,
        key,
        list.some((item) => gone.includes(item)) ? list.filter((item) => !gone.includes(item)) : list,
      )
    : object;
};

const orderField = (
  before: JsonObject,
  object: JsonObject,
  key: string,
  order: unknown,
  schema: Schema,
): JsonObject => {
  if (!isList(order)) throw malformedPatch('invalid patch format of setElementOrder list');
  const list = object[key];
  if (!isList(list)) return object;
  const server = before[key];
  const mergeKey = schema['x-kubernetes-patch-merge-key'];
  return withField(
    object,
    key,
    keptIfEqual(list, inOrder(list, order, isList(server) ? server : [], mergeKey)),
  );
};

const mergeField = (object: JsonObject, key: string, value: unknown, schema: Schema): JsonObject => {
  if (value === null) return withoutField(object, key);
  const current = object[key];
  if (isObject(value)) {
    const fresh = !isObject(current) || strategies(schema).includes('replace');
    const merged = fresh ? dropDirectives(value) : mergeObject(current, value, resolved(schema));
    return withField(object, key, fresh ? keptIfEqual(current, merged) : merged);
  }
  if (isList(value) && isList(current) && strategies(schema).includes('merge')) {
    return withField(object, key, mergeList(current, value, schema));
  }
  return withField(object, key, keptIfEqual(current, dropDirectives(value)));
};

const keptIfEqual = (current: unknown, next: unknown): unknown => (deepEqual(current, next) ? current : next);

/** Merges lists of objects by their merge key, lists of scalars as sets. */
const mergeList = (current: readonly unknown[], patch: readonly unknown[], schema: Schema): unknown => {
  const mergeKey = schema['x-kubernetes-patch-merge-key'];
  if (mergeKey === undefined) {
    const merged = [...current, ...patch.filter((item) => !current.includes(item))];
    return keptIfEqual(current, inOrder(merged, patch, current, undefined));
  }
  const { kept, additions, replaces } = applyItemDirectives(current, patch, mergeKey);
  if (replaces) return additions;
  const item = schema.items ? resolved(schema.items) : ANYTHING;
  const merged = [...kept];
  for (const addition of additions) {
    const at = merged.findIndex((candidate) => sameItem(candidate, addition, mergeKey));
    const present = merged[at];
    if (isObject(present)) merged[at] = mergeObject(present, addition, item);
    else merged.push(dropDirectives(addition));
  }
  const ordered = inOrder(merged, additions, current, mergeKey);
  return ordered.length === current.length && ordered.every((entry, index) => entry === current[index])
    ? current
    : ordered;
};

/** Carries out `$patch` inside lists: items to delete, and whether the rest replaces the whole list. */
const applyItemDirectives = (
  current: readonly unknown[],
  patch: readonly unknown[],
  mergeKey: string,
): { kept: readonly unknown[]; additions: readonly JsonObject[]; replaces: boolean } => {
  let kept = current;
  let replaces = false;
  const additions: JsonObject[] = [];
  for (const entry of patch) {
    if (!isObject(entry)) throw unprocessablePatch();
    const directive = entry[PATCH];
    if (directive === 'delete') {
      if (entry[mergeKey] === undefined) throw unprocessablePatch();
      kept = kept.filter((item) => !sameItem(item, entry, mergeKey));
    } else if (directive === 'replace') replaces = true;
    else if (directive !== undefined) throw unprocessablePatch();
    else if (entry[mergeKey] === undefined) throw unprocessablePatch();
    else additions.push(entry);
  }
  return { kept, additions, replaces };
};

/**
 * Applies a strategic merge patch: objects are merged, lists are merged by key or replaced as the schema says
 * (`x-kubernetes-patch-strategy`), null removes. Understands `$patch`, `$retainKeys`,
 * `$deleteFromPrimitiveList/…` and `$setElementOrder/…`. Parts that do not change keep their identity.
 * @throws ApiError 400 or 422 for directives that make no sense.
 */
export const applyStrategicPatch = (current: JsonObject, patch: unknown, schema: Schema): JsonObject => {
  if (!isObject(patch)) throw undecodable(patch, 'map[string]interface {}');
  return mergeObject(current, patch, schema);
};
