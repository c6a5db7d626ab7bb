import type { Schema, Schemas } from './schemas';

const GVK = 'x-kubernetes-group-version-kind';

/** What only OpenAPI 3 can say. */
const ONLY_IN_3 = new Set([
  'default',
  'nullable',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'properties',
  'items',
  '$ref',
]);
/** What is not said of a value that may be of more types than one. */
const OF_ONE_TYPE = new Set(['type', 'required', 'additionalProperties']);

const inVersion2 = (reference: string): string =>
  reference.replace('#/components/schemas/', '#/definitions/');

/** True for what OpenAPI 2 has no words for; clients are to take anything there. */
const isLoose = (schema: Schema): boolean =>
  ['nullable', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-int-or-string'].some(
    (keyword) => schema[keyword] === true,
  );

const each = (schemas: Schemas): Schemas =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaInVersion2(schema)]));

/**
 * A schema as OpenAPI 2 has it: without what that cannot say.
 * @see k8s.io/apiextensions-apiserver/pkg/controller/openapi/v2 ToStructuralOpenAPIV2
 * @see k8s.io/kube-openapi/pkg/openapiconv
 */
export const schemaInVersion2 = (schema: Schema): Schema => {
  const { properties, items, additionalProperties: values, $ref, allOf = [], oneOf } = schema;
  const [only] = allOf;
  const reference = $ref ?? (allOf.length === 1 ? only?.$ref : undefined);
  const loose = isLoose(schema);
  if (loose && schema[GVK]) return { type: 'object', [GVK]: schema[GVK] };
  const kept = Object.entries(schema).filter(
    ([keyword]) => !ONLY_IN_3.has(keyword) && !(loose && OF_ONE_TYPE.has(keyword)),
  );
  return {
    ...(reference ? { $ref: inVersion2(reference) } : {}),
    ...Object.fromEntries(kept),
    // Amounts and ports may be numbers, too.
    ...(oneOf && !schema.type ? { type: 'string' } : {}),
    ...(properties && !loose ? { properties: each(properties) } : {}),
    ...(items && !loose ? { items: schemaInVersion2(items) } : {}),
    ...(typeof values === 'object' && !loose ? { additionalProperties: schemaInVersion2(values) } : {}),
  };
};
