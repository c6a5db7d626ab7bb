import type { Schema } from './schema';

/** Types that embed another one in Go and so have no schema of their own under the name Go prints. */
const shortName = (definition: string): string => definition.slice(definition.lastIndexOf('.') + 1);

/** `v1.PodSpec` for `io.k8s.api.core.v1.PodSpec`; quantities and the like live in packages of their own. */
const packaged = (definition: string): string => {
  const parts = definition.split('.');
  return parts.slice(-2).join('.');
};

/** The name of the Go struct behind a definition: `PodSpec`. */
export const structName = (definition: string): string => shortName(definition);

const PLAIN: Readonly<Record<string, string>> = { boolean: 'bool', string: 'string', object: 'object' };

/**
 * How Go prints the type of a field: `[]v1.Container`, `map[string]string`, `int32`, `v1.RestartPolicy`.
 * Pointers do not show: the decoder names what they point to.
 */
export const goType = (field: Schema): string => {
  if (field.goType !== undefined) return field.goType;
  let type = types.get(field);
  if (type === undefined) {
    type = impliedType(field);
    types.set(field, type);
  }
  return type;
};

const types = new WeakMap<Schema, string>();

/** The Go type that a schema implies, where no type with a name of its own stands for it. */
export const impliedType = (schema: Schema): string => {
  if (schema.$ref !== undefined) return packaged(schema.$ref);
  switch (schema.type) {
    case 'array':
      return schema.items ? `[]${impliedType(schema.items)}` : '[]interface {}';
    case 'object':
      return schema.additionalProperties
        ? `map[string]${impliedType(schema.additionalProperties)}`
        : 'object';
    case 'integer':
      return schema.format ?? 'int64';
    case 'number':
      return 'float64';
    default:
      return schema.format === 'byte' ? '[]uint8' : (PLAIN[schema.type ?? ''] ?? 'interface {}');
  }
};

/** The Go type of a list's items or a map's values, given the type of the whole. */
export const elementType = (whole: string, schema: Schema): string =>
  whole.startsWith('[]')
    ? whole.slice(2)
    : whole.startsWith('map[string]')
      ? whole.slice(11)
      : impliedType(schema);
