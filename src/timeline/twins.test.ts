import { expect } from 'chai';
import { History } from './history.testkit';
import { podLives } from './podLife';
import { withoutTwins } from './twins';

/** An old pod goes at 5, and the new one, of revision "b", is there from 5 on. */
const replaced = (): History =>
  new History()
    .pod(0, 'old', { node: 'east-1', hash: 'a', phase: 'Running' })
    .gone(5, 'old')
    .pod(5, 'new', { node: 'east-1', hash: 'b', phase: 'Pending' });

const kept = ({ timeline }: History, seconds = 1): readonly string[] =>
  withoutTwins(podLives(timeline.changes()), { at: seconds * 1000, index: 0 }).map(({ name }) => name);

describe('pods without twins', () => {
  it('are those that were meant, whichever of two that came together went at once', () => {
    const later = replaced().pod(5, 'twin', { hash: 'b', phase: 'Pending' }).gone(6, 'twin');
    expect(kept(later.pod(7, 'new', { phase: 'Running' }))).to.deep.equal(['old', 'new']);
    const earlier = replaced().pod(5, 'twin', { hash: 'b', phase: 'Pending' }).gone(6, 'new');
    expect(kept(earlier)).to.deep.equal(['old', 'twin']);
  });

  const beside = (news: object) => replaced().pod(5, 'other', { hash: 'b', phase: 'Pending', ...news });

  it('are all, if the other is of another revision, or started, or stayed', () => {
    expect(kept(beside({ hash: 'c' }).gone(6, 'other'))).to.include('other');
    expect(kept(beside({ phase: 'Running' }).gone(6, 'other'))).to.include('other');
    expect(kept(beside({}))).to.include('other');
  });

  it('are all, if the other was there before the moment, or alone', () => {
    expect(kept(beside({}).gone(6, 'other'), 9)).to.include('other');
    expect(kept(replaced().gone(6, 'new').pod(6, 'next', { hash: 'b', phase: 'Pending' }))).to.include('new');
  });
});
