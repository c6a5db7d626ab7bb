import { expect } from 'chai';
import { jsonWords } from '../schema/words';
import { withDefaults } from './defaults';
import { validateLists } from './lists';
import { readByStructure } from './read';
import type { JsonObject, Structural } from './structural';
import { validateByStructure } from './validate';

const spec = (properties: Record<string, Structural>, rest: Structural = {}): Structural => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...rest } },
});

const read = (document: JsonObject, schema: Structural | undefined) =>
  readByStructure(schema)(document, jsonWords);

describe('reading a custom resource', () => {
  const schema = spec({
    size: { type: 'integer' },
    parts: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    open: {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      properties: { known: { type: 'object' } },
    },
    pod: { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { spec: { type: 'object' } } },
    maybe: { type: 'string', nullable: true },
    filled: { type: 'string', default: 'x' },
  });

  it('drops fields that the schema does not know, and names them in order', () => {
    const document = {
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata: { name: 'a' },
      spec: { size: 1, sise: 2, parts: [{ name: 'a', nmae: 'b' }], labels: { any: 'x' } },
      extra: true,
    };
    expect(read(document, schema)).to.deep.equal({
      value: {
        apiVersion: 'example.com/v1',
        kind: 'Widget',
        metadata: { name: 'a' },
        spec: { size: 1, parts: [{ name: 'a' }], labels: { any: 'x' } },
      },
      unknown: ['extra', 'spec.parts[0].nmae', 'spec.sise'],
    });
  });

  it('keeps what is unknown where the schema says so, but not below what it declares', () => {
    const document = { spec: { open: { any: { thing: 1 }, known: { not: 1 } } } };
    expect(read(document, schema)).to.deep.equal({
      value: { spec: { open: { any: { thing: 1 }, known: {} } } },
      unknown: ['spec.open.known.not'],
    });
  });

  it('keeps type and metadata of objects in objects', () => {
    const document = {
      spec: { pod: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, status: {} } },
    };
    expect(read(document, schema)).to.deep.include({ unknown: ['spec.pod.status'] });
  });

  it('takes nothing but type and metadata where there is no schema', () => {
    expect(read({ kind: 'Widget', spec: { a: 1 } }, undefined)).to.deep.equal({
      value: { kind: 'Widget' },
      unknown: ['spec'],
    });
  });

  it('drops nulls that are not allowed and have no default', () => {
    const document = { spec: { size: null, maybe: null, filled: null } };
    expect(read(document, schema)).to.deep.include({ value: { spec: { maybe: null, filled: null } } });
  });

  it('reads metadata as that of every object', () => {
    expect(read({ metadata: { name: 'a', labels: { a: 1 } } }, schema)).to.deep.equal({
      error: 'json: cannot unmarshal number into Go struct field ObjectMeta.labels of type string',
    });
    expect(read({ metadata: 'a' }, schema)).to.deep.equal({
      error: 'json: cannot unmarshal string into Go value of type v1.ObjectMeta',
    });
    expect(read({ metadata: { nmae: 'a' }, x: 1 }, schema)).to.deep.include({
      unknown: ['metadata.nmae', 'x'],
    });
  });

  it('gives back the very object if it was clean', () => {
    const document = { metadata: { name: 'a' }, spec: { size: 1 } };
    expect(read(document, schema)).to.have.property('value', document);
  });
});

describe('defaults of a custom resource', () => {
  const schema = spec({
    size: { type: 'integer', default: 3 },
    maybe: { type: 'string', nullable: true, default: 'x' },
    inner: { type: 'object', properties: { mode: { type: 'string', default: 'fast' } } },
    made: { type: 'object', default: {}, properties: { mode: { type: 'string', default: 'slow' } } },
    list: {
      type: 'array',
      items: { type: 'object', properties: { port: { type: 'integer', default: 80 } } },
    },
    map: { type: 'object', additionalProperties: { type: 'integer', default: 7 } },
  });

  it('are filled in in what is there, and in what they make themselves', () => {
    const object = { spec: { list: [{}, { port: 81 }], map: { a: null, b: 1 } } };
    expect(withDefaults(object, schema)).to.deep.equal({
      spec: {
        size: 3,
        maybe: 'x',
        made: { mode: 'slow' },
        list: [{ port: 80 }, { port: 81 }],
        map: { a: 7, b: 1 },
      },
    });
  });

  it('replace nulls that are not allowed, and no others', () => {
    expect(withDefaults({ spec: { size: null, maybe: null, inner: {}, made: {} } }, schema)).to.deep.equal({
      spec: { size: 3, maybe: null, inner: { mode: 'fast' }, made: { mode: 'slow' } },
    });
  });

  it('make nothing of an object that is not there', () => {
    expect(withDefaults({}, schema)).to.deep.equal({});
  });
});

