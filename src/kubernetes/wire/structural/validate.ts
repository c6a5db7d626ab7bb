import { deepEqual } from '../../fields/equality';
import { goJson, invalid, notSupported, Printed, required, tooMany } from '../../fields/validation/causes';
import type { FieldCause } from '../../refusals';
import { isOfFormat, knownFormat } from './formats';
import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  propertyOf,
  type Structural,
  valuesOf,
} from './structural';
import { beyond, combined, misshapen, NOWHERE } from './words';

type Causes = readonly FieldCause[];

const typesOf = (schema: Structural): readonly string[] => {
  if (schema['x-kubernetes-int-or-string']) return ['integer', 'string'];
  return schema.type ? [schema.type] : [];
};

/** The type and format that the API server sees in a value. */
const typeOf = (value: Json): readonly [type: string, format: string] => {
  if (isList(value)) return ['array', ''];
  switch (typeof value) {
    case 'string':
      return ['string', ''];
    case 'boolean':
      return ['boolean', ''];
    case 'bigint':
      return ['integer', 'int64'];
    case 'number':
      return Number.isInteger(value) ? ['integer', 'int64'] : ['number', 'float64'];
    default:
      return ['object', ''];
  }
};

const checkType = (value: Json, schema: Structural, path: string): Causes => {
  const types = typesOf(schema);
  const format = knownFormat(types.length === 1 ? types[0] : '', schema.format);
  if (types.length === 0 && !format) return [];
  if (value === null) {
    return types.length > 0 && !schema.nullable ? [misshapen(path, types.join(','), 'null')] : [];
  }
  const [type, given] = typeOf(value);
  const fits = types.includes(type) || (type === 'integer' && types.includes('number'));
  const isText = type === 'string' || type === 'array';
  if (format && !isText && !fits && given !== format) return [misshapen(path, format, given)];
  const isNumeric = types.includes('number') || types.includes('integer');
  if (format && isText && !isNumeric) return [];
  return fits ? [] : [misshapen(path, types.join(','), type)];
};

/** A pattern in Go's notation; undefined if it cannot be read as one of ours. */
const regular = (pattern: string): RegExp | undefined => {
  const ignoresCase = pattern.startsWith('(?i)');
  try {
    return new RegExp(ignoresCase ? pattern.slice(4) : pattern, ignoresCase ? 'iu' : 'u');
  } catch {
    return undefined;
  }
};

const checkText = (text: string, schema: Structural, path: string): Causes => {
  const { minLength, maxLength, pattern } = schema;
  const length = [...text].length;
  if (maxLength !== undefined && length > maxLength) {
    const unit = maxLength === 1 ? 'byte' : 'bytes';
    return [
      {
        reason: 'FieldValueTooLong',
        field: path || NOWHERE,
        message: `Too long: may not be more than ${maxLength} ${unit}`,
      },
    ];
  }
  if (minLength !== undefined && length < minLength) {
    return [beyond(path, text, `should be at least ${minLength} chars long`)];
  }
  return pattern && regular(pattern)?.test(text) === false
    ? [beyond(path, text, `should match '${pattern}'`)]
    : [];
};

const checkFormat = (text: string, schema: Structural, path: string): Causes => {
  const format = knownFormat(typesOf(schema).length > 1 ? '' : schema.type, schema.format);
  return format === undefined || isOfFormat(text, format) ? [] : [misshapen(path, format, text)];
};

const checkNumber = (value: number, schema: Structural, path: string): Causes => {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = schema;
  const causes: FieldCause[] = [];
  if (schema.type === 'integer' && schema.format === 'int32' && (value < -(2 ** 31) || value > 2 ** 31 - 1)) {
    causes.push(invalid(NOWHERE, '', `Checked value must be of type integer with format int32 in ${path}`));
  }
  if (multipleOf !== undefined && multipleOf > 0 && !Number.isInteger(value / multipleOf)) {
    causes.push(beyond(path, value, `should be a multiple of ${multipleOf}`));
  }
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum)) {
    causes.push(
      beyond(path, value, `should be greater than ${exclusiveMinimum ? '' : 'or equal to '}${minimum}`),
    );
  }
  if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum)) {
    causes.push(
      beyond(path, value, `should be less than ${exclusiveMaximum ? '' : 'or equal to '}${maximum}`),
    );
  }
  return causes;
};

