import { expect } from 'chai';
import type { Manifest } from '../../object';
import type { ApiError } from '../../refusals';
import { decodeStrictly } from './decode';

const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as ApiError).message;
  }
  throw new Error('not refused');
};

describe('types that read themselves', () => {
  const definition = (schema: unknown): Manifest =>
    ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'a' },
      spec: { versions: [{ name: 'v1', schema: { openAPIV3Schema: schema } }] },
    }) as Manifest;
  const CRD = 'CustomResourceDefinition in version "v1" cannot be handled as a CustomResourceDefinition: ';
  const schemaIn = (manifest: Manifest): unknown =>
    (manifest.spec as { versions: [{ schema: { openAPIV3Schema: unknown } }] }).versions[0].schema
      .openAPIV3Schema;

  it('take a schema or a boolean, and defaults of any sort', () => {
    const schema = {
      type: 'object',
      maximum: 1.5,
      additionalProperties: true,
      properties: {
        a: { type: 'array', items: { type: 'string' }, default: ['x', null] },
        b: { type: 'object', additionalProperties: { type: 'integer' }, enum: [null, 1, 'x', {}] },
      },
    };
    expect(schemaIn(decodeStrictly(definition(schema)))).to.deep.equal(schema);
  });

  it('drop what they do not know, where all others refuse it', () => {
    const known = { type: 'array', items: { type: 'string' } };
    const read = decodeStrictly(definition({ ...known, items: { type: 'string', typ: 'x' } }));
    expect(schemaIn(read)).to.deep.equal(known);
    expect(refusal(() => decodeStrictly(definition({ typ: 'x' })))).to.equal(
      `${CRD}strict decoding error: unknown field "spec.versions[0].schema.openAPIV3Schema.typ"`,
    );
  });

  it('refuse what is neither, and what does not fit in them', () => {
    expect(refusal(() => decodeStrictly(definition({ additionalProperties: 'no' })))).to.equal(
      `${CRD}boolean or JSON schema expected`,
    );
    expect(refusal(() => decodeStrictly(definition({ items: { type: 1 } })))).to.equal(
      `${CRD}json: cannot unmarshal number into Go struct field JSONSchemaProps.spec.versions.schema.openAPIV3Schema.items.type of type string`,
    );
    const deep = { items: { additionalProperties: { externalDocs: { url: 1 } } } };
    expect(refusal(() => decodeStrictly(definition(deep)))).to.match(
      / JSONSchemaProps\.spec\.versions\.schema\.openAPIV3Schema\.items\.additionalProperties\.externalDocs\.url of type string$/,
    );
    expect(refusal(() => decodeStrictly(definition({ maximum: 'x' })))).to.equal(
      `${CRD}json: cannot unmarshal string into Go struct field JSONSchemaProps.spec.versions.schema.openAPIV3Schema.maximum of type float64`,
    );
  });
});

describe('values that Go reads in its own way', () => {
  it('takes a list of small numbers for bytes', () => {
    const map = (a: unknown) =>
      ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, binaryData: { a } }) as Manifest;
    expect(decodeStrictly(map([104, 105, null])).binaryData).to.deep.equal({ a: 'aGkA' });
    expect(decodeStrictly(map([])).binaryData).to.deep.equal({ a: '' });
    for (const [list, given] of [
      [[256], 'number 256'],
      [[-1], 'number -1'],
      [[''], 'string'],
    ] as const)
      expect(refusal(() => decodeStrictly(map(list)))).to.equal(
        `ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal ${given} into Go struct field ConfigMap.binaryData of type uint8`,
      );
  });

  it('asks leases and events for microseconds', () => {
    const lease = (renewTime: string): Manifest =>
      ({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: { name: 'a' },
        spec: { renewTime },
      }) as Manifest;
    const good = lease('2026-01-01T00:00:00.000000Z');
    expect(decodeStrictly(good)).to.equal(good);
    expect(refusal(() => decodeStrictly(lease('2026-01-01T00:00:00Z')))).to.equal(
      'Lease in version "v1" cannot be handled as a Lease: parsing time "2026-01-01T00:00:00Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "Z" as ".000000"',
    );
    expect(refusal(() => decodeStrictly(lease('2026-01-01T00:00:00.1234567Z')))).to.match(
      /: cannot parse "7Z" as "Z07:00"$/,
    );
  });
});
