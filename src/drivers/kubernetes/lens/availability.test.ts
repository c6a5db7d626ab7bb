import { expect } from 'chai';
import { withoutForeignNodes } from './availability';

describe('Why a pod finds no node', () => {
  const tail =
    'no new claims to deallocate, preemption: 0/9 nodes are available: 1 No preemption victims found for incoming pod, 8 Preemption is not helpful for scheduling.';

  it('is told of the nodes of the example', () => {
    expect(
      withoutForeignNodes(
        `0/9 nodes are available: 1 Insufficient cpu, 8 node(s) didn't satisfy plugin(s) [NodeAffinity]. ${tail}`,
        2,
      ),
    ).to.equal(
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't satisfy plugin(s) [NodeAffinity]. " +
        'no new claims to deallocate, preemption: 0/2 nodes are available: ' +
        '1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.',
    );
  });

  it('names no reason that is one of other nodes only', () => {
    expect(
      withoutForeignNodes(
        `0/9 nodes are available: 1 Too many pods, 8 node(s) didn't satisfy plugin(s) [NodeAffinity]. ${tail}`,
        1,
      ),
    ).to.equal(
      '0/1 nodes are available: 1 Too many pods. no new claims to deallocate, preemption: ' +
        '0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    );
    expect(
      withoutForeignNodes(
        "0/3 nodes are available: 2 node(s) didn't match Pod's node affinity/selector, 1 node(s) were unschedulable.",
        1,
      ),
    ).to.equal('0/1 nodes are available: 1 node(s) were unschedulable.');
  });

  it('names reasons in the order of the scheduler, whatever is left of a number', () => {
    const foreign = "24 node(s) didn't satisfy plugin(s) [NodeAffinity]";
    expect(withoutForeignNodes(`0/27 nodes are available: ${foreign}, 3 Insufficient cpu.`, 10)).to.equal(
      "0/10 nodes are available: 3 Insufficient cpu, 7 node(s) didn't satisfy plugin(s) [NodeAffinity].",
    );
    expect(
      withoutForeignNodes(
        '0/25 nodes are available: 1 Insufficient cpu, 1 Insufficient example.com/gpu, ' +
          "24 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: " +
          '0/25 nodes are available: 1 No preemption victims found for incoming pod, 24 Preemption is not helpful for scheduling.',
        8,
      ),
    ).to.equal(
      '0/8 nodes are available: 1 Insufficient cpu, 1 Insufficient example.com/gpu, ' +
        "7 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: " +
        '0/8 nodes are available: 1 No preemption victims found for incoming pod, 7 Preemption is not helpful for scheduling.',
    );
  });

  it('stays as it is where other nodes cannot be told apart', () => {
    const text = '0/3 nodes are available: 3 node(s) were unschedulable.';
    expect(withoutForeignNodes(text, 1)).to.equal(text);
  });

  it('stays as it is where there are no others', () => {
    const text =
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't satisfy plugin(s) [NodeAffinity].";
    expect(withoutForeignNodes(text, 2)).to.equal(text);
  });

  it('counts also where the pod waits for something else', () => {
    expect(
      withoutForeignNodes('0/9 nodes are available: persistentvolumeclaim "data" not found. not found', 2),
    ).to.equal('0/2 nodes are available: persistentvolumeclaim "data" not found. not found');
  });
});
