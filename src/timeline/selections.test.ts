import { expect } from 'chai';
import { History } from './history.testkit';
import { type PodLife, podLives } from './podLife';
import { podsAlive, podsCreatedSince, podsLeft, podsNamed, podsOf, podsOnNode } from './selections';

const history = new History()
  .pod(1, 'a', { owner: 'log-agent', node: 'east-1' })
  .pod(2, 'b', { owner: 'log-agent', meantFor: 'east-2' })
  .pod(3, 'c', { node: 'east-1' })
  .gone(4, 'a');
const afterAll = history.timeline.moment();
const middle = { at: 2000, index: 2 };
const lives = podLives(history.timeline.changes());
const names = (selected: readonly PodLife[]) => selected.map(({ uid }) => uid);

describe('selections of pods', () => {
  it('by the daemon set that managed them', () => {
    expect(names(podsOf(lives, { kind: 'DaemonSet', name: 'log-agent' }))).to.deep.equal(['a', 'b']);
    expect(names(podsOf(lives, { kind: 'Job', name: 'log-agent' }))).to.deep.equal([]);
  });

  it('by the namespace of the daemon set that managed them', () => {
    const { timeline } = new History()
      .pod(1, 'a', { owner: 'log-agent', namespace: 'shop' })
      .pod(1, 'b', { owner: 'log-agent', namespace: 'warehouse' });
    const owner = { kind: 'DaemonSet', namespace: 'warehouse', name: 'log-agent' };
    expect(names(podsOf(podLives(timeline.changes()), owner))).to.deep.equal(['b']);
  });

  it('by name and namespace', () => {
    const { timeline } = new History()
      .pod(1, 'a', { name: 'report-job', namespace: 'shop' })
      .gone(2, 'a')
      .pod(3, 'b', { name: 'report-job', namespace: 'shop' })
      .pod(4, 'c', { name: 'report-job', namespace: 'warehouse' });
    const id = { kind: 'Pod', namespace: 'shop', name: 'report-job' };
    expect(names(podsNamed(podLives(timeline.changes()), id))).to.deep.equal(['a', 'b']);
  });

  it('by the node they were on or meant for', () => {
    expect(names(podsOnNode(lives, 'east-1'))).to.deep.equal(['a', 'c']);
    expect(names(podsOnNode(lives, 'east-2'))).to.deep.equal(['b']);
  });

  it('by when they lived', () => {
    expect(names(podsAlive(lives, middle))).to.deep.equal(['a', 'b']);
    expect(names(podsAlive(lives, afterAll))).to.deep.equal(['b', 'c']);
    expect(names(podsCreatedSince(lives, middle))).to.deep.equal(['c']);
    expect(names(podsLeft(lives))).to.deep.equal(['b', 'c']);
  });
});
