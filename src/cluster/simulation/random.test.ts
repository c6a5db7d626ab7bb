import { expect } from 'chai';
import { Random } from './random';

const draw = (seed: number, count = 5): number[] => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(draw(7)).to.deep.equal(draw(7));
    expect(draw(7)).not.to.deep.equal(draw(8));
  });

  it('tells apart seeds beyond 32 bits', () => {
    expect(draw(7)).not.to.deep.equal(draw(7 + 2 ** 32));
  });

  it('stays below its limit and reaches every number below it', () => {
    const random = new Random(1);
    const drawn = new Set(Array.from({ length: 200 }, () => random.below(5)));
    expect([...drawn].sort()).to.deep.equal([0, 1, 2, 3, 4]);
    expect(random.below(1)).to.equal(0);
    expect(random.below(0)).to.equal(0);
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 20 }, (_, index) => index);
    const mixed = new Random(1).shuffle(items);
    expect(mixed).not.to.deep.equal(items);
    expect(mixed.sort((a, b) => a - b)).to.deep.equal(items);
  });

  it('makes suffixes that spell no words', () => {
    const random = new Random(1);
    for (let i = 0; i < 50; i++) expect(random.suffix()).to.match(/^[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  it('makes version 4 identifiers, no two alike', () => {
    const random = new Random(1);
    const made = Array.from({ length: 200 }, () => random.uuid());
    for (const uuid of made)
      expect(uuid).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).to.equal(200);
  });
});
