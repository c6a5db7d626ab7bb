import { expect } from 'chai';
import fc from 'fast-check';
import { History } from './history.testkit';
import { podLives } from './podLife';
import { creationGaps, isSlowingDown, replacementSince } from './replacement';

const livesOf = (history: History) => podLives(history.timeline.changes());
const names = (lives: ReturnType<typeof podLives>) => lives.map(({ uid }) => uid);

describe('replacementSince', () => {
  it('is empty while a pod is only changed', () => {
    const history = new History().pod(1, 'a', { ready: true });
    const before = history.timeline.moment();
    history.pod(2, 'a', { ready: false });
    expect(replacementSince(livesOf(history), before)).to.deep.equal({ left: [], came: [] });
  });

  it('names the pod that left and the one that came', () => {
    const history = new History().pod(1, 'a');
    const before = history.timeline.moment();
    history.gone(2, 'a').pod(2, 'b');
    const { left, came } = replacementSince(livesOf(history), before);
    expect([names(left), names(came)]).to.deep.equal([['a'], ['b']]);
  });

  it('counts a pod as leaving as soon as it is asked to', () => {
    const history = new History().pod(1, 'a');
    const before = history.timeline.moment();
    history.pod(2, 'a', { terminating: true });
    expect(names(replacementSince(livesOf(history), before).left)).to.deep.equal(['a']);
  });

  it('leaves out what was over before', () => {
    const history = new History().pod(1, 'a').gone(2, 'a').pod(3, 'b').pod(4, 'b', { terminating: true });
    const before = history.timeline.moment();
    history.gone(5, 'b');
    expect(replacementSince(livesOf(history), before)).to.deep.equal({ left: [], came: [] });
  });

  it('sees what happens in the same instant, but after', () => {
    const history = new History().pod(1, 'a');
    const before = history.timeline.moment();
    history.gone(1, 'a');
    expect(names(replacementSince(livesOf(history), before).left)).to.deep.equal(['a']);
  });
});

describe('creationGaps', () => {
  it('has one gap fewer than there were pods', () => {
    const history = new History().pod(1, 'a').gone(2, 'a').pod(2, 'b').gone(5, 'b').pod(6, 'c');
    expect(creationGaps(livesOf(history))).to.deep.equal([1000, 4000]);
  });
});

describe('isSlowingDown', () => {
  it('wants growing gaps', () => {
    expect(isSlowingDown([1, 2, 4, 8])).to.equal(true);
    expect(isSlowingDown([1, 2, 4, 4])).to.equal(true);
    expect(isSlowingDown([1, 1, 1])).to.equal(false);
    expect(isSlowingDown([4, 2, 8])).to.equal(false);
  });

  it('cannot tell from one gap', () => {
    expect(isSlowingDown([5])).to.equal(false);
  });

  it('is never so both for a list and for its reverse', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (gaps) => {
        expect(isSlowingDown(gaps) && isSlowingDown([...gaps].reverse())).to.equal(false);
      }),
    );
  });
});
