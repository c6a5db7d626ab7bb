import { expect } from 'chai';
import type { Obstacle } from './filters';
import { explain } from './message';

const tainted: Obstacle = { reasons: ['node(s) had untolerated taint(s)'], preemptible: false };
const full: Obstacle = { reasons: ['Insufficient cpu', 'Too many pods'], preemptible: true };

describe('why a pod fits nowhere', () => {
  it('is counted by reason, and whether preemption would help', () => {
    expect(explain([tainted, full, tainted], 3, false, false)).to.equal(
      '0/3 nodes are available: 1 Insufficient cpu, 1 Too many pods, 2 node(s) had untolerated taint(s). ' +
        'preemption: 0/3 nodes are available: 1 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling.',
    );
  });

  it('says of the other nodes that they are not the one named', () => {
    expect(explain([full], 3, true, false)).to.equal(
      "0/3 nodes are available: 1 Insufficient cpu, 1 Too many pods, 2 node(s) didn't satisfy plugin(s) [NodeAffinity]. " +
        'preemption: 0/3 nodes are available: 1 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling.',
    );
  });

  it('ends with the reasons, if others are made to go', () => {
    expect(explain([full], 1, false, true)).to.equal(
      '0/1 nodes are available: 1 Insufficient cpu, 1 Too many pods.',
    );
  });

  it('is simple without nodes', () => {
    expect(explain([], 0, false, false)).to.equal(
      '0/0 nodes are available: no nodes available to schedule pods.',
    );
  });
});
