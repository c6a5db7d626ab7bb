import { deepEqual } from '../../../fields/equality';
import { forbidden, invalid, notSupported, required } from '../../../fields/validation/causes';
import type { FieldCause } from '../../../refusals';
import { pruned } from '../../../wire/structural/prune';
import { isObject, type Structural } from '../../../wire/structural/structural';
import { validateByStructure } from '../../../wire/structural/validate';
import { NOWHERE } from '../../../wire/structural/words';

type Level = 'root' | 'items' | 'field';

/** A schema as somebody sends it, with what OpenAPI knows and a structural schema may not have. */
type Given = Structural & Readonly<Record<string, unknown>>;

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const UNSUPPORTED = ['additionalItems', 'patternProperties', 'definitions', 'dependencies'];
const PLACES: Readonly<Record<Level, string>> = {
  root: 'at the root',
  items: 'for specified array items',
  field: 'for specified object fields',
};
const FORBIDDEN_WITHIN: Readonly<Record<string, string>> = {
  type: 'must be empty to be structural',
  title: 'must be empty to be structural',
  description: 'must be empty to be structural',
  default: 'must be undefined to be structural',
  additionalProperties: 'must be undefined to be structural',
  nullable: 'must be false to be structural',
  'x-kubernetes-preserve-unknown-fields': 'must be false to be structural',
  'x-kubernetes-embedded-resource': 'must be false to be structural',
  'x-kubernetes-int-or-string': 'must be false to be structural',
  'x-kubernetes-list-type': 'must be undefined to be structural',
  'x-kubernetes-map-type': 'must be undefined to be structural',
};

const INT_OR_STRING = [{ type: 'integer' }, { type: 'string' }];

/** The two ways in which an int-or-string may say its types again. */
const saysIntOrString = (schemas: readonly Structural[] | undefined): boolean =>
  deepEqual(schemas, INT_OR_STRING);

/** What a schema inside of `allOf`, `anyOf`, `oneOf` and `not` may not say. */
const validateNested = (schema: Given, at: string, { types = true } = {}): FieldCause[] => {
  const causes = Object.entries(FORBIDDEN_WITHIN).flatMap(([field, detail]) =>
    schema[field] === undefined || schema[field] === false || schema[field] === ''
      ? []
      : [forbidden(`${at}.${field}`, detail)],
  );
  if (schema.properties?.metadata) {
    causes.push(forbidden(`${at}.properties[metadata]`, 'must not be specified in a nested context'));
  }
  const inner = [
    ...(schema.items ? validateNested(schema.items as Given, `${at}.items`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, property]) =>
      validateNested(property as Given, `${at}.properties[${field}]`),
    ),
    ...validateCombinations(schema, at, types),
  ];
  return [...causes, ...inner];
};

const validateCombinations = (schema: Given, at: string, types = true): FieldCause[] => {
  const each = (field: 'allOf' | 'anyOf' | 'oneOf'): FieldCause[] =>
    (schema[field] ?? []).flatMap((nested, index) => {
      const known = field === 'anyOf' && types && saysIntOrString(schema.anyOf);
      const first = field === 'allOf' && index === 0 && saysIntOrString(nested.anyOf);
      return known ? [] : validateNested(nested as Given, `${at}.${field}[${index}]`, { types: first });
    });
  return [
    ...each('anyOf'),
    ...each('allOf'),
    ...each('oneOf'),
    ...(schema.not ? validateNested(schema.not as Given, `${at}.not`) : []),
  ];
};

const validateType = (schema: Given, level: Level, at: string): FieldCause[] => {
  const { type = '' } = schema;
  const field = `${at}.type`;
  if (schema['x-kubernetes-embedded-resource'] && type !== 'object') {
    const detail = 'must be object if x-kubernetes-embedded-resource is true';
    return [type === '' ? required(field, detail) : invalid(field, type, detail)];
  }
  const isFree = schema['x-kubernetes-int-or-string'] || schema['x-kubernetes-preserve-unknown-fields'];
  if (type === '' && !isFree) return [required(field, `must not be empty ${PLACES[level]}`)];
  return level === 'root' && type !== '' && type !== 'object'
    ? [invalid(field, type, 'must be object at the root')]
    : [];
};

const validateMetadataSchema = ({ metadata }: NonNullable<Given['properties']>, at: string): FieldCause[] => {
  if (!metadata) return [];
  const { type, properties = {}, default: _default, ...rest } = metadata as Given;
  const named = Object.keys(properties).every((field) => field === 'name' || field === 'generateName');
  return [
    ...(type === 'object' ? [] : [invalid(`${at}.type`, type ?? '', 'must be object')]),
    ...(named && Object.keys(rest).length === 0
      ? []
      : [
          forbidden(
            at,
            'must not specify anything other than name and generateName, but metadata is implicitly specified',
          ),
        ]),
  ];
};

