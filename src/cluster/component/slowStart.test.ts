import { expect } from 'chai';
import { slowStartBatch } from './slowStart';

const items = Array.from({ length: 20 }, (_, index) => index + 1);

describe('a slow start', () => {
  it('tries all, in order, if all goes well', () => {
    const tried: number[] = [];
    expect(slowStartBatch(items, (item) => tried.push(item) > 0)).to.equal(20);
    expect(tried).to.deep.equal(items);
  });

  it('goes in batches of 1, 2, 4, …, and ends with the batch in which one fails', () => {
    const triedIfFails = (failing: number): number => {
      let tries = 0;
      const tried = slowStartBatch(items, (item) => {
        tries++;
        return item !== failing;
      });
      expect(tries).to.equal(tried);
      return tried;
    };
    expect([1, 2, 3, 4, 7, 8, 15, 16, 20].map(triedIfFails)).to.deep.equal([1, 3, 3, 7, 7, 15, 15, 20, 20]);
  });

  it('tries nothing if there is nothing', () => {
    expect(slowStartBatch([], () => false)).to.equal(0);
  });
});
