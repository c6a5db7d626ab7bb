import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { nodes } from './kind';

describe('a new node', () => {
  it('has no taint twice', () => {
    const taints = [
      { key: 'gpu', effect: 'NoSchedule' },
      { key: 'gpu', value: 'a', effect: 'NoSchedule' },
    ];
    expect(wrong(nodes.validateCreate(stored(nodes, { spec: { taints } })))).to.deep.equal([
      'metadata.taints[1]: Duplicate value: {"Key":"gpu","Value":"a","Effect":"NoSchedule","TimeAdded":null}: taints must be unique by key and effect pair',
    ]);
  });

  it('has a range of addresses that does not name one of them', () => {
    const node = stored(nodes, { spec: { podCIDR: '10.9.8.7/24' } });
    expect(wrong(nodes.validateCreate(node))).to.deep.equal([
      'spec.podCIDRs[0]: Invalid value: "10.9.8.7/24": must not have bits set beyond the prefix length',
    ]);
  });
});

describe('the ranges of a new node', () => {
  const causes = (spec: object) => wrong(nodes.validateCreate(stored(nodes, { spec })));
  const cidr = '10.9.8.0/24';

  it('are one of each kind of address at most', () => {
    expect(causes({ podCIDRs: [cidr, '2001:db8::/64'] })).to.deep.equal([]);
    expect(causes({ podCIDRs: [cidr, cidr] })).to.deep.equal([
      'spec.podCIDRs: Invalid value: ["10.9.8.0/24","10.9.8.0/24"]: may specify no more than one CIDR for each IP family',
    ]);
  });

  it('are the one that has a field of its own, if they begin with another', () => {
    expect(causes({ podCIDR: cidr, podCIDRs: ['x'] })).to.deep.equal([]);
  });
});

describe('a changed node', () => {
  const of = (providerID: string, taints: readonly object[] = []) =>
    stored(nodes, { spec: { providerID, taints } });

  it('keeps its provider’s id, whoever writes it', () => {
    const moved =
      'spec.providerID: Forbidden: node updates may not change providerID except from "" to valid';
    expect(wrong(nodes.validateUpdate(of('b'), of('a')))).to.deep.equal([moved]);
    expect(wrong(nodes.validateStatusUpdate(of('b'), of('a')))).to.deep.equal([moved]);
  });

  it('is looked at twice, but for a write of its status', () => {
    const twice = of('a', [{ key: 'gpu', effect: 'Never' }]);
    const causes = nodes.validateStatusUpdate(twice, of('a')).length;
    expect(causes).to.be.above(0);
    expect(nodes.validateUpdate(twice, of('a'))).to.have.length(2 * causes);
  });
});
