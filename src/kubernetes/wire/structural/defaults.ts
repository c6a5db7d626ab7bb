import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  mapList,
  mapObject,
  type Structural,
  schemaOf,
  valuesOf,
} from './structural';

/** Null, where null is no value. */
const isNothing = (value: Json, schema: Structural | undefined): boolean =>
  value === null && schema !== undefined && schema.nullable !== true;

/**
 * Drops nulls that are neither allowed nor replaced by a default.
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting PruneNonNullableNullsWithoutDefaults
 */
export const withoutNulls = <T extends Json>(value: T, schema: Structural | undefined): T => {
  if (isList(value)) return mapList(value, (item) => withoutNulls(item, schema?.items)) as T;
  if (!isObject(value)) return value;
  return mapObject(value, (inner, field) => {
    const declared = schemaOf(schema, field);
    return isNothing(inner, declared) && declared?.default === undefined
      ? undefined
      : withoutNulls(inner, declared);
  }) as T;
};

const orDefault = (value: Json, schema: Structural | undefined): Json =>
  isNothing(value, schema) ? (schema?.default ?? null) : value;

const filled = (value: Json, schema: Structural | undefined): Json => {
  if (schema === undefined) return value;
  if (isList(value)) {
    return mapList(value, (item) => filled(orDefault(item, schema.items), schema.items));
  }
  if (!isObject(value)) return value;
  const missing = Object.entries(schema.properties ?? {}).filter(
    ([field, property]) =>
      property.default !== undefined && (!Object.hasOwn(value, field) || isNothing(value[field], property)),
  );
  const complete =
    missing.length === 0
      ? value
      : { ...value, ...Object.fromEntries(missing.map(([field, property]) => [field, property.default])) };
  return mapObject(complete, (inner, field) => {
    const property = schemaOf(schema, field);
    return filled(property === valuesOf(schema) ? orDefault(inner, property) : inner, property);
  });
};

/**
 * Fills in the defaults of a custom resource: in the objects that are there, not where there is none.
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting Default
 */
export const withDefaults = (object: JsonObject, schema: Structural | undefined): JsonObject =>
  filled(object, schema) as JsonObject;
