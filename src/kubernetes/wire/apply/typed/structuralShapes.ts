import { definitionNamed } from '../../schema/schema';
import type { Structural } from '../../structural/structural';
import { scalarOf, shapeOfDefinition } from './schemaShapes';
import { DEDUCED, type FieldShape, type ListShape, type MapShape, type Shape, WHOLE } from './shape';

const METADATA = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const TEXT: FieldShape = { shape: { scalar: 'string' } };

/** What every object has, declared or not. */
const ofWholeObjects = (): readonly (readonly [string, FieldShape])[] => {
  const metadata = definitionNamed(METADATA);
  return [
    ['apiVersion', TEXT],
    ['kind', TEXT],
    ...(metadata ? ([['metadata', { shape: withoutWritten(shapeOfDefinition(metadata)) }]] as const) : []),
  ];
};

/** Custom resources are no Go structs: nothing is written of them that nobody set. */
const withoutWritten = (shape: Shape): Shape =>
  shape.map
    ? {
        map: {
          ...shape.map,
          fields: new Map(
            [...shape.map.fields].map(([field, { shape: inner }]) => [field, { shape: inner }]),
          ),
        },
      }
    : shape;

/** @param keeps a schema around it keeps what is unknown */
const shapeOf = (schema: Structural, keeps: boolean, isWhole = false): Shape => {
  const keeping = keeps || schema['x-kubernetes-preserve-unknown-fields'] === true;
  const whole = isWhole || schema['x-kubernetes-embedded-resource'] === true;
  switch (schema.type) {
    case undefined:
    case '':
      return { scalar: 'untyped', list: listOf(schema, keeping), map: mapOf(schema, keeping, whole) };
    case 'object':
      return { map: mapOf(schema, keeping, whole) };
    case 'array':
      return { list: listOf(schema, keeping) };
    default:
      return { scalar: scalarOf(schema.type, schema.format) };
  }
};

const mapOf = (schema: Structural, keeps: boolean, isWhole: boolean): MapShape => {
  const { properties = {}, additionalProperties: values } = schema;
  const fields = new Map<string, FieldShape>(
    Object.entries(properties).map(([field, inner]) => [
      field,
      { shape: shapeOf(inner, keeps), ...(inner.default === undefined ? {} : { keyDefault: inner.default }) },
    ]),
  );
  if (isWhole) for (const [field, shape] of ofWholeObjects()) fields.set(field, shape);
  return {
    fields,
    values: valuesOf(values, keeps || fields.size === 0, keeps),
    atomic: schema['x-kubernetes-map-type'] === 'atomic',
  };
};

const valuesOf = (
  values: Structural['additionalProperties'],
  takesAnything: boolean,
  keeps: boolean,
): Shape | undefined => {
  if (typeof values === 'object') return shapeOf(values, keeps);
  if (values === undefined) return takesAnything ? DEDUCED : undefined;
  return values ? DEDUCED : undefined;
};

const listOf = (schema: Structural, keeps: boolean): ListShape => {
  const type = schema['x-kubernetes-list-type'];
  return {
    items: schema.items ? shapeOf(schema.items, keeps) : WHOLE,
    atomic: type === undefined || type === 'atomic',
    keys: schema['x-kubernetes-list-map-keys'] ?? [],
  };
};

const shapes = new WeakMap<Structural, Shape>();

/**
 * The shape of a custom resource, by the structural schema of its version. One without a schema takes anything.
 * @see k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder buildKubeNative
 */
export const shapeOfStructure = (schema: Structural | undefined): Shape => {
  if (schema === undefined) return DEDUCED;
  let shape = shapes.get(schema);
  if (shape === undefined) {
    shape = shapeOf(schema, false, true);
    shapes.set(schema, shape);
  }
  return shape;
};
