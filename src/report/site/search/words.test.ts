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

  it('are pairs of syllables in Korean, without particles', () => {
    expect(wordsOf('데몬세트를')).to.deep.equal(['데몬', '몬세', '세트']);
    expect(wordsOf('Pod가 노드에서는')).to.deep.equal(['pod', '노드']);
    for (const said of ['노드를', '노드의', '노드에만', '노드'])
      expect(wordsOf(said)).to.deep.equal(['노드']);
  });

  it('are whole where they only look as if they had a particle', () => {
    expect(wordsOf('결과 용도')).to.deep.equal(['결과', '용도']);
  });

  it('are those that are said here for those that are said elsewhere', () => {
    expect(wordsOf('파드가')).to.deep.equal(wordsOf('Pod'));
    expect(wordsOf('데몬셋의 레이블')).to.deep.equal(wordsOf('데몬 세트의 라벨'));
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
