import { expect } from 'chai';
import { cutShort, nowhere, withoutRoom } from './message';

const tainted = ['node(s) had untolerated taint(s)'];
const full = ['Insufficient cpu', 'Too many pods'];

describe('why a pod fits nowhere', () => {
  it('is counted by reason', () => {
    expect(nowhere(3, [tainted, full, tainted])).to.equal(
      '0/3 nodes are available: 1 Insufficient cpu, 1 Too many pods, 2 node(s) had untolerated taint(s).',
    );
  });

  it('has one reason for the nodes that nobody looked at', () => {
    expect(nowhere(3, [full], 'too far')).to.equal(
      '0/3 nodes are available: 1 Insufficient cpu, 1 Too many pods, 2 too far.',
    );
    expect(nowhere(1, [full], 'too far')).to.equal(
      '0/1 nodes are available: 1 Insufficient cpu, 1 Too many pods.',
    );
  });

  it('is followed by why nobody could make room', () => {
    expect(withoutRoom('nobody goes.')).to.equal('no new claims to deallocate, preemption: nobody goes.');
  });

  it('is cut short in an event', () => {
    expect(cutShort('x'.repeat(1024))).to.have.length(1024);
    expect(cutShort('x'.repeat(1025))).to.equal(`${'x'.repeat(1020)} ...`);
  });
});
