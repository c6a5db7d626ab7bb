import { expect } from 'chai';
import { fromTimestamp, toTimestamp } from './time';

describe('timestamps', () => {
  it('count from the first second of 2026, cut to whole seconds', () => {
    expect(toTimestamp(0)).to.equal('2026-01-01T00:00:00Z');
    expect(toTimestamp(61_999)).to.equal('2026-01-01T00:01:01Z');
  });

  it('are read back to the second', () => {
    expect(fromTimestamp(toTimestamp(86_400_999))).to.equal(86_400_000);
    expect(fromTimestamp('2025-12-31T23:59:59Z')).to.equal(-1000);
  });
});
