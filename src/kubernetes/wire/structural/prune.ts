import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  mapList,
  mapObject,
  propertyOf,
  type Structural,
  valuesOf,
} from './structural';

const TYPE_AND_METADATA = new Set(['apiVersion', 'kind', 'metadata']);

interface Way {
  /** The path as refusals print it. */
  readonly path: string;
  /** An object of its own, or one in another: its type and metadata are not declared. */
  readonly isWhole?: boolean;
  /** In a list whose schema keeps what is unknown. */
  readonly keeps?: boolean;
}

/** Goes through a value, and notes the paths of what it drops. */
class Pruner {
  readonly dropped: string[] = [];

  prune(value: Json, schema: Structural | undefined, { path, isWhole, keeps }: Way): Json {
    const keeping = keeps || schema?.['x-kubernetes-preserve-unknown-fields'] === true;
    if (isList(value)) {
      const items = schema?.items;
      return mapList(value, (item, index) =>
        keeping && !items ? item : this.prune(item, items, { path: `${path}[${index}]`, keeps: keeping }),
      );
    }
    if (!isObject(value)) return value;
    const whole = isWhole || schema?.['x-kubernetes-embedded-resource'] === true;
    return mapObject(value, (inner, field) => {
      if (whole && TYPE_AND_METADATA.has(field)) return inner;
      const where = path === '' ? field : `${path}.${field}`;
      const declared = propertyOf(schema, field);
      if (declared) return this.prune(inner, declared, { path: where });
      if (schema?.additionalProperties !== undefined)
        return this.prune(inner, valuesOf(schema), { path: where });
      if (keeping) return inner;
      this.dropped.push(where);
      return undefined;
    });
  }
}

/**
 * Drops the fields of a custom resource that its schema does not declare. Its type and metadata stay.
 * @returns the rest (the same object if nothing had to go), and the paths of what went, in order
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning
 */
export const pruned = (
  object: JsonObject,
  schema: Structural | undefined,
): { readonly value: JsonObject; readonly unknown: readonly string[] } => {
  const pruner = new Pruner();
  const value = pruner.prune(object, schema, { path: '', isWhole: true }) as JsonObject;
  return { value, unknown: pruner.dropped.sort() };
};
