import { expect } from 'chai';
import { HeldBack } from './heldBack';
import { NodeState } from './nodeState';

describe('nodes whose failed pods are held back', () => {
  const nodes = ['east-1', 'west-1'].map((name) => new NodeState(name, { object: undefined }));
  const [east, west] = nodes as [NodeState, NodeState];
  let held = new HeldBack();
  beforeEach(() => {
    held = new HeldBack();
    held.due(0, 1);
    held.hold(east, 1000, 1000);
    held.hold(west, 3000, 4000);
  });
  const due = (now: number, generation = 1) => held.due(now, generation).map(({ name }) => name);

  it('are due when their time has come', () => {
    expect(due(999)).to.deep.equal([]);
    expect(due(1000)).to.deep.equal(['east-1']);
    expect(due(3000)).to.deep.equal(['east-1', 'west-1']);
  });

  it('are all due when a new spec has been acted on, once', () => {
    expect(due(0, 2)).to.deep.equal(['east-1', 'west-1']);
    expect(due(0, 2)).to.deep.equal([]);
  });

  it('bring the set back after the whole of the shortest back-off', () => {
    expect(held.delay).to.equal(1000);
    held.release(east);
    expect(held.delay).to.equal(4000);
    held.release(west);
    expect(held.delay).to.equal(undefined);
  });
});
