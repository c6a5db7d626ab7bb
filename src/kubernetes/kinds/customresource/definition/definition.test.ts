import { expect } from 'chai';
import type { Structural } from '../../../wire/structural/structural';
import { withAcceptedNames, withEstablished } from './acceptance';
import { byPreference, customKindsOf } from './customKinds';
import { type CustomResourceDefinition, type DefinitionStatus, isEstablished } from './definition';
import { customresourcedefinitions } from './kind';
import { prepareDefinitionUpdate } from './prepare';
import { widgets } from './widgets.testkit';

const AT = '2026-01-01T00:00:10Z';

const withStatus = (
  definition: CustomResourceDefinition,
  status: DefinitionStatus,
): CustomResourceDefinition => ({ ...definition, status });

const accepted = (definition: CustomResourceDefinition, others: readonly CustomResourceDefinition[] = []) =>
  withStatus(definition, withAcceptedNames(definition, others, AT));

const established = (definition: CustomResourceDefinition) => {
  const ready = accepted(definition);
  return withStatus(ready, withEstablished(ready, AT));
};

const conditions = ({ status }: CustomResourceDefinition): readonly string[] =>
  (status.conditions ?? []).map((each) => `${each.type}=${each.status} ${each.reason}: ${each.message}`);

describe('a new CustomResourceDefinition', () => {
  it('gets the names it leaves out, and no conversion', () => {
    const { spec } = widgets();
    expect(spec.names).to.deep.include({ singular: 'widget', listKind: 'WidgetList' });
    expect(spec.conversion).to.deep.equal({ strategy: 'None' });
  });

  it('has nothing accepted yet', () => {
    expect(widgets().status).to.deep.equal({
      acceptedNames: { kind: '', plural: '' },
      conditions: null,
      storedVersions: ['v1'],
    });
  });

  it('begins with the first generation, which moves with its spec', () => {
    const current = widgets();
    expect(current.metadata.generation).to.equal(1);
    expect(prepareDefinitionUpdate(current, current)).to.deep.equal(current);
    expect(prepareDefinitionUpdate(widgets({ scope: 'Cluster' }), current).metadata.generation).to.equal(2);
  });

  it('remembers every version that objects were stored in', () => {
    const next = prepareDefinitionUpdate(widgets({}, { name: 'v2' }), widgets());
    expect(next.status.storedVersions).to.deep.equal(['v1', 'v2']);
  });
});

describe('the names of a CustomResourceDefinition', () => {
  it('are accepted if no other has them, and then it is established', () => {
    const ready = accepted(widgets());
    expect(ready.status.acceptedNames).to.deep.equal(ready.spec.names);
    expect(conditions(ready)).to.deep.equal([
      'NamesAccepted=True NoConflicts: no conflicts found',
      'Established=False Installing: the initial names have been accepted',
    ]);
    expect(isEstablished(ready)).to.equal(false);
    const served = withStatus(ready, withEstablished(ready, AT));
    expect(conditions(served)[1]).to.equal(
      'Established=True InitialNamesAccepted: the initial names have been accepted',
    );
    expect(isEstablished(served)).to.equal(true);
    expect(served.status.conditions?.[1]?.lastTransitionTime).to.equal(AT);
  });

  it('are not accepted if another of the group has one of them', () => {
    const other = established(widgets());
    const names = { plural: 'wids', kind: 'Wid', shortNames: ['wd'] };
    const late = widgets({ names });
    const named = { ...late, metadata: { ...late.metadata, name: 'wids.example.com' } };
    const refused = accepted(named, [other]);
    expect(conditions(refused)).to.deep.equal([
      'NamesAccepted=False ShortNamesConflict: "wd" is already in use',
      'Established=False NotAccepted: not all names are accepted',
    ]);
    expect(refused.status.acceptedNames).to.deep.equal({
      plural: 'wids',
      singular: 'wid',
      kind: 'Wid',
      listKind: 'WidList',
    });
    expect(withEstablished(refused, AT)).to.equal(refused.status);
    const elsewhere = { ...named, spec: { ...named.spec, group: 'other.com' } };
    expect(conditions(accepted(elsewhere, [other]))[0]).to.match(/^NamesAccepted=True/);
  });

  it('are looked at only once', () => {
    const served = established(widgets());
    expect(withAcceptedNames(served, [served], AT)).to.equal(served.status);
    expect(withEstablished(served, AT)).to.equal(served.status);
  });
});

