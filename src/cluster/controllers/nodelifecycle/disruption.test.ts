import { expect } from 'chai';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { aNode } from '../../../kubernetes/kinds/samples.testkit';
import { Disruption, NEVER, SLOW, USUAL, zoneOf } from './disruption';

const node = (ready: boolean, zone?: string): Node => {
  const { metadata, ...rest } = aNode();
  return {
    ...rest,
    metadata: { ...metadata, labels: zone ? { 'topology.kubernetes.io/zone': zone } : {} },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'Unknown' }] },
  };
};
const many = (count: number, each: Node): Node[] => Array.from({ length: count }, () => each);

/** How soon nodes of the first one's zone are given up. */
const paceAmong = (...nodes: Node[]) => {
  const disruption = new Disruption();
  for (const each of nodes) disruption.note(undefined, each);
  return disruption.paceIn(zoneOf(nodes[0] as Node));
};

describe('nodes that do not answer', () => {
  const silent = node(false);
  const fine = node(true);

  it('are given up at the usual pace while most nodes answer', () => {
    expect(paceAmong(silent, fine)).to.equal(USUAL);
    expect(paceAmong(...many(3, silent), ...many(3, fine))).to.equal(USUAL);
    expect(paceAmong(...many(2, silent), fine)).to.equal(USUAL);
  });

  it('are not given up if they are most of a small zone', () => {
    expect(paceAmong(...many(5, silent), ...many(4, fine))).to.equal(NEVER);
    expect(paceAmong(...many(28, silent), ...many(22, fine))).to.equal(NEVER);
  });

  it('are given up slowly if they are most of a larger zone', () => {
    expect(paceAmong(...many(29, silent), ...many(22, fine))).to.equal(SLOW);
    expect(paceAmong(...many(28, silent), ...many(23, fine))).to.equal(USUAL);
  });

  it('are not given up if no node answers: then it is not the nodes', () => {
    expect(paceAmong(silent)).to.equal(NEVER);
    expect(paceAmong(...many(9, silent))).to.equal(NEVER);
  });

  it('are given up if they are a whole zone, while another answers', () => {
    expect(paceAmong(...many(5, node(false, 'east')), node(true, 'west'))).to.equal(USUAL);
  });

  it('are judged zone by zone', () => {
    const nodes = [
      ...many(3, node(false, 'east')),
      ...many(2, node(true, 'east')),
      ...many(9, node(true, 'west')),
    ];
    expect(paceAmong(...nodes)).to.equal(NEVER);
    expect(paceAmong(...nodes.reverse())).to.equal(USUAL);
  });

  it('count for nothing if a label says so', () => {
    const { metadata, ...rest } = silent;
    const labels = { 'node.kubernetes.io/exclude-disruption': '' };
    const excluded: Node = { ...rest, metadata: { ...metadata, labels } };
    expect(paceAmong(...many(9, excluded), silent, fine)).to.equal(USUAL);
  });

  it('are judged anew with every node that changes, comes or goes', () => {
    const disruption = new Disruption();
    expect(disruption.note(undefined, fine)).to.equal(false);
    expect(disruption.note(fine, fine)).to.equal(false);
    expect(disruption.note(fine, silent)).to.equal(true);
    expect(disruption.isTotal).to.equal(true);
    expect(disruption.note(undefined, fine)).to.equal(true);
    expect(disruption.isTotal).to.equal(false);
    expect(disruption.note(fine, undefined)).to.equal(true);
  });
});