/** What makes a schema structural, of it and of all in it. */
const validateStructure = (schema: Given, level: Level, at: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const { items, properties = {}, additionalProperties: values } = schema;
  if (schema.type === 'array' && !items) causes.push(required(`${at}.items`, 'must be specified'));
  if (items) causes.push(...validateStructure(items as Given, 'items', `${at}.items`));
  for (const [field, property] of Object.entries(properties)) {
    causes.push(...validateStructure(property as Given, 'field', `${at}.properties[${field}]`));
  }
  if (values !== undefined && level === 'root') {
    causes.push(forbidden(`${at}.additionalProperties`, 'must not be used at the root'));
  }
  if (isObject(values)) {
    causes.push(...validateStructure(values as Given, 'field', `${at}.additionalProperties`));
  }
  causes.push(...validateCombinations(schema, at), ...validateType(schema, level, at));
  if (level === 'root') causes.push(...validateMetadataSchema(properties, `${at}.properties[metadata]`));
  return causes;
};

/** What OpenAPI knows and custom resources do not. */
const validateKeywords = (schema: Given, at: string): FieldCause[] => {
  const { type, items, properties = {}, additionalProperties: values } = schema;
  const causes: FieldCause[] = [];
  if (type && !TYPES.includes(type)) causes.push(notSupported(`${at}.type`, type, TYPES));
  if (schema.id) causes.push(forbidden(`${at}.id`, 'id is not supported'));
  for (const field of UNSUPPORTED) {
    if (schema[field] !== undefined) causes.push(forbidden(`${at}.${field}`, `${field} is not supported`));
  }
  if (schema.$ref !== undefined) causes.push(forbidden(`${at}.$ref`, '$ref is not supported'));
  if (type === 'null') {
    causes.push(forbidden(`${at}.type`, 'type cannot be set to null, use nullable as an alternative'));
  }
  if (schema.uniqueItems === true) {
    const why = 'uniqueItems cannot be set to true since the runtime complexity becomes quadratic';
    causes.push(forbidden(`${at}.uniqueItems`, why));
  }
  if (values !== undefined && values !== true && Object.keys(properties).length > 0) {
    const why = 'additionalProperties and properties are mutual exclusive';
    causes.push(forbidden(`${at}.additionalProperties`, why));
  }
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    causes.push(invalid(`${at}.x-kubernetes-preserve-unknown-fields`, false, 'must be true or undefined'));
  }
  if (isObject(values)) causes.push(...validateKeywords(values as Given, `${at}.additionalProperties`));
  for (const [field, property] of Object.entries(properties)) {
    causes.push(...validateKeywords(property as Given, `${at}.properties[${field}]`));
  }
  if (items && !Array.isArray(items)) causes.push(...validateKeywords(items as Given, `${at}.items`));
  return causes;
};

/** Defaults hold nothing that the schema does not know, and nothing that it refuses. */
const validateDefaults = (schema: Structural, at: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const field = `${at}.default`;
  if (schema.default !== undefined) {
    const { default: value } = schema;
    if (isObject(value) && pruned({ value }, { properties: { value: schema } }).unknown.length > 0) {
      causes.push(invalid(field, value, 'must not have unknown fields'));
    }
    for (const cause of validateByStructure(value, schema)) {
      causes.push({ ...cause, field: cause.field === NOWHERE ? field : `${field}.${cause.field}` });
    }
  }
  if (schema.items) causes.push(...validateDefaults(schema.items, `${at}.items`));
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    causes.push(...validateDefaults(property, `${at}.properties[${name}]`));
  }
  return causes;
};

const inOrder = (causes: readonly FieldCause[]): readonly FieldCause[] => {
  const text = ({ field, message }: FieldCause): string => `${field}: ${message}`;
  return [...causes].sort((a, b) => (text(a) < text(b) ? -1 : 1));
};

/**
 * The schema of a custom kind: whether it is structural, and whether its defaults keep to it. Rules in CEL are not
 * read.
 *
 * @param at where it stands, without a dot at the end
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver/schema ValidateStructural
 */
export const validateSchema = (schema: Structural, at: string): readonly FieldCause[] => {
  const structure = inOrder(validateStructure(schema as Given, 'root', at));
  return [
    ...(schema.nullable ? [forbidden(`${at}.nullable`, 'nullable cannot be true at the root')] : []),
    ...(structure.length > 0 ? structure : validateDefaults(schema, at)),
    ...validateKeywords(schema as Given, at),
  ];
};
