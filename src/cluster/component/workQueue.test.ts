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
});
