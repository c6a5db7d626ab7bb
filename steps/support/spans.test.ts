import { expect } from 'chai';
import fc from 'fast-check';
import { isWithin, readSpan, SPAN, slackOf } from './spans';

/** The span in seconds, from and to. */
const seconds = (words: string): readonly number[] => {
  const { least, most } = readSpan(words);
  return [least / 1000, most / 1000];
};

describe('a span of time', () => {
  for (const [words, expected] of [
    ['40 seconds', [39.5, 40.5]],
    ['about 40 seconds', [39, 41]],
    ['about 2 minutes', [90, 150]],
    ['at most 2 minutes', [0, 120]],
    ['at least 30 seconds', [30, Number.POSITIVE_INFINITY]],
    ['30 to 40 seconds', [30, 40]],
    ['between 1 and 2 hours', [3600, 7200]],
    ['between 30 seconds and 2 minutes', [30, 120]],
    ['1 minute to 1 day', [60, 86_400]],
  ] as const)
    it(`is read: ${words}`, () => {
      expect(new RegExp(`^(?:${SPAN})$`).test(words)).to.equal(true);
      expect(seconds(words)).to.deep.equal(expected);
      expect(readSpan(words).words).to.equal(words);
    });

  it('begins before it ends', () => {
    expect(() => readSpan('40 to 30 seconds')).to.throw('ends before it begins');
    expect(() => readSpan('between 2 hours and 30 seconds')).to.throw('ends before it begins');
  });

  it('is one that a clock can show', () => {
    expect(() => readSpan('at most 999999999999 days')).to.throw('no clock of Kubernetes');
  });

  it('holds both of its ends, and nothing that never was', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (least, more) => {
        const span = readSpan(`${least} to ${least + more} seconds`);
        expect([least * 1000, (least + more) * 1000].map((each) => isWithin(span, each))).to.deep.equal([
          true,
          true,
        ]);
        expect(
          [least * 1000 - 1, (least + more) * 1000 + 1].map((each) => isWithin(span, each)),
        ).to.deep.equal([false, false]);
      }),
    );
    expect(isWithin(readSpan('at most 2 minutes'), undefined)).to.equal(false);
  });

  it('is measured less exactly where nobody moves the clock', () => {
    const slack = slackOf({ waits: { limit: 30_000, hold: 3000 } });
    const span = readSpan('10 to 20 seconds');
    const given = [8999, 9000, 23_000, 23_001];
    expect(given.map((each) => isWithin(span, each, slack))).to.deep.equal([false, true, true, false]);
    expect(isWithin(span, 9000, slackOf({}))).to.equal(false);
  });
});
