import { expect } from 'chai';
import type { Node } from '../../kubernetes/objects';
import { aNode } from '../../kubernetes/samples.testkit';
import { Disruption } from './disruption';

const node = (ready: boolean, zone?: string): Node => {
  const { metadata, ...rest } = aNode();
  return {
    ...rest,
    metadata: { ...metadata, labels: zone ? { 'topology.kubernetes.io/zone': zone } : {} },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'Unknown' }] },
  };
};
const many = (count: number, each: Node): Node[] => Array.from({ length: count }, () => each);

/** What happens to pods on the first of these nodes. */
const evictionAmong = (...nodes: Node[]) => {
  const disruption = new Disruption();
  for (const each of nodes) disruption.note(undefined, each);
  return disruption.eviction(nodes[0] as Node);
};

describe('evictions from nodes that do not answer', () => {
  const silent = node(false);
  const fine = node(true);

  it('are on while most nodes answer', () => {
    expect(evictionAmong(silent, fine)).to.equal('on');
    expect(evictionAmong(...many(3, silent), ...many(3, fine))).to.equal('on');
    expect(evictionAmong(...many(2, silent), fine)).to.equal('on');
  });

  it('are held if most of a small zone does not answer', () => {
    expect(evictionAmong(...many(5, silent), ...many(4, fine))).to.equal('held');
    expect(evictionAmong(...many(28, silent), ...many(22, fine))).to.equal('held');
    expect(evictionAmong(...many(29, silent), ...many(22, fine))).to.equal('on');
  });

  it('are off if no node answers: then it is not the nodes', () => {
    expect(evictionAmong(silent)).to.equal('off');
    expect(evictionAmong(...many(9, silent))).to.equal('off');
  });

  it('are on in a zone that is silent as a whole, while another answers', () => {
    expect(evictionAmong(...many(5, node(false, 'east')), node(true, 'west'))).to.equal('on');
  });

  it('are judged zone by zone', () => {
    const nodes = [
      ...many(3, node(false, 'east')),
      ...many(2, node(true, 'east')),
      ...many(9, node(true, 'west')),
    ];
    expect(evictionAmong(...nodes)).to.equal('held');
    expect(evictionAmong(...nodes.reverse())).to.equal('on');
  });

  it('are judged anew with every node that changes, comes or goes', () => {
    const disruption = new Disruption();
    expect(disruption.note(undefined, fine)).to.equal(false);
    expect(disruption.note(fine, fine)).to.equal(false);
    expect(disruption.note(fine, silent)).to.equal(true);
    expect(disruption.eviction(silent)).to.equal('off');
    expect(disruption.note(undefined, fine)).to.equal(true);
    expect(disruption.eviction(silent)).to.equal('on');
    expect(disruption.note(fine, undefined)).to.equal(true);
  });
});
