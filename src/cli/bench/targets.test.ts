import { expect } from 'chai';
import { missedBy } from './targets';

const before = { pods: 1000, milliseconds: 10, megabytes: 100 };

describe('the targets of the bench', () => {
  it('are met by what is fast, grows evenly and stays small', () => {
    expect(missedBy(before, undefined)).to.deep.equal([]);
    expect(missedBy({ pods: 10_000, milliseconds: 119, megabytes: 1023 }, before)).to.deep.equal([]);
  });

  it('are named where they are missed', () => {
    expect(missedBy({ pods: 10_000, milliseconds: 250, megabytes: 1024 }, before)).to.deep.equal([
      '40,000 pods/s, at least 50,000 wanted.',
      '2.5 times the time for each pod, at most 1.2 times wanted.',
      '1,024 MB, less than 1,024 wanted.',
    ]);
  });
});
