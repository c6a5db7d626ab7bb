import { expect } from 'chai';
import { scan } from './scan';

const TEXTS = [
  'the pod waits: 0/1 nodes are available, 1 insufficient cpu',
  'the pod waits: 0/1 nodes are available, 1 node(s) had untolerated taint',
  'the pod runs on the node',
];

const best = (words: readonly string[]) =>
  [...scan(TEXTS, words)].sort(([, a], [, b]) => b - a).map(([place]) => place);

describe('looking for words in texts', () => {
  it('puts first what has the words that few have', () => {
    expect(best(['nodes', 'available', 'untolerated'])[0]).to.equal(1);
    expect(best(['nodes', 'available', 'insufficient'])[0]).to.equal(0);
  });

  it('wants all of two words', () => {
    expect(best(['runs', 'node'])).to.deep.equal([2]);
    expect(best(['runs', 'available'])).to.deep.equal([]);
  });

  it('looks for the root of a word that is nowhere', () => {
    expect([...scan(['the pod has no toleration', 'the pod runs'], ['untolerated']).keys()]).to.deep.equal([
      0,
    ]);
  });

  it('passes over words of a long message that are nowhere', () => {
    expect(best(['nodes', 'available', 'untolerated', 'hello', 'world'])[0]).to.equal(1);
    expect(best(['hello', 'world', 'again'])).to.deep.equal([]);
  });
});
