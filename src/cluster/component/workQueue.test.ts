import { expect } from 'chai';
import { Loop } from '../simulation/loop';
import { Random } from '../simulation/random';
import { WorkQueue } from './workQueue';

describe('a work queue', () => {
  let loop = new Loop(new Random(1), () => 0);
  let calls = 0;
  let queue = new WorkQueue(loop, 'somebody', () => {});
  beforeEach(() => {
    loop = new Loop(new Random(1), () => 0);
    calls = 0;
    queue = new WorkQueue(loop, 'somebody', () => calls++);
  });

  it('holds each key once, first come first served', () => {
    for (const key of ['a', 'b', 'a', 'c']) queue.add(key);
    expect(queue.size).to.equal(3);
    expect([queue.take(), queue.take(), queue.take(), queue.take()]).to.deep.equal([
      'a',
      'b',
      'c',
      undefined,
    ]);
    expect(calls).to.equal(3);
  });

  it('takes a key again once it has been taken out', () => {
    queue.add('a');
    queue.take();
    queue.add('a');
    expect(queue.take()).to.equal('a');
    expect(queue.size).to.equal(0);
  });

  /** When the key comes back after each of so many failures, in milliseconds from the failure. */
  const delays = (failures: number): number[] =>
    Array.from({ length: failures }, () => {
      queue.retry('a');
      const { elapsed } = loop.settle(10_000_000);
      queue.take();
      return elapsed;
    });

  it('brings failures back after 5 ms, doubling to about 17 minutes', () => {
    expect(delays(4)).to.deep.equal([5, 10, 20, 40]);
    expect(delays(16).slice(-2)).to.deep.equal([1_000_000, 1_000_000]);
  });

  it('starts small again for a key that went well', () => {
    delays(4);
    queue.forget('a');
    expect(delays(1)).to.deep.equal([5]);
  });

  it('brings a key back when it is asked to', () => {
    queue.addAfter('a', 300);
    expect(queue.size).to.equal(0);
    loop.pass(300);
    expect(queue.take()).to.equal('a');
  });

  describe('that is asked to bring a key back twice', () => {
    /** When the key comes back within a minute, in milliseconds. */
    const returns = (): number[] => {
      const times: number[] = [];
      const start = loop.now;
      while (loop.now - start < 60_000) {
        loop.pass(100);
        if (queue.take() !== undefined) times.push(loop.now);
      }
      return times;
    };

    it('does so once, at the earlier time: the later one is lost', () => {
      queue.addAfter('a', 300);
      queue.addAfter('a', 500);
      expect(returns()).to.deep.equal([300]);
    });

    it('does so once, at the earlier time, though that was asked for later', () => {
      queue.addAfter('a', 500);
      loop.pass(100);
      queue.addAfter('a', 200);
      expect(returns()).to.deep.equal([300]);
    });

    it('takes a failure that comes back for the second time', () => {
      queue.addAfter('a', 500);
      queue.retry('a');
      expect(returns()).to.deep.equal([100]);
    });

    it('does so again once it has done so', () => {
      queue.addAfter('a', 300);
      loop.pass(300);
      queue.addAfter('a', 300);
      expect(returns()).to.deep.equal([400, 600]);
    });

    it('does so for each key by itself', () => {
      queue.addAfter('a', 300);
      queue.addAfter('b', 500);
      expect(returns()).to.deep.equal([300, 500]);
    });

    it('does so though it was given the key meanwhile', () => {
      queue.addAfter('a', 300);
      queue.add('a');
      queue.take();
      expect(returns()).to.deep.equal([300]);
    });

    it('counts it as work if one of the two is', () => {
      queue.addAfter('a', 300, 'background');
      expect(loop.settle(1000).elapsed).to.equal(0);
      queue.addAfter('a', 500);
      expect(loop.settle(1000).elapsed).to.equal(300);
    });
  });

  it('brings a key back at once if there is nothing to wait for', () => {
    queue.addAfter('a', 0);
    expect(queue.take()).to.equal('a');
  });
});
