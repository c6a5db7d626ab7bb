import { expect } from 'chai';
import fc from 'fast-check';
import { type TimerKind, Timers } from './timers';

describe('timers', () => {
  const ran: string[] = [];
  let timers = new Timers();
  const add = (due: number, name: string, kind: TimerKind = 'work') =>
    timers.add(due, kind, name, () => ran.push(name));

  beforeEach(() => {
    timers = new Timers();
    ran.length = 0;
  });

  it('run together if they are due at the same moment, in the order they were set', () => {
    add(20, 'later');
    add(10, 'a');
    add(10, 'b');
    timers.runNext();
    expect(ran).to.deep.equal(['a', 'b']);
    expect(timers.nextDue()).to.equal(20);
  });

  it('do not run once they are cancelled, not even by one of the same moment', () => {
    timers.add(10, 'work', 'first', () => timers.cancel(second));
    const second = add(10, 'second');
    timers.runNext();
    expect(ran).to.deep.equal([]);
    expect(timers.nextDue()).to.equal(undefined);
  });

  it('count as work until they have run or are cancelled, background ones never', () => {
    const one = add(10, 'one');
    add(20, 'two');
    add(30, 'background', 'background');
    expect(timers.pendingWork).to.equal(2);
    timers.cancel(one);
    timers.cancel(one);
    expect(timers.pendingWork).to.equal(1);
    timers.runNext();
    expect(timers.pendingWork).to.equal(0);
    expect(timers.nextDue()).to.equal(30);
  });

  it('may be set while others run, even for the same moment', () => {
    timers.add(10, 'work', 'outer', () => add(10, 'inner'));
    timers.runNext();
    expect(timers.nextDue()).to.equal(10);
    timers.runNext();
    expect(ran).to.deep.equal(['inner']);
  });

  it('say what is still to do, each purpose once, soonest first', () => {
    for (const [due, purpose] of [
      [30, 'c'],
      [10, 'a'],
      [20, 'a'],
      [20, 'b'],
    ] as const)
      add(due, purpose);
    add(5, 'heartbeat', 'background');
    expect(timers.purposes()).to.deep.equal(['a', 'b', 'c']);
  });

  it('run in order of time, however they are set and cancelled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean())), (wanted) => {
        const heap = new Timers();
        const order: number[] = [];
        const set = wanted.map(([due]) => heap.add(due, 'work', '', () => order.push(due)));
        for (const [index, [, cancelled]] of wanted.entries()) {
          const timer = set[index];
          if (cancelled && timer) heap.cancel(timer);
        }
        while (heap.nextDue() !== undefined) heap.runNext();
        const kept = wanted.filter(([, cancelled]) => !cancelled).map(([due]) => due);
        expect(order).to.deep.equal(kept.sort((a, b) => a - b));
        expect(heap.pendingWork).to.equal(0);
      }),
    );
  });
});
