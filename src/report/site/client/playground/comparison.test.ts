import { expect } from 'chai';
import type { Film } from '../../../../film/film';
import { comparisonOf } from './comparison';

const film = (history: string, ...at: readonly number[]): Film => ({
  version: 1,
  history,
  steps: at.map((time) => [[time]]),
});

const said = (here: Film | undefined, reported: Film | undefined): string =>
  comparisonOf({ film: here }, reported, 'en');

describe('an example that is replayed', () => {
  it('has the same history only if the whole of it is the same', () => {
    expect(said(film('a', 1), film('a', 1))).to.match(/^Same history ✓/);
    expect(said(film('b', 1), film('a', 1))).to.match(/^Not the same.*not pictured/);
  });

  it('says from which step on the pictures differ', () => {
    expect(said(film('b', 1, 2), film('a', 1, 3))).to.contain('From step 2 on');
    expect(said(film('b', 1), film('a', 1, 3))).to.contain('From step 2 on');
  });

  it('claims nothing where there is nothing to compare', () => {
    expect(said(film('a', 1), undefined)).to.contain('no history');
    expect(said(undefined, film('a', 1))).to.match(/^Not the same/);
  });
});
