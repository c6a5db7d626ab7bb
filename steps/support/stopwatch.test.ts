import { expect } from 'chai';
import type { KubeObject } from '../../src/kubernetes/object';
import type { Cluster } from '../../src/port/cluster';
import type { Change } from '../../src/timeline/change';
import { Timeline } from '../../src/timeline/timeline';
import { Stopwatch } from './stopwatch';

const SECOND = 1000;

const change = (at: number, kind: string, phase = 'Running'): Change => ({
  at: at * SECOND,
  type: 'MODIFIED',
  object: { kind, metadata: { name: 'a', uid: 'a' }, status: { phase } } as unknown as KubeObject, // as far as it is read
});

/** How many seconds of an example count that settles, for ten minutes, while this happens. */
const counted = async (...happens: readonly Change[]): Promise<number> => {
  let now = 0;
  const timeline = new Timeline();
  const settle = async () => {
    for (const each of happens) timeline.record(each);
    now += 600 * SECOND;
    return { quiet: false, elapsed: 600 * SECOND };
  };
  const pass = async (duration: number) => {
    now += duration;
  };
  const cluster = { timeline, time: { now: () => now, settle, pass } } as unknown as Cluster; // as much as is timed
  const watch = new Stopwatch(cluster);
  const { time } = watch.timed();
  await time.pass(5 * SECOND);
  await time.settle();
  return watch.took / SECOND - 5;
};

describe('how long an example takes', () => {
  it('is what passes, and what a cluster takes to come to rest', async () => {
    expect(await counted(change(10, 'Pod'), change(50, 'Node'))).to.equal(45);
  });

  it('is not made longer by what is told, nor by signs of life', async () => {
    expect(await counted(change(10, 'Pod'), change(300, 'Event'), change(400, 'Lease'))).to.equal(5);
  });

  it('is not made longer by tries that fail again, later and later', async () => {
    const tries = [6, 8, 12, 20, 36].flatMap((at) => [change(at, 'Pod', 'Failed'), change(at + 1, 'Pod')]);
    expect(await counted(...tries, change(80, 'Pod', 'Failed'), change(81, 'Pod'))).to.equal(32);
  });
});
