import { expect } from 'chai';
import { History } from './history.testkit';
import { mostDoubled, nodesWithTwo } from './overlaps';
import { podLives } from './podLife';

const START = { at: 0, index: 0 };
const livesOf = ({ timeline }: History) => podLives(timeline.changes());

/** On each of two nodes an old pod is joined by a new one, and told to go once the new one is there. */
const surgeOf = (secondNodeAt: number) =>
  livesOf(
    new History()
      .pod(0, 'a', { node: 'east-1' })
      .pod(0, 'b', { node: 'east-2' })
      .pod(10, 'c', { node: 'east-1' })
      .pod(20, 'a', { terminating: true })
      .pod(secondNodeAt, 'd', { node: 'east-2' })
      .gone(secondNodeAt + 1, 'a'),
  );

describe('pods of one node', () => {
  it('overlap until the older one is gone', () => {
    expect([...nodesWithTwo(surgeOf(30), START)]).to.deep.equal(['east-1', 'east-2']);
  });

  it('do not count if they met before the moment', () => {
    const history = new History()
      .pod(0, 'a', { node: 'east-1' })
      .pod(1, 'b', { node: 'east-1' })
      .gone(2, 'a');
    expect([...nodesWithTwo(livesOf(history), history.timeline.moment())]).to.deep.equal([]);
  });

  it('do not overlap if one comes when the other is gone', () => {
    const history = new History()
      .pod(0, 'a', { node: 'east-1' })
      .gone(5, 'a')
      .pod(5, 'b', { node: 'east-1' });
    expect([...nodesWithTwo(livesOf(history), START)]).to.deep.equal([]);
  });

  it('are two no longer when one of them is asked to leave', () => {
    expect(mostDoubled(surgeOf(20), START)).to.equal(1);
    expect(mostDoubled(surgeOf(20), START, 'all')).to.equal(2);
  });

  it('are two on two nodes at a time if the second does not wait for the first', () => {
    const history = new History()
      .pod(0, 'a', { node: 'east-1' })
      .pod(0, 'b', { node: 'east-2' })
      .pod(1, 'c', { node: 'east-1' })
      .pod(2, 'd', { node: 'east-2' });
    expect(mostDoubled(livesOf(history), START)).to.equal(2);
  });
});
