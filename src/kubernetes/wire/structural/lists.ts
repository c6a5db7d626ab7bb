import { duplicate, goJson } from '../../fields/validation/causes';
import type { FieldCause } from '../../refusals';
import { isList, isObject, type Json, type JsonObject, type Structural, schemaOf } from './structural';

/** Where in a list something stands that was there before: each thing once. */
const repeated = (keys: readonly Json[]): readonly number[] => {
  const seen = new Map<string, number>();
  return keys.flatMap((key, index) => {
    const text = goJson(key);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times === 2 ? [index] : [];
  });
};

const keyOf = (item: Json, fields: readonly string[]): JsonObject =>
  Object.fromEntries(
    isObject(item) ? fields.flatMap((field) => (field in item ? [[field, item[field]] as const] : [])) : [],
  );

const checkList = (list: readonly Json[], schema: Structural, path: string): FieldCause[] => {
  const type = schema['x-kubernetes-list-type'];
  const fields = schema['x-kubernetes-list-map-keys'] ?? [];
  const keys = type === 'set' ? list : type === 'map' ? list.map((item) => keyOf(item, fields)) : [];
  return [
    ...repeated(keys).map((index) => duplicate(`${path}[${index}]`, keys[index])),
    ...list.flatMap((item, index) => check(item, schema.items, `${path}[${index}]`)),
  ];
};

const check = (value: Json, schema: Structural | undefined, path: string): FieldCause[] => {
  if (schema === undefined) return [];
  if (isList(value)) return checkList(value, schema, path);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    check(inner, schemaOf(schema, field), path === '' ? field : `${path}.${field}`),
  );
};

/**
 * Lists that are sets (`x-kubernetes-list-type: set`) or maps (`map`, by their keys) hold nothing twice.
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype
 */
export const validateLists = (object: JsonObject, schema: Structural): readonly FieldCause[] =>
  check(object, schema, '');
