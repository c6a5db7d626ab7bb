import { expect } from 'chai';
import { matches, matchesLines } from './wildcards';

describe('what a feature expects to be printed', () => {
  it('may leave out what differs from run to run', () => {
    expect(matches('log-agent-…   Running   …', 'log-agent-x7k2p   Running   3m')).to.equal(true);
    expect(matches('log-agent-…   Running   …', 'log-agent-x7k2p   Pending   3m')).to.equal(false);
  });

  it('is indifferent to the width of columns, not to missing blanks', () => {
    expect(matches('Node:      east-1', 'Node:  east-1')).to.equal(true);
    expect(matches('Node:      east-1', 'Node:east-1')).to.equal(false);
  });

  it('takes every other sign literally', () => {
    expect(matches('a.c (1+1)', 'a.c (1+1)')).to.equal(true);
    expect(matches('a.c', 'abc')).to.equal(false);
  });

  it('is compared line by line', () => {
    expect(matchesLines('one\n…', 'one\ntwo\n')).to.equal(true);
    expect(matchesLines('one\n…', 'one\ntwo\nthree')).to.equal(false);
    expect(matchesLines('…', 'one\ntwo')).to.equal(false);
  });
});
