import { expect } from 'chai';
import type { Structural } from '../../../wire/structural/structural';
import { withAcceptedNames, withEstablished } from './acceptance';
import type { CustomResourceDefinition } from './definition';
import { prepareDefinitionUpdate } from './prepare';
import { validateDefinition, validateDefinitionStatusUpdate, validateDefinitionUpdate } from './validation';
import { widgets } from './widgets.testkit';

const wrong = (definition: CustomResourceDefinition): readonly string[] =>
  validateDefinition(definition).map(({ field, message }) => `${field}: ${message}`);

const names = { plural: 'widgets', singular: 'widget', kind: 'Widget', listKind: 'WidgetList' };

const renamed = (name: string): CustomResourceDefinition => {
  const definition = widgets();
  return { ...definition, metadata: { ...definition.metadata, name } };
};

/** A definition whose spec's schema is this. */
const schemaOf = (spec: unknown): CustomResourceDefinition =>
  widgets({}, { schema: { openAPIV3Schema: { type: 'object', properties: { spec: spec as Structural } } } });

const WITH_LABELS: Structural = { type: 'object', properties: { labels: { type: 'object' } } };

const version = (name: string, storage: boolean) => ({
  name,
  served: true,
  storage,
  schema: { openAPIV3Schema: { type: 'object' } },
});
const printed = (name: string, storage: boolean): string =>
  `{"Name":"${name}","Served":true,"Storage":${storage},"Deprecated":false,"DeprecationWarning":null,"Schema":null,"Subresources":null,"AdditionalPrinterColumns":null,"SelectableFields":null}`;

const AT = 'spec.validation.openAPIV3Schema';

/** What is sent, and what a Kubernetes 1.36 API server says to it. */
const REFUSED: readonly (readonly [
  what: string,
  definition: CustomResourceDefinition,
  ...causes: string[],
])[] = [
  [
    'another name than its plural and group',
    renamed('widget.example.com'),
    'metadata.name: Invalid value: "widget.example.com": must be spec.names.plural+"."+spec.group',
  ],
  [
    'a group that is no domain',
    widgets({ group: 'example' }),
    'metadata.name: Invalid value: "widgets.example.com": must be spec.names.plural+"."+spec.group',
    'spec.group: Invalid value: "example": should be a domain with at least one dot',
  ],
  ['no scope', widgets({ scope: '' }), 'spec.scope: Required value'],
  [
    'a scope that there is not',
    widgets({ scope: 'World' }),
    'spec.scope: Unsupported value: "World": supported values: "Cluster", "Namespaced"',
  ],
  [
    'no schema',
    widgets({}, { schema: undefined }),
    'spec.versions[0].schema.openAPIV3Schema: Required value',
  ],
  [
    'no storage version',
    widgets({ versions: [version('v1', false)] }),
    `spec.versions: Invalid value: [${printed('v1', false)}]: must have exactly one version marked as storage version`,
    'status.storedVersions: Invalid value: null: must have at least one stored version',
  ],
  [
    'two storage versions of one name',
    widgets({ versions: [version('v1', true), version('v1', true)] }),
    `spec.versions: Invalid value: [${printed('v1', true)},${printed('v1', true)}]: must contain unique version names`,
    `spec.versions: Invalid value: [${printed('v1', true)},${printed('v1', true)}]: must have exactly one version marked as storage version`,
  ],
  [
    'a kind that is no name',
    widgets({ names: { ...names, kind: 'My_Widget' } }),
    `spec.names.kind: Invalid value: "My_Widget": may have mixed case, but should otherwise match: a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')`,
  ],
  [
    'one kind for objects and lists',
    widgets({ names: { ...names, listKind: 'Widget' } }),
    'spec.names.listKind: Invalid value: "Widget": kind and listKind may not be the same',
  ],
  [
    'no kind',
    widgets({ names: { plural: 'widgets', kind: '' } }),
    'spec.names.singular: Required value',
    'spec.names.kind: Required value',
    'spec.names.listKind: Required value',
  ],
  [
    'a column of a type that there is not',
    widgets({}, { additionalPrinterColumns: [{ name: 'Size', type: 'int', jsonPath: 'size' }] }),
    'spec.additionalPrinterColumns[0].type: Invalid value: "int": must be one of boolean,date,integer,number,string',
    'spec.additionalPrinterColumns[0].JSONPath: Invalid value: "size": must be a simple json path starting with .',
  ],
  [
    'a scale of something else',
    widgets({}, { subresources: { scale: { specReplicasPath: '.size', statusReplicasPath: '' } } }),
    'spec.subresources.scale.specReplicasPath: Invalid value: ".size": should be a json path under .spec',
    'spec.subresources.scale.statusReplicasPath: Required value',
  ],
  [
    'a schema without a type',
    widgets({}, { schema: { openAPIV3Schema: { properties: {} } } }),
    `${AT}.type: Required value: must not be empty at the root`,
  ],
  [
    'fields without a type, and a list of nothing',
    schemaOf({ type: 'object', properties: { a: {}, b: { type: 'array' } } }),
    `${AT}.properties[spec].properties[a].type: Required value: must not be empty for specified object fields`,
    `${AT}.properties[spec].properties[b].items: Required value: must be specified`,
  ],
  [
    'types in a combination',
    schemaOf({ type: 'string', anyOf: [{ type: 'string' }] }),
    `${AT}.properties[spec].anyOf[0].type: Forbidden: must be empty to be structural`,
  ],
  [
    'a type that there is not',
    schemaOf({ type: 'text' }),
    `${AT}.properties[spec].type: Unsupported value: "text": supported values: "array", "boolean", "integer", "number", "object", "string"`,
  ],
  [
    'fields both declared and free',
    schemaOf({
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: { type: 'string' },
    }),
    `${AT}.properties[spec].additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive`,
  ],
  [
    'a default of the wrong type',
    schemaOf({ type: 'object', properties: { size: { type: 'integer', default: 'big' } } }),
    `${AT}.properties[spec].properties[size].default: Invalid value: "string":  in body must be of type integer: "string"`,
  ],
  [
    'a default that is not known',
    schemaOf({ type: 'object', default: { a: 1 }, properties: { b: { type: 'string' } } }),
    `${AT}.properties[spec].default: Invalid value: {"a":1}: must not have unknown fields`,
  ],
  [
    'metadata of its own',
    widgets({}, { schema: { openAPIV3Schema: { type: 'object', properties: { metadata: WITH_LABELS } } } }),
    `${AT}.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified`,
  ],
  [
    'lists of things that differ',
    schemaOf({ type: 'array', uniqueItems: true, items: { type: 'string' } }),
    `${AT}.properties[spec].uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic`,
  ],
  [
    'fields that nobody declares',
    widgets({ preserveUnknownFields: true }),
    'spec.preserveUnknownFields: Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
  ],
  [
    'a conversion that there is not',
    widgets({ conversion: { strategy: 'Magic' } }),
    'spec.conversion.strategy: Unsupported value: "Magic": supported values: "None", "Webhook"',
  ],
  [
    'a conversion by nobody',
    widgets({ conversion: { strategy: 'Webhook' } }),
    'spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook',
  ],
  [
    'a converter, and no conversion',
    widgets({ conversion: { strategy: 'None', webhook: {} } }),
    'spec.conversion.webhookClientConfig: Forbidden: should not be set when strategy is not set to Webhook',
  ],
  [
    'a group of Kubernetes’ own',
    (() => {
      const definition = widgets({ group: 'widgets.k8s.io' });
      return { ...definition, metadata: { ...definition.metadata, name: 'widgets.widgets.k8s.io' } };
    })(),
    'metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups must have approval annotation "api-approved.kubernetes.io", see https://github.com/kubernetes/enhancements/pull/1111',
  ],
];

