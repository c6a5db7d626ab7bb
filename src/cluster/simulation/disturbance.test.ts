import { expect } from 'chai';
import { ApiError } from '../../kubernetes/refusals';
import { calm, rough } from './disturbance';
import { Random } from './random';

describe('a calm day', () => {
  it('delivers everything in the order it happened, and lets every write through', () => {
    expect(calm.batch(7)).to.equal(7);
    expect(calm.next([5, 3, 9])).to.equal(1);
    expect(calm.write(() => 'written')).to.equal('written');
  });
});

describe('a rough day', () => {
  const day = rough(new Random(1), 4);

  it('delivers some of the news, but at least one', () => {
    const batches = new Set(Array.from({ length: 200 }, () => day.batch(3)));
    expect([...batches].sort()).to.deep.equal([1, 2, 3]);
  });

  it('delivers news of different kinds in any order', () => {
    const first = new Set(Array.from({ length: 200 }, () => day.next([5, 3, 9])));
    expect([...first].sort()).to.deep.equal([0, 1, 2]);
  });

  it('lets some writes fail before they happen and some lose their reply', () => {
    const seen = { fine: 0, refused: 0, lost: 0 };
    for (let i = 0; i < 200; i++) {
      let written = false;
      try {
        day.write(() => {
          written = true;
        });
        seen.fine++;
      } catch (error) {
        expect(error).to.be.instanceOf(ApiError);
        expect((error as ApiError).code).to.equal(written ? 504 : 500);
        seen[written ? 'lost' : 'refused']++;
      }
    }
    expect(Math.min(...Object.values(seen))).to.be.greaterThan(10);
  });
});
