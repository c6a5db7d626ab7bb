import { expect } from 'chai';
import { ApiError } from '../../kubernetes/refusals';
import { Journal } from './journal';

describe('a journal', () => {
  it('says at which moments something was written, and what was last then', () => {
    const journal = new Journal(10);
    for (const [revision, at] of [
      [11, 0],
      [12, 0],
      [13, 500],
      [14, 700],
      [15, 700],
    ] as const)
      journal.note(revision, at);
    expect(journal.since(10)).to.deep.equal([
      { at: 0, revision: 12 },
      { at: 500, revision: 13 },
      { at: 700, revision: 15 },
    ]);
    expect(journal.since(12).map(({ at }) => at)).to.deep.equal([500, 700]);
    expect(journal.since(14).map(({ at }) => at)).to.deep.equal([700]);
    expect(journal.since(15)).to.deep.equal([]);
  });

  it('forgets what is long past, and says so', () => {
    const journal = new Journal(0);
    for (let revision = 1; revision <= 100_000; revision++) journal.note(revision, revision);
    expect(() => journal.since(49_999)).to.throw(ApiError, 'too old resource version: 49999 (50000)');
    expect(() => journal.check(49_999)).to.throw(ApiError, 'too old resource version: 49999 (50000)');
    expect([journal.knows(49_999), journal.knows(50_000)]).to.deep.equal([false, true]);
    expect(journal.since(50_000)).to.have.length(50_000);
    expect(() => new Journal(10).since(9)).to.throw(ApiError);
  });
});
