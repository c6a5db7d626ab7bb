import { AssertionError, expect } from 'chai';
import { failAs, isForGood } from './expectations';

const failed = (isBroken: boolean): unknown => {
  try {
    return failAs(isBroken)('Too many were away.', 'at most 1', '2');
  } catch (error) {
    return error;
  }
};

describe('a sentence that is false', () => {
  it('is false for good if it is broken already, and may still come true if it is not', () => {
    expect([true, false].map((isBroken) => isForGood(failed(isBroken)))).to.deep.equal([true, false]);
  });

  it('says the same either way', () => {
    for (const isBroken of [true, false]) {
      expect(failed(isBroken)).to.be.instanceOf(AssertionError);
      expect(failed(isBroken)).to.include({
        message: 'Too many were away.',
        expected: 'at most 1',
        actual: '2',
      });
    }
  });
});