describe('validateByStructure', () => {
  const wrong = (value: unknown, schema: Structural): readonly string[] =>
    validateByStructure(value, schema).map(({ field, message }) => `${field}: ${message}`);
  const field = (value: unknown, schema: Structural): readonly string[] =>
    wrong({ spec: { x: value } }, spec({ x: schema }));

  const REFUSED: readonly (readonly [
    what: string,
    value: unknown,
    schema: Structural,
    ...causes: string[],
  ])[] = [
    [
      'a text for an integer',
      'three',
      { type: 'integer' },
      'spec.x: Invalid value: "string": spec.x in body must be of type integer: "string"',
    ],
    [
      'a fraction for an integer',
      1.5,
      { type: 'integer' },
      'spec.x: Invalid value: "number": spec.x in body must be of type integer: "number"',
    ],
    [
      'a number for a text',
      7,
      { type: 'string' },
      'spec.x: Invalid value: "integer": spec.x in body must be of type string: "integer"',
    ],
    [
      'a truth for an int-or-string',
      true,
      { 'x-kubernetes-int-or-string': true },
      'spec.x: Invalid value: "boolean": spec.x in body must be of type integer,string: "boolean"',
    ],
    [
      'null',
      null,
      { type: 'string' },
      'spec.x: Invalid value: "null": spec.x in body must be of type string: "null"',
    ],
    [
      'a word that is not in the list',
      'c',
      { type: 'string', enum: ['a', 'b'] },
      'spec.x: Unsupported value: "c": supported values: "a", "b"',
    ],
    [
      'too little',
      1,
      { type: 'integer', minimum: 3 },
      'spec.x: Invalid value: 1: spec.x in body should be greater than or equal to 3',
    ],
    [
      'too much',
      10,
      { type: 'integer', maximum: 10, exclusiveMaximum: true },
      'spec.x: Invalid value: 10: spec.x in body should be less than 10',
    ],
    [
      'a number of more than 32 bits',
      2 ** 31,
      { type: 'integer', format: 'int32' },
      '<nil>: Invalid value: "": Checked value must be of type integer with format int32 in spec.x',
    ],
    [
      'no multiple',
      7,
      { type: 'integer', multipleOf: 5 },
      'spec.x: Invalid value: 7: spec.x in body should be a multiple of 5',
    ],
    [
      'a long text',
      'abcd',
      { type: 'string', maxLength: 3 },
      'spec.x: Too long: may not be more than 3 bytes',
    ],
    [
      'a short text',
      'ab',
      { type: 'string', minLength: 3 },
      'spec.x: Invalid value: "ab": spec.x in body should be at least 3 chars long',
    ],
    [
      'a text of another form',
      'Ab',
      { type: 'string', pattern: '^[a-z]+$' },
      `spec.x: Invalid value: "Ab": spec.x in body should match '^[a-z]+$'`,
    ],
    [
      'a text of another format',
      'yesterday',
      { type: 'string', format: 'date-time' },
      'spec.x: Invalid value: "yesterday": spec.x in body must be of type date-time: "yesterday"',
    ],
    [
      'too many items, and one of the wrong type',
      [1, 'b', 3],
      { type: 'array', items: { type: 'integer' }, maxItems: 2 },
      'spec.x[1]: Invalid value: "string": spec.x[1] in body must be of type integer: "string"',
      'spec.x: Too many: 3: must have at most 2 items',
    ],
    [
      'too few items',
      [],
      { type: 'array', items: { type: 'string' }, minItems: 1 },
      'spec.x: Invalid value: 0: spec.x in body should have at least 1 items',
    ],
    [
      'an object that lacks something',
      {},
      { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      'spec.x.name: Required value',
    ],
    [
      'too few properties',
      { a: 'b' },
      { type: 'object', minProperties: 2, additionalProperties: { type: 'string' } },
      'spec.x: Invalid value: 1: spec.x in body should have at least 2 properties',
    ],
    [
      'too many properties',
      { a: 'b' },
      { type: 'object', maxProperties: 0, additionalProperties: { type: 'string' } },
      'spec.x: Too many: 1: must have at most 0 items',
    ],
    [
      'a value of a map',
      { a: 1 },
      { type: 'object', additionalProperties: { type: 'string' } },
      'spec.x.a: Invalid value: "integer": spec.x.a in body must be of type string: "integer"',
    ],
    [
      'what fits no alternative',
      5,
      { type: 'integer', oneOf: [{ minimum: 10 }, { maximum: 0 }] },
      '<nil>: Invalid value: "": "spec.x" must validate one and only one schema (oneOf). Found none valid',
      'spec.x: Invalid value: 5: spec.x in body should be greater than or equal to 10',
    ],
    [
      'what it must not be',
      'no',
      { type: 'string', not: { enum: ['no'] } },
      '<nil>: Invalid value: "": "spec.x" must not validate the schema (not)',
    ],
  ];
  for (const [what, value, schema, ...causes] of REFUSED) {
    it(`refuses ${what}`, () => expect(field(value, schema)).to.deep.equal(causes));
  }

  const TAKEN: readonly (readonly [what: string, value: unknown, schema: Structural])[] = [
    ['a whole number for a number', 5, { type: 'number' }],
    ['either for an int-or-string', '5', { 'x-kubernetes-int-or-string': true }],
    ['null where it is allowed', null, { type: 'string', nullable: true }],
    ['a time', '2026-01-01T00:00:00.5Z', { type: 'string', format: 'date-time' }],
    ['any text of a format that nobody knows', 'x', { type: 'string', format: 'colour' }],
    ['a pattern that is no regular expression here', 'x', { type: 'string', pattern: '(?s)[' }],
    ['the least whole number of 32 bits', -(2 ** 31), { type: 'integer', format: 'int32' }],
    [
      'as many properties as there may be',
      { a: 'b' },
      { type: 'object', minProperties: 1, maxProperties: 1 },
    ],
    ['one of several', 5, { type: 'integer', anyOf: [{ minimum: 10 }, { maximum: 5 }] }],
    ['text as long as it looks', '日本', { type: 'string', maxLength: 2 }],
    ['anything where there is no type', { a: [1] }, { 'x-kubernetes-preserve-unknown-fields': true }],
  ];
  for (const [what, value, schema] of TAKEN) {
    it(`takes ${what}`, () => expect(field(value, schema)).to.deep.equal([]));
  }

  it('asks for what is required at the top', () => {
    expect(wrong({}, { type: 'object', required: ['spec'] })).to.deep.equal(['spec: Required value']);
  });

  it('knows a wrong type by a reason of its own', () => {
    expect(validateByStructure({ a: 1 }, { properties: { a: { type: 'string' } } })[0]?.reason).to.equal(
      'FieldValueTypeInvalid',
    );
  });
});

describe('validateLists', () => {
  const wrong = (x: unknown, schema: Structural): readonly string[] =>
    validateLists({ spec: { x } }, spec({ x: schema })).map(({ field, message }) => `${field}: ${message}`);
  const list: Structural = { type: 'array', items: { type: 'object' } };

  it('finds what is twice in a set', () => {
    const set: Structural = { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' };
    expect(wrong(['a', 'b', 'a', 'a'], set)).to.deep.equal(['spec.x[2]: Duplicate value: "a"']);
    expect(wrong(['a', 'b'], set)).to.deep.equal([]);
  });

  it('finds keys that are twice in a map', () => {
    const map: Structural = {
      ...list,
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    };
    const items = [{ name: 'a' }, { name: 'b' }, { name: 'a', more: 1 }];
    expect(wrong(items, map)).to.deep.equal(['spec.x[2]: Duplicate value: {"name":"a"}']);
  });

  it('lets every other list be', () => {
    expect(wrong([{}, {}], list)).to.deep.equal([]);
  });
});