describe('validateDefinition', () => {
  it('takes what generators write', () => expect(wrong(widgets())).to.deep.equal([]));

  it('takes a form for the name of objects', () => {
    const metadata: Structural = { type: 'object', properties: { name: { type: 'string', maxLength: 20 } } };
    const schema = { openAPIV3Schema: { type: 'object', properties: { metadata } } };
    expect(wrong(widgets({}, { schema }))).to.deep.equal([]);
  });

  it('takes a schema that knows nothing', () => {
    expect(wrong(schemaOf({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true }))).to.deep.equal(
      [],
    );
  });

  for (const [what, definition, ...causes] of REFUSED) {
    it(`refuses ${what}`, () => expect(wrong(definition)).to.deep.equal(causes));
  }

  it('says which version is wrong where they differ', () => {
    const broken = { ...version('v2', false), schema: { openAPIV3Schema: { type: 'string' } } };
    expect(wrong(widgets({ versions: [version('v1', true), broken] }))).to.deep.equal([
      'spec.versions[1].schema.openAPIV3Schema.type: Invalid value: "string": must be object at the root',
    ]);
  });
});

describe('an update of a definition', () => {
  const established = (() => {
    const definition = widgets();
    const named = { ...definition, status: withAcceptedNames(definition, [], '2026-01-01T00:00:00Z') };
    return { ...named, status: withEstablished(named, '2026-01-01T00:00:00Z') };
  })();
  const changed = (next: CustomResourceDefinition, current = established): readonly string[] =>
    validateDefinitionUpdate(prepareDefinitionUpdate(next, current), current).map(
      ({ field, message }) => `${field}: ${message}`,
    );

  it('may add a version', () => {
    expect(changed(widgets({ versions: [version('v1', true), version('v2', false)] }))).to.deep.equal([]);
  });

  it('keeps kind and scope once it is established', () => {
    expect(changed(widgets({ scope: 'Cluster' }))).to.deep.equal([
      'spec.scope: Invalid value: "Cluster": field is immutable',
    ]);
    expect(changed(widgets({ scope: 'Cluster' }), widgets())).to.deep.equal([]);
  });

  it('keeps versions that objects are stored in', () => {
    expect(changed(widgets({}, { name: 'v2' }))[0]).to.match(
      /^status\.storedVersions\[0\]: Invalid value: "v1": missing from spec\.versions; v1 was previously a storage version/,
    );
  });

  it('writes a status', () => {
    expect(validateDefinitionStatusUpdate(established, widgets())).to.deep.equal([]);
  });
});
