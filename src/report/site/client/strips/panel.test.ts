import { expect } from 'chai';
import type { Shot } from '../../../../film/scene';
import { node, scene } from '../../../../film/scenes.testkit';
import { momentsOf } from './panel';

const at = (time: number) => ({ at: time, scene: scene([node(`seen-at-${time}`)]) });
const shots: readonly Shot[] = [[at(1)], [at(2), at(3)], [], [at(9)]];

describe('the moments of a panel', () => {
  it('are the pictures of its steps, each with its place', () => {
    const { moments, before } = momentsOf({ earlier: 1, place: 3 }, shots);
    expect(moments.map((each) => [each.place, each.at])).to.deep.equal([
      [2, 2],
      [2, 3],
    ]);
    expect(before.nodes[0]?.name).to.equal('seen-at-1');
  });

  it('of the first panel begin with nothing', () => {
    const { moments, before } = momentsOf({ earlier: 0, place: 1 }, shots);
    expect(moments.map((each) => each.at)).to.deep.equal([1]);
    expect(before.nodes).to.deep.equal([]);
  });
});
