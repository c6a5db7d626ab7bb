import { expect } from 'chai';
import fc from 'fast-check';
import { deepEqual } from './equality';

describe('deepEqual', () => {
  it('compares values, not identities', () => {
    expect(deepEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] })).to.equal(true);
  });

  it('takes a field that is undefined for one that is missing', () => {
    expect(deepEqual({ a: 1, b: undefined }, { a: 1 })).to.equal(true);
    expect(deepEqual({ a: 1 }, { a: 1, b: undefined })).to.equal(true);
    expect(deepEqual({ a: undefined }, { a: null })).to.equal(false);
  });

  it('tells apart lists and objects, order and length of lists', () => {
    expect(deepEqual([], {})).to.equal(false);
    expect(deepEqual({}, [])).to.equal(false);
    expect(deepEqual([1, 2], [2, 1])).to.equal(false);
    expect(deepEqual([1], [1, 2])).to.equal(false);
  });

  it('says the same as comparing the JSON, field order aside', () => {
    const sorted = (value: unknown): string =>
      JSON.stringify(value, (_key, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
          : part,
      );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(0, 1, '', 'x', true, null),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2 }),
      ),
    }));
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(deepEqual(a, b)).to.equal(sorted(a) === sorted(b));
        expect(deepEqual(a, JSON.parse(JSON.stringify(a)))).to.equal(true);
      }),
    );
  });
});