describe('customKindsOf', () => {
  it('is what a definition defines, as discovery describes it', () => {
    const [widget] = customKindsOf(widgets());
    expect(widget).to.deep.include({
      apiVersion: 'example.com/v1',
      group: 'example.com',
      version: 'v1',
      kind: 'Widget',
      plural: 'widgets',
      singular: 'widget',
      listKind: 'WidgetList',
      shortNames: ['wd'],
      categories: ['all'],
      namespaced: true,
      isStored: true,
      deprecationWarning: undefined,
    });
    expect(widget?.subresources.map(({ name, apiVersion, kind }) => [name, apiVersion, kind])).to.deep.equal([
      ['status', 'example.com/v1', 'Widget'],
      ['scale', 'autoscaling/v1', 'Scale'],
    ]);
    expect(widget?.printerColumns.map(({ name }) => name)).to.deep.equal(['Size', 'Age']);
    expect(widget?.schema?.required).to.deep.equal(['spec']);
  });

  it('has a kind for each version that is served, the preferred one first', () => {
    const version = (name: string, served = true) => ({ name, served, storage: name === 'v1' });
    const versions = [version('v1alpha1'), version('v1'), version('v3', false), version('v2beta1')];
    expect(customKindsOf(widgets({ versions })).map((kind) => kind.version)).to.deep.equal([
      'v1',
      'v2beta1',
      'v1alpha1',
    ]);
  });

  it('warns of formats that nobody checks, each once, and not of those it had before', () => {
    const withFormats = (...properties: readonly Structural[]) => {
      const given = widgets();
      const schema = {
        openAPIV3Schema: { type: 'object', properties: { ...Object.fromEntries(properties.entries()) } },
      };
      return {
        ...given,
        spec: { ...given.spec, versions: given.spec.versions.map((v) => ({ ...v, schema })) },
      };
    };
    const known = [
      { type: 'string', format: 'date-time' },
      { type: 'integer', format: 'int64' },
      { format: 'k8s-short-name' },
    ];
    const size = { type: 'string', format: 'int64' };
    const list = {
      type: 'array',
      items: { anyOf: [{ type: 'number', format: 'double' }, { format: 'phone' }] },
    };
    expect(customresourcedefinitions.warnings(withFormats(...known))).to.deep.equal([]);
    expect(customresourcedefinitions.warnings(withFormats(size, size, list))).to.deep.equal([
      'unrecognized format "int64"',
      'unrecognized format "phone"',
    ]);
    expect(customresourcedefinitions.warnings(withFormats(size, list), withFormats(size))).to.deep.equal([
      'unrecognized format "phone"',
    ]);
  });

  it('warns of versions that are deprecated', () => {
    const warning = (version: object) => customKindsOf(widgets({}, version))[0]?.deprecationWarning;
    expect(warning({ deprecated: true })).to.equal('example.com/v1 Widget is deprecated');
    expect(warning({ deprecated: true, deprecationWarning: 'use gadgets' })).to.equal('use gadgets');
  });

  it('puts versions in the order of Kubernetes', () => {
    const sorted = ['foo10', 'v1', 'v11alpha2', 'v10', 'foo1', 'v3beta1', 'v12alpha1', 'v11beta2', 'v2'].sort(
      byPreference,
    );
    expect(sorted).to.deep.equal([
      'v10',
      'v2',
      'v1',
      'v11beta2',
      'v3beta1',
      'v12alpha1',
      'v11alpha2',
      'foo1',
      'foo10',
    ]);
  });
});
