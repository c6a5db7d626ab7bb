import { expect } from 'chai';
import { axisOf } from './axis';

const seconds = (...times: readonly number[]) => axisOf(times.map((each) => each * 1000));

describe('an axis that is spaced by events', () => {
  it('gives each event the same room', () => {
    expect(seconds(0, 0, 2, 3).map(({ x }) => x)).to.deep.equal([0, 1, 2, 3]);
  });

  it('marks a gap where much more time goes by than usual, and makes it wide', () => {
    expect(seconds(0, 2, 4, 86_404)).to.deep.equal([
      { x: 0, isBehindGap: false },
      { x: 1, isBehindGap: false },
      { x: 2, isBehindGap: false },
      { x: 4, isBehindGap: true },
    ]);
  });

  it('marks none where long is usual, or short', () => {
    for (const times of [[0, 600, 1200, 1800], [0, 0.1, 0.2, 9], [0, 600], []])
      expect(seconds(...times).some(({ isBehindGap }) => isBehindGap)).to.equal(false);
  });
});
