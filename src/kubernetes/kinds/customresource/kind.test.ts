import { expect } from 'chai';
import type { KubeObject, Manifest } from '../../object';
import { decodeStrictly } from '../../wire/schema/decode';
import { Kinds } from '../kinds';
import { resources } from '../resources';
import { withAcceptedNames, withEstablished } from './definition/acceptance';
import { isEstablished } from './definition/definition';
import { customresourcedefinitions } from './definition/kind';
import { manifestOf } from './definition/widgets.testkit';
import { kindsDefinedBy } from './kind';

const NOW = '2026-01-01T00:00:00Z';

const identified = <T extends KubeObject>(manifest: Manifest): T =>
  ({
    ...manifest,
    metadata: { ...manifest.metadata, uid: 'u', resourceVersion: '', creationTimestamp: NOW },
  }) as KubeObject as T;

/** A definition as an API server takes it, and what it defines. */
const defined = (manifest: Manifest) => {
  const { defaults, prepareForCreate, validateCreate } = customresourcedefinitions;
  const stored = prepareForCreate(defaults(identified(decodeStrictly(manifest))));
  expect(validateCreate(stored)).to.deep.equal([]);
  const accepted = { ...stored, status: withAcceptedNames(stored, [], NOW) };
  const established = { ...accepted, status: withEstablished(accepted, NOW) };
  expect(isEstablished(established)).to.equal(true);
  return kindsDefinedBy(established)[0];
};

describe('a kind that is defined in the cluster', () => {
  const widgets = defined(manifestOf({}, { selectableFields: [{ jsonPath: '.spec.colour' }] }));
  if (!widgets) throw new Error('no kind');
  const widget = (fields: object): Manifest =>
    ({
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata: { name: 'a', namespace: 'shop' },
      ...fields,
    }) as Manifest;

  it('joins the others', () => {
    const kinds = new Kinds([...Object.values(resources), customresourcedefinitions, widgets]);
    expect(kinds.named('widgets.example.com')).to.equal(widgets);
    expect(kinds.named('crd')).to.equal(customresourcedefinitions);
    expect(kinds.of(widget({}))).to.equal(widgets);
  });

  it('has objects that are read, filled in, checked and counted', () => {
    const sent = widget({ spec: { colour: 'red', options: null } });
    const stored = widgets.prepareForCreate(widgets.defaults(identified(decodeStrictly(sent, widgets.read))));
    expect(stored).to.deep.include({ spec: { colour: 'red', size: 1 } });
    expect(widgets.validateCreate(stored)).to.deep.equal([]);
    const changed = { ...stored, spec: { colour: 'green', size: 1 } } as KubeObject;
    expect(widgets.prepareForUpdate(stored, stored).metadata.generation).to.equal(1);
    expect(widgets.prepareForUpdate(changed, stored).metadata.generation).to.equal(2);
    expect(widgets.prepareForUpdate(changed, stored)).not.to.have.property('status');
  });

  it('has fields of its own to select by', () => {
    expect(Object.keys(widgets.selectableFields)).to.deep.equal(['spec.colour']);
    expect(
      widgets.selectableFields['spec.colour']?.(widget({ spec: { colour: 'red' } }) as KubeObject),
    ).to.equal('red');
  });
});

describe('a CustomResourceDefinition that changes', () => {
  it('counts once', () => {
    const { defaults, prepareForCreate, prepareForUpdate } = customresourcedefinitions;
    const stored = prepareForCreate(defaults(identified(decodeStrictly(manifestOf()))));
    expect(stored.metadata.generation).to.equal(1);
    const next = { ...stored, spec: { ...stored.spec, scope: 'Cluster' } };
    expect(prepareForUpdate(next, stored).metadata.generation).to.equal(2);
    expect(prepareForUpdate(stored, stored).metadata.generation).to.equal(1);
  });
});
