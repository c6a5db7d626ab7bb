import { expect } from 'chai';
import { generatedFiles } from './generated';
import type { Published, PublishedSchema } from './published';
import { compactTypes } from './types';

const string: PublishedSchema = { type: 'string' };
const reference = (name: string): PublishedSchema => ({
  default: {},
  allOf: [{ $ref: `#/components/schemas/io.k8s.${name}` }],
});
const TIME = 'apimachinery.pkg.apis.meta.v1.Time';

const published: Published = {
  groups: [
    {
      metadata: { name: 'doors.example.com' },
      versions: [
        {
          version: 'v1',
          resources: [
            {
              resource: 'doors',
              singularResource: 'door',
              scope: 'Cluster',
              verbs: ['get'],
              responseKind: { group: '', version: '', kind: 'Door' },
              subresources: [
                {
                  subresource: 'scale',
                  responseKind: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
                  verbs: ['get'],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  schemas: {
    'io.k8s.api.doors.v1.Door': {
      type: 'object',
      required: ['name'],
      'x-kubernetes-group-version-kind': [{ group: 'doors.example.com', version: 'v1', kind: 'Door' }],
      properties: {
        name: { ...string, default: '' },
        colour: string,
        note: { ...string, default: '' },
        wood: { ...string, default: 'oak' },
        width: { type: 'integer', format: 'int32' },
        open: { type: 'boolean', default: false },
        frame: reference('api.doors.v1.Frame'),
        lock: { $ref: '#/components/schemas/io.k8s.api.doors.v1.Frame' },
        since: reference(TIME),
        born: reference(TIME),
        keys: { type: 'array', items: string, 'x-kubernetes-patch-strategy': 'merge' },
        rules: { type: 'array', items: reference('api.doors.v1.Frame') },
      },
    },
    'io.k8s.api.doors.v1.Frame': { type: 'object', properties: { hinges: { type: 'integer' } } },
    'io.k8s.api.doors.v1.Unused': { type: 'object' },
    [`io.k8s.${TIME}`]: { type: 'string', format: 'date-time' },
  },
  goFields: {
    'io.k8s.api.doors.v1.Door': {
      name: 'string',
      colour: 'v1.Colour,omitempty',
      note: 'string,omitempty',
      wood: '*string,omitempty',
      width: '*int32,omitempty',
      open: 'bool',
      frame: 'v1.Frame,omitempty',
      lock: '*v1.Frame,omitempty',
      since: 'v1.Time,omitempty',
      born: 'v1.Time,omitempty,omitzero',
      keys: '[]string,omitempty',
      rules: '[]v1.Frame',
    },
    'io.k8s.api.doors.v1.Frame': { hinges: 'int64,omitempty,within=Metal.Iron' },
  },
  internalFields: {},
  protobuf: {
    kinds: { 'doors.example.com/v1 Door': 'api/doors/v1.Door' },
    messages: { 'api/doors/v1.Door': { name: { n: 1, t: 'string' } } },
  },
  tableColumns: { 'doors.example.com/v1/doors': [{ name: 'Colour', type: 'string' }] },
};

describe('generated types', () => {
  const { kinds, types } = compactTypes(published);
  const door = types['io.k8s.api.doors.v1.Door'];
  const of = (field: string) => door?.properties?.[field];

  it('are those that served kinds are made of, and no others', () => {
    expect(Object.keys(types)).to.deep.equal([
      'io.k8s.api.doors.v1.Door',
      'io.k8s.api.doors.v1.Frame',
      `io.k8s.${TIME}`,
    ]);
    expect(kinds).to.deep.equal({ 'doors.example.com/v1 Door': 'io.k8s.api.doors.v1.Door' });
  });

  it('say what is written of fields that nobody set', () => {
    const written = Object.fromEntries(
      Object.entries(door?.properties ?? {}).map(([name, field]) => [name, field.default]),
    );
    expect(written).to.deep.equal({
      name: '',
      colour: undefined,
      note: undefined,
      wood: 'oak',
      width: undefined,
      open: false,
      frame: {},
      lock: undefined,
      since: null,
      born: undefined,
      keys: undefined,
      rules: null,
    });
  });

  it('say which scalars are pointers, and which types have names of their own', () => {
    expect(of('width')).to.deep.equal({ type: 'integer', format: 'int32', pointer: true });
    expect(of('colour')).to.deep.equal({ type: 'string', goType: 'v1.Colour' });
    expect(of('lock')).to.deep.equal({ $ref: 'io.k8s.api.doors.v1.Frame' });
  });

  it('say with which structs a field is embedded', () => {
    expect(types['io.k8s.api.doors.v1.Frame']?.properties?.hinges?.within).to.equal('Metal.Iron');
    expect(of('keys')).not.to.have.property('within');
  });

  it('keep what patches go by', () => {
    expect(of('keys')?.['x-kubernetes-patch-strategy']).to.equal('merge');
  });
});

describe('generated files', () => {
  const files = generatedFiles(published);
  const read = (name: string): unknown =>
    JSON.parse(Object.entries(files).find(([path]) => path.endsWith(name))?.[1] ?? '');

  it('list kinds with their subresources', () => {
    const [door] = read('served.data.json') as Record<string, unknown>[];
    expect(door).to.deep.include({ apiVersion: 'doors.example.com/v1', plural: 'doors', namespaced: false });
    expect(door?.subresources).to.deep.equal([
      { name: 'scale', apiVersion: 'autoscaling/v1', kind: 'Scale', verbs: ['get'] },
    ]);
  });

  it('put every type on a line of its own, in single quotes', () => {
    const [path = ''] = Object.keys(files);
    expect(files[path]).to.include(`\n"io.k8s.${TIME}":"{'type':'string','format':'date-time'}"`);
  });

  it('say how kinds are written in protobuf, a message a line', () => {
    const path = 'src/serve/protobuf/messages.data.json';
    expect(files[path]).to.include(`\n"api/doors/v1.Door":"{'name':{'n':1,'t':'string'}}"\n`);
    expect(files[path]).to.include('"doors.example.com/v1 Door":"api/doors/v1.Door"');
  });

  it('define the columns of each kind', () => {
    expect(read('columns.data.json')).to.deep.equal(published.tableColumns);
  });

  it('cannot hold a schema with a single quote', () => {
    const quoting = { ...published.schemas, [`io.k8s.${TIME}`]: { enum: ["o'clock"] } };
    expect(() => generatedFiles({ ...published, schemas: quoting })).to.throw('single quote');
  });
});
