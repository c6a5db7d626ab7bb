import { expect } from 'chai';
import { durationInWords } from './duration';

describe('a duration on a strip', () => {
  it('is as exact as somebody would say it', () => {
    expect(
      [0, 400, 2000, 61_000, 3_600_000, 90_061_000].map((each) => durationInWords(each, 'en')),
    ).to.deep.equal(['0 s', '0.4 s', '2 s', '1 min 1 s', '1 h', '25 h 1 min']);
    expect(durationInWords(59_999, 'ko')).to.equal('1분');
  });
});
