import { expect } from 'chai';
import { mustMatch, tellingOf, wordsOf } from './words';

describe('the words that a text is found by', () => {
  it('are those of a pasted message, without its signs, single letters and digits', () => {
    expect(wordsOf('0/3 nodes are available: 1 node(s) had untolerated taint {gpu: }.')).to.deep.equal([
      'nodes',
      'are',
      'available',
      'node',
      'had',
      'untolerated',
      'taint',
      'gpu',
    ]);
  });

  it('are the same in small and in capital letters, narrow and wide', () => {
    expect(wordsOf('FailedScheduling ＮＯＤＥ')).to.deep.equal(['failedscheduling', 'node']);
  });

  it('are pairs of syllables in Korean, so that particles do not matter', () => {
    expect(wordsOf('세트를')).to.include('세트');
    expect(wordsOf('Pod가 노드에')).to.deep.equal(['pod', '가', '노드', '드에']);
  });

  it('are none where there is nothing but signs', () => {
    expect(wordsOf(' {}:; 1 2 a')).to.deep.equal([]);
  });

  it('tell more without the small words, unless there are no others', () => {
    expect(tellingOf(['nodes', 'are', 'available', 'had'])).to.deep.equal(['nodes', 'available']);
    expect(tellingOf(['there', 'is'])).to.deep.equal(['there', 'is']);
  });

  it('must all be there of two, and most of many', () => {
    expect([1, 2, 3, 10].map(mustMatch)).to.deep.equal([1, 2, 2, 6]);
  });
});
