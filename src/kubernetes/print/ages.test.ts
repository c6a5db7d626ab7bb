import { expect } from 'chai';
import { age, humanDuration, longDate } from './ages';

const S = 1000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;

describe('Durations as kubectl shows them', () => {
  const examples: readonly (readonly [number, string])[] = [
    [-2 * S, '<invalid>'],
    [-500, '0s'],
    [0, '0s'],
    [119 * S, '119s'],
    [2 * M, '2m'],
    [2 * M + 17 * S, '2m17s'],
    [9 * M + 59 * S, '9m59s'],
    [10 * M + 59 * S, '10m'],
    [2 * H + 59 * M, '179m'],
    [3 * H, '3h'],
    [7 * H + 5 * M, '7h5m'],
    [8 * H + 5 * M, '8h'],
    [47 * H, '47h'],
    [2 * D, '2d'],
    [7 * D + 23 * H, '7d23h'],
    [8 * D + 5 * H, '8d'],
    [729 * D, '729d'],
    [730 * D, '2y'],
    [3 * 365 * D + 12 * D, '3y12d'],
    [9 * 365 * D, '9y'],
  ];
  for (const [duration, text] of examples) {
    it(text, () => expect(humanDuration(duration)).to.equal(text));
  }

  it('counts from a timestamp to model time', () => {
    expect(age('2026-01-01T00:01:00Z', 65_000)).to.equal('5s');
    expect(age(undefined, 65_000)).to.equal('<unknown>');
  });

  it('spells dates out', () => {
    expect(longDate('2026-11-23T21:37:22Z')).to.equal('Mon, 23 Nov 2026 21:37:22 +0000');
    expect(longDate('2026-01-01T00:00:00Z')).to.equal('Thu, 01 Jan 2026 00:00:00 +0000');
  });
});
