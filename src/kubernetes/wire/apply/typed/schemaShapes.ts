import { type Definition, referenced, type Schema } from '../../schema/schema';
import {
  DEDUCED,
  type FieldShape,
  type ListShape,
  type MapShape,
  type Scalar,
  type Shape,
  WHOLE,
} from './shape';

type Draft = { -readonly [Part in keyof Shape]: Shape[Part] };

const shapes = new WeakMap<Definition, Shape>();

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const RAW = 'io.k8s.apimachinery.pkg.runtime.RawExtension';

/** Types whose schema does not say what they are. */
const KNOWN: Readonly<Record<string, Shape>> = { [QUANTITY]: { scalar: 'untyped' }, [RAW]: WHOLE };

/**
 * The shape of a type that Kubernetes publishes.
 * @see k8s.io/kube-openapi/pkg/schemaconv ToSchemaFromOpenAPI
 */
export const shapeOfDefinition = (definition: Definition): Shape => {
  const known = KNOWN[definition.name] ?? shapes.get(definition);
  if (known) return known;
  // A type may hold itself.
  const shape: Draft = {};
  shapes.set(definition, shape);
  Object.assign(shape, shapeOfSchema(definition.schema));
  return shape;
};

/** The sort of a scalar of this type. A text with a format may be written in other ways. */
export const scalarOf = (type: string | undefined, format: string | undefined): Scalar => {
  if (type === 'integer' || type === 'number') return 'numeric';
  if (type === 'boolean') return 'boolean';
  return type === 'string' && (format === undefined || format === '' || format === 'byte')
    ? 'string'
    : 'untyped';
};

const shapeOf = (schema: Schema): Shape => {
  const definition = referenced(schema);
  return definition ? shapeOfDefinition(definition) : shapeOfSchema(schema);
};

const ZEROS: Readonly<Record<string, unknown>> = { string: '', integer: 0, boolean: false };

/** Of a key that the schema gives no default, and that is written only if it is set, nothing is known. */
const keyDefaultOf = ({ type = '', pointer, default: written }: Schema): unknown =>
  written ?? (pointer ? undefined : ZEROS[type]);

const fieldShape = (schema: Schema): FieldShape => {
  const keyDefault = keyDefaultOf(schema);
  let shape: Shape | undefined;
  return {
    get shape() {
      shape ??= shapeOf(schema);
      return shape;
    },
    ...(schema.default === undefined ? {} : { written: schema.default }),
    ...(keyDefault === undefined ? {} : { keyDefault }),
  };
};

const mapOf = (schema: Schema): MapShape => {
  const { properties, additionalProperties: values } = schema;
  const declared = Object.entries(properties ?? {});
  return {
    fields: new Map(declared.map(([field, inner]) => [field, fieldShape(inner)])),
    values: values ? shapeOf(values) : declared.length === 0 ? DEDUCED : undefined,
    atomic: schema['x-kubernetes-map-type'] === 'atomic',
  };
};

const listOf = (schema: Schema): ListShape => ({
  items: schema.items ? shapeOf(schema.items) : WHOLE,
  atomic: schema['x-kubernetes-list-type'] === undefined,
  keys: schema['x-kubernetes-list-map-keys'] ?? [],
});

const shapeOfSchema = (schema: Schema): Shape => {
  switch (schema.type) {
    case undefined:
      return { scalar: 'untyped', list: listOf(schema), map: mapOf(schema) };
    case 'object':
      return { map: mapOf(schema) };
    case 'array':
      return { list: listOf(schema) };
    default:
      return { scalar: scalarOf(schema.type, schema.format) };
  }
};
