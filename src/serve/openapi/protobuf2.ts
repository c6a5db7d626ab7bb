import { Root } from 'protobufjs/light';
import type { Schema, Schemas } from './schemas';
import type { Document2, Operation2, Parameter2, Path2 } from './version2';

/** Fields in the order of their numbers, `name type`; a number before a field says that some are left out before it. */
const MESSAGES: Readonly<Record<string, string>> = {
  Document:
    'swagger string, info Info, 8 paths Paths, definitions Properties, 12 security SecurityRequirement*, ' +
    'securityDefinitions SecurityDefinitions',
  SecurityRequirement: 'additionalProperties NamedStringArray*',
  NamedStringArray: 'name string',
  SecurityDefinitions: 'additionalProperties NamedSecurityDefinition*',
  NamedSecurityDefinition: 'name string, value SecurityDefinition',
  SecurityDefinition: '2 apiKey ApiKeySecurity',
  ApiKeySecurity: 'type string, name string, in string, description string',
  Info: 'title string, version string',
  Paths: '2 path NamedPathItem*',
  NamedPathItem: 'name string, value PathItem',
  PathItem:
    '2 get Operation, put Operation, post Operation, delete Operation, options Operation, head Operation, ' +
    'patch Operation, parameters ParametersItem*',
  Operation:
    'tags string*, 5 operationId string, produces string*, consumes string*, parameters ParametersItem*, ' +
    'responses Responses, 13 vendorExtension NamedAny*',
  ParametersItem: 'parameter Parameter',
  Parameter: 'body BodyParameter, nonBody NonBodyParameter',
  BodyParameter: '2 name string, in string, required bool, schema Schema',
  NonBodyParameter: '3 query QueryParameter, path PathParameter',
  QueryParameter: '2 in string, 4 name string, 6 type string, 20 uniqueItems bool',
  PathParameter: 'required bool, in string, 4 name string, type string, 18 uniqueItems bool',
  Responses: 'responseCode NamedResponse*',
  NamedResponse: 'name string, value ResponseValue',
  ResponseValue: 'response Response',
  Response: 'description string, schema SchemaItem',
  SchemaItem: 'schema Schema',
  Properties: 'additionalProperties NamedSchema*',
  NamedSchema: 'name string, value Schema',
  NamedAny: 'name string, value Any',
  Any: '2 yaml string',
  AdditionalProperties: 'schema Schema, boolean bool',
  TypeItem: 'value string*',
  ItemsItem: 'schema Schema*',
  Schema:
    'ref string, format string, title string, description string, 6 multipleOf double, maximum double, ' +
    'exclusiveMaximum bool, minimum double, exclusiveMinimum bool, maxLength int64, minLength int64, pattern string, ' +
    'maxItems int64, minItems int64, uniqueItems bool, maxProperties int64, minProperties int64, required string*, ' +
    'enum Any*, additionalProperties AdditionalProperties, type TypeItem, items ItemsItem, 25 properties Properties, ' +
    '31 vendorExtension NamedAny*',
};

const fieldsOf = (text: string): object => {
  let id = 0;
  const fields = text.split(', ').map((each) => {
    const [, place, name = '', type = '', repeated] = /^(?:(\d+) )?(\w+) (\w+)(\*)?$/.exec(each) ?? [];
    id = place ? Number(place) : id + 1;
    return [name, { id, type, ...(repeated ? { rule: 'repeated' } : {}) }];
  });
  return Object.fromEntries(fields);
};

/** @see github.com/google/gnostic-models/openapiv2 OpenAPIv2.proto */
const document = Root.fromJSON({
  nested: Object.fromEntries(
    Object.entries(MESSAGES).map(([name, text]) => [name, { fields: fieldsOf(text) }]),
  ) as Record<string, { fields: Record<string, { id: number; type: string }> }>,
}).lookupType('Document');

/** Any value is written as YAML, and JSON is YAML. */
const any = (value: unknown) => ({ yaml: `${JSON.stringify(value)}\n` });

const isExtension = (keyword: string): boolean => keyword.startsWith('x-');

const extensionsOf = (part: object) => ({
  vendorExtension: Object.entries(part)
    .filter(([keyword]) => isExtension(keyword))
    .map(([name, value]) => ({ name, value: any(value) })),
});

const namedSchemas = (schemas: Schemas): object => ({
  additionalProperties: Object.entries(schemas).map(([name, schema]) => ({
    name,
    value: schemaMessage(schema),
  })),
});

const schemaMessage = (schema: Schema): object => {
  const { $ref, type, items, properties, additionalProperties: values, enum: allowed, ...rest } = schema;
  const plain = Object.entries(rest).filter(([keyword]) => !isExtension(keyword));
  return {
    ...Object.fromEntries(plain),
    ...($ref ? { ref: $ref } : {}),
    ...(type ? { type: { value: [type] } } : {}),
    ...(items ? { items: { schema: [schemaMessage(items)] } } : {}),
    ...(properties ? { properties: namedSchemas(properties) } : {}),
    ...(typeof values === 'object' ? { additionalProperties: { schema: schemaMessage(values) } } : {}),
    ...(Array.isArray(allowed) ? { enum: allowed.map(any) } : {}),
    ...extensionsOf(schema),
  };
};

const parameterMessage = (parameter: Parameter2): object => {
  if (parameter.in === 'body')
    return { parameter: { body: { ...parameter, schema: schemaMessage(parameter.schema) } } };
  return { parameter: { nonBody: { [parameter.in]: parameter } } };
};

const operationMessage = (operation: Operation2): object => ({
  tags: operation.tags,
  operationId: operation.operationId,
  produces: operation.produces,
  consumes: operation.consumes ?? [],
  parameters: (operation.parameters ?? []).map(parameterMessage),
  responses: {
    responseCode: Object.entries(operation.responses).map(([name, { description, schema }]) => ({
      name,
      value: { response: { description, ...(schema ? { schema: { schema: schemaMessage(schema) } } : {}) } },
    })),
  },
  ...extensionsOf(operation),
});

const pathMessage = ({ parameters = [], ...methods }: Path2): object => ({
  ...Object.fromEntries(
    Object.entries(methods).flatMap(([method, operation]) =>
      operation ? [[method, operationMessage(operation)]] : [],
    ),
  ),
  parameters: parameters.map(parameterMessage),
});

/** An OpenAPI 2 document as clients written in Go ask for it. */
export const toProtobuf = (whole: Document2): Uint8Array => {
  const { swagger, info, paths, definitions, security, securityDefinitions } = whole;
  return document
    .encode({
      swagger,
      info,
      paths: { path: Object.entries(paths).map(([name, path]) => ({ name, value: pathMessage(path) })) },
      definitions: namedSchemas(definitions),
      security: security.map((each) => ({
        additionalProperties: Object.keys(each).map((name) => ({ name })),
      })),
      securityDefinitions: {
        additionalProperties: Object.entries(securityDefinitions).map(([name, apiKey]) => ({
          name,
          value: { apiKey },
        })),
      },
    })
    .finish();
};
