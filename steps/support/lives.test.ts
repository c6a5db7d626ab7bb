import { expect } from 'chai';
import { measuredFrom } from './lives';

describe('what "before" means', () => {
  it('is told from the beginning of the cluster, if that is known', () => {
    expect(measuredFrom({ at: 12_340, index: 3 })).to.equal('It is measured from the last When, at 12.3 s.');
  });

  it('is told by the clock of a cluster that was there before', () => {
    expect(
      measuredFrom({ at: Date.UTC(2026, 10, 26, 23, 52, 20) - Date.UTC(2026, 0, 1), index: 3 }),
    ).to.equal('It is measured from the last When, at 2026-11-26T23:52:20Z.');
  });
});
