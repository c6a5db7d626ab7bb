import { expect } from 'chai';
import { aNode, pinnedTo } from '../samples.testkit';
import { matchesNode, nodeNamedBy } from './affinity';
import type { NodeSelectorTerm } from './pod';

const node = aNode({ name: 'east-1', labels: { zone: 'east', disk: 'ssd' } });

const requires = (...nodeSelectorTerms: NodeSelectorTerm[]): boolean =>
  matchesNode(node, {
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
  });

const zone = (value: string) => ({ key: 'zone', operator: 'In', values: [value] });
const ssd = { key: 'disk', operator: 'In', values: ['ssd'] };
const hdd = { key: 'disk', operator: 'In', values: ['hdd'] };

describe('where a pod may run', () => {
  it('is everywhere, if it does not say', () => {
    expect(matchesNode(node, {})).to.equal(true);
    expect(matchesNode(node, { affinity: { nodeAffinity: {} } })).to.equal(true);
  });

  it('is on nodes with all labels of its node selector', () => {
    expect(matchesNode(node, { nodeSelector: { zone: 'east', disk: 'ssd' } })).to.equal(true);
    expect(matchesNode(node, { nodeSelector: { zone: 'east', disk: 'hdd' } })).to.equal(false);
  });

  it('needs both the node selector and the affinity', () => {
    const affinity = pinnedTo('east-1');
    expect(matchesNode(node, { nodeSelector: { zone: 'east' }, affinity })).to.equal(true);
    expect(matchesNode(node, { nodeSelector: { zone: 'west' }, affinity })).to.equal(false);
    expect(matchesNode(node, { nodeSelector: { zone: 'east' }, affinity: pinnedTo('east-2') })).to.equal(
      false,
    );
  });

  it('needs one of the terms', () => {
    expect(requires({ matchExpressions: [zone('west')] }, { matchExpressions: [zone('east')] })).to.equal(
      true,
    );
    expect(requires({ matchExpressions: [zone('west')] }, { matchExpressions: [zone('south')] })).to.equal(
      false,
    );
  });

  it('needs every expression of a term', () => {
    expect(requires({ matchExpressions: [zone('east'), ssd] })).to.equal(true);
    expect(requires({ matchExpressions: [zone('east'), hdd] })).to.equal(false);
  });

  it('needs the fields of a term beside its expressions', () => {
    const named = [{ key: 'metadata.name', operator: 'In', values: ['east-1'] }];
    const other = [{ key: 'metadata.name', operator: 'NotIn', values: ['east-1'] }];
    expect(requires({ matchExpressions: [ssd], matchFields: named })).to.equal(true);
    expect(requires({ matchExpressions: [hdd], matchFields: named })).to.equal(false);
    expect(requires({ matchExpressions: [ssd], matchFields: other })).to.equal(false);
  });

  it('is nowhere for a term with nothing in it, and for no terms', () => {
    expect(requires({})).to.equal(false);
    expect(requires({ matchExpressions: [], matchFields: [] })).to.equal(false);
    expect(requires()).to.equal(false);
    expect(requires({}, { matchExpressions: [ssd] })).to.equal(true);
  });
});

describe('the node that an affinity names', () => {
  it('is the only value of the field', () => {
    expect(nodeNamedBy(pinnedTo('east-1'))).to.equal('east-1');
  });

  it('is none if there are several values, or another operator', () => {
    const by = (operator: string, values: string[]) =>
      nodeNamedBy({
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator, values }] }],
          },
        },
      });
    expect(by('In', ['east-1', 'east-2'])).to.equal(undefined);
    expect(by('NotIn', ['east-1'])).to.equal(undefined);
    expect(nodeNamedBy(undefined)).to.equal(undefined);
  });
});