const checkList = (list: readonly Json[], schema: Structural, path: string): Causes => {
  const { items, minItems, maxItems } = schema;
  const causes = items ? list.flatMap((item, index) => check(item, items, `${path}[${index}]`)) : [];
  if (minItems !== undefined && list.length < minItems) {
    causes.push(beyond(path, list.length, `should have at least ${minItems} items`));
  }
  if (maxItems !== undefined && list.length > maxItems) causes.push(tooMany(path, list.length, maxItems));
  return causes;
};

const checkEnum = (value: Json, schema: Structural, path: string): Causes => {
  if (!schema.enum || schema.enum.some((each) => deepEqual(each, value))) return [];
  const values = schema.enum.map((each) => (typeof each === 'string' ? each : goJson(each)));
  return [notSupported(path || NOWHERE, new Printed(goJson(value)), values)];
};

const checkObject = (object: JsonObject, schema: Structural, path: string): Causes => {
  const { minProperties, maxProperties, properties = {} } = schema;
  const under = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const size = Object.keys(object).length;
  const values = valuesOf(schema);
  const causes: FieldCause[] = [];
  if (minProperties !== undefined && size < minProperties) {
    causes.push(beyond(path, size, `should have at least ${minProperties} properties`));
  }
  if (maxProperties !== undefined && size > maxProperties) causes.push(tooMany(path, size, maxProperties));
  if (values) {
    for (const [field, value] of Object.entries(object)) {
      if (propertyOf(schema, field) === undefined) causes.push(...check(value, values, under(field)));
    }
  }
  for (const [field, property] of Object.entries(properties)) {
    if (Object.hasOwn(object, field)) causes.push(...check(object[field], property, under(field)));
  }
  for (const field of schema.required ?? []) {
    if (!Object.hasOwn(object, field)) causes.push(required(under(field)));
  }
  return causes;
};

/** Of several outcomes the one with the fewest causes: what is most likely meant. */
const nearest = (outcomes: readonly Causes[]): Causes =>
  outcomes.reduce((best, each) => (each.length < best.length ? each : best));

const checkCombinations = (value: Json, schema: Structural, path: string): Causes => {
  const { anyOf = [], oneOf = [], allOf = [], not } = schema;
  const outcomesOf = (schemas: readonly Structural[]) => schemas.map((each) => check(value, each, path));
  const causes: FieldCause[] = [];
  if (anyOf.length > 0) {
    const outcomes = outcomesOf(anyOf);
    if (outcomes.every((each) => each.length > 0)) {
      causes.push(combined(path, 'must validate at least one schema (anyOf)'), ...nearest(outcomes));
    }
  }
  if (oneOf.length > 0) {
    const outcomes = outcomesOf(oneOf);
    const valid = outcomes.filter((each) => each.length === 0).length;
    const found = valid === 0 ? 'Found none valid' : `Found ${valid} valid alternatives`;
    if (valid !== 1) {
      causes.push(
        combined(path, `must validate one and only one schema (oneOf). ${found}`),
        ...(valid === 0 ? nearest(outcomes) : []),
      );
    }
  }
  const failed = outcomesOf(allOf).filter((each) => each.length > 0);
  if (failed.length > 0) {
    const none = failed.length === allOf.length ? '. None validated' : '';
    causes.push(...failed.flat(), combined(path, `must validate all the schemas (allOf)${none}`));
  }
  if (not && check(value, not, path).length === 0) {
    causes.push(combined(path, 'must not validate the schema (not)'));
  }
  return causes;
};

const check = (value: Json, schema: Structural, path: string): FieldCause[] => {
  const causes = [...checkType(value, schema, path)];
  if (value === null) return [...causes, ...checkEnum(value, schema, path)];
  causes.push(...checkCombinations(value, schema, path));
  if (typeof value === 'string') {
    causes.push(...checkText(value, schema, path), ...checkFormat(value, schema, path));
  }
  if (typeof value === 'number' || typeof value === 'bigint')
    causes.push(...checkNumber(Number(value), schema, path));
  if (isList(value)) causes.push(...checkList(value, schema, path));
  causes.push(...checkEnum(value, schema, path));
  if (isObject(value)) causes.push(...checkObject(value, schema, path));
  return causes;
};

/**
 * Checks a custom resource, pruned and with its defaults, against its schema. Rules in CEL
 * (`x-kubernetes-validations`) are not evaluated: what only they would refuse is taken. Of several alternatives
 * (`anyOf`, `oneOf`) the causes of the one that is nearest are given, as the API server does in its own way.
 *
 * @param path where the value stands, empty for a whole object
 * @returns what is wrong, in the words of the API server's OpenAPI validator
 */
export const validateByStructure = (value: Json, schema: Structural, path = ''): readonly FieldCause[] =>
  check(value, schema, path);
