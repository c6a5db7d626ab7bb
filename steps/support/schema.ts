import { definitionOf, resolved, type Schema } from '../../src/kubernetes/wire/schema/schema';
import { isMap } from './maps';
import { nearestOf } from './nearest';

/** What says which fields an object may have. */
export interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * Checks the fields that a feature shows of an object: who misspells one would be told that it is absent.
 * @throws if objects of this kind have no such field; the message names the nearest
 */
export const checkFields = (object: TypeMeta, shown: unknown): void => {
  const definition = definitionOf(object);
  if (definition) check(shown, definition.schema, object.kind, '');
};

const check = (shown: unknown, schema: Schema, kind: string, path: string): void => {
  const { properties, additionalProperties, items } = resolved(schema);
  if (Array.isArray(shown)) {
    if (items) for (const each of shown) check(each, items, kind, path);
  } else if (isMap(shown))
    for (const [key, value] of Object.entries(shown)) {
      const at = path === '' ? key : `${path}.${key}`;
      const field = properties?.[key] ?? additionalProperties;
      if (field) check(value, field, kind, at);
      else if (properties)
        throw new Error(`A ${kind} has no field "${at}". ${nearestOf(key, Object.keys(properties))}`);
    }
};
