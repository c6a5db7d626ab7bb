import { expect } from 'chai';
import type { Capability } from '../../src/port/capabilities';
import type { Cluster } from '../../src/port/cluster';
import { History } from '../../src/timeline/history.testkit';
import { BEGINNING } from '../../src/timeline/moment';
import { podLives } from '../../src/timeline/podLife';
import { countedLives } from './twins';

/** A node that was given two pods at once, one of which went before it started. */
const { timeline } = new History()
  .pod(1, 'one', { node: 'east-1', hash: 'a', phase: 'Pending' })
  .pod(1, 'other', { node: 'east-1', hash: 'a', phase: 'Pending' })
  .gone(2, 'other');

const counted = (...capabilities: readonly Capability[]): readonly string[] => {
  const cluster = { capabilities: new Set(capabilities) } as Partial<Cluster> as Cluster;
  return countedLives({ cluster }, podLives(timeline.changes()), BEGINNING).map(({ name }) => name);
};

describe('pods that count', () => {
  it('are all there were, twins too', () => {
    expect(counted('steady-control-plane')).to.deep.equal(['one', 'other']);
  });

  it('are those that were meant, where replies get lost', () => {
    expect(counted()).to.deep.equal(['one']);
  });
});
