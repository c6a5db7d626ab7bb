import { expect } from 'chai';
import type { Moment } from '../../../film/plot/plot';
import { ticksOf } from './ticks';

const moment = (x: number): Moment => ({
  x,
  at: x * 1000,
  step: 0,
  old: 0,
  new: 0,
  unavailable: 0,
  doubled: 0,
  isBehindGap: false,
});

const ticks = (count: number): readonly number[] => {
  const moments = Array.from({ length: count }, (_, x) => moment(x));
  return ticksOf({ moments, width: count - 1 }).map(({ x }) => x);
};

describe('the times below a plot', () => {
  it('are all of a few', () => {
    expect(ticks(4)).to.deep.equal([0, 1, 2, 3]);
  });

  it('are six of many, among them the first and the last', () => {
    expect(ticks(21)).to.deep.equal([0, 4, 8, 12, 16, 20]);
    expect(ticks(24).at(-1)).to.equal(23);
    expect(ticks(24).length).to.be.at.most(6);
  });

  it('are not the same time twice', () => {
    const moments = [moment(0), { ...moment(1), at: 4 }, moment(2)];
    expect(ticksOf({ moments, width: 2 }).map(({ x }) => x)).to.deep.equal([0, 2]);
  });

  it('is one of a plot in which all happens at once', () => {
    expect(ticksOf({ moments: [moment(0)], width: 0 }).length).to.equal(1);
  });
});
