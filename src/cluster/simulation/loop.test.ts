import { expect } from 'chai';
import { type Actor, Loop } from './loop';
import { Random } from './random';

/** Has so many pieces of work, and notes each one. */
class Worker implements Actor {
  readonly name: string;
  readonly #log: string[];
  #pieces: number;

  constructor(name: string, pieces: number, log: string[]) {
    this.name = name;
    this.#pieces = pieces;
    this.#log = log;
  }

  hasWork(): boolean {
    return this.#pieces > 0;
  }

  step(): number {
    this.#pieces--;
    this.#log.push(this.name);
    return 1;
  }
}

const newLoop = (seed = 1): Loop => new Loop(new Random(seed), () => 0);

/** The order in which three workers take turns. */
const turns = (seed: number): string => {
  const log: string[] = [];
  const loop = newLoop(seed);
  for (const name of ['a', 'b', 'c']) loop.wake(new Worker(name, 4, log));
  loop.runReady();
  return log.join('');
};

describe('the loop', () => {
  it('lets everybody finish, in an order that the seed decides', () => {
    expect([...turns(1)].sort().join('')).to.equal('aaaabbbbcccc');
    expect(turns(1)).to.equal(turns(1));
    expect(turns(1)).not.to.equal(turns(2));
  });

  it('settles by moving the clock over work, however far apart, and stops there', () => {
    const loop = newLoop();
    const at: number[] = [];
    loop.after(1000, 'work', 'one', () => {
      at.push(loop.now);
      loop.after(5000, 'work', 'two', () => at.push(loop.now));
    });
    loop.after(90_000, 'background', 'a heartbeat', () => at.push(loop.now));
    expect(loop.settle(60_000)).to.deep.equal({ quiet: true, elapsed: 6000 });
    expect(at).to.deep.equal([1000, 6000]);
  });

  it('takes no timer that is due at no moment', () => {
    const loop = newLoop();
    expect(() => loop.after(Number.NaN, 'work', 'the end of grace', () => {})).to.throw(
      'It is not known when this is due: the end of grace.',
    );
    expect(loop.nextDue).to.equal(undefined);
  });

  it('runs background timers on the way to work', () => {
    const loop = newLoop();
    const ran: string[] = [];
    loop.after(1000, 'background', 'a heartbeat', () => ran.push('heartbeat'));
    loop.after(2000, 'work', 'work', () => ran.push('work'));
    loop.settle(60_000);
    expect(ran).to.deep.equal(['heartbeat', 'work']);
  });

  it('says what is still to do at the horizon', () => {
    const loop = newLoop();
    const again = () => void loop.after(1000, 'work', 'it goes round', again);
    again();
    expect(loop.settle(10_000)).to.deep.equal({ quiet: false, elapsed: 10_000, busy: 'it goes round' });
  });

  it('does not wait for work without end, and names who is at it', () => {
    const loop = newLoop();
    loop.wake({ name: 'quarreller', hasWork: () => true, step: () => 1 });
    const { quiet, busy } = loop.settle(10_000);
    expect(quiet).to.equal(false);
    expect(busy).to.match(/work without end.*quarreller/);
  });

  it('nor for timers that set each other at the same moment', () => {
    const loop = newLoop();
    const again = () => void loop.after(0, 'work', 'it goes round', again);
    again();
    expect(loop.settle(10_000)).to.deep.include({ quiet: false, elapsed: 0 });
    expect(() => loop.pass(1000)).to.throw('No time can pass: there is work without end');
  });

  it('lets exactly the time go by that it is told', () => {
    const loop = newLoop();
    const at: number[] = [];
    loop.after(1000, 'background', 'a heartbeat', () => at.push(loop.now));
    loop.after(3000, 'work', 'too late', () => at.push(loop.now));
    loop.pass(2500);
    expect(loop.now).to.equal(2500);
    expect(at).to.deep.equal([1000]);
    loop.pass(500);
    expect(at).to.deep.equal([1000, 3000]);
  });

  it('advances to the next timer, but not beyond the limit', () => {
    const loop = newLoop();
    loop.after(1000, 'background', 'a heartbeat', () => {});
    loop.advance(5000);
    expect(loop.now).to.equal(1000);
    loop.advance(5000);
    expect(loop.now).to.equal(5000);
  });

  it('never goes back: a delay is at least nothing, and whole milliseconds', () => {
    const loop = newLoop();
    loop.pass(10);
    expect(loop.after(-5, 'work', '', () => {}).due).to.equal(10);
    expect(loop.after(0.2, 'work', '', () => {}).due).to.equal(11);
  });

  it('begins when it is told', () => {
    const loop = new Loop(new Random(1), () => 0, 5000);
    const at: number[] = [];
    loop.after(1000, 'work', 'one', () => at.push(loop.now));
    expect(loop.settle(60_000)).to.deep.equal({ quiet: true, elapsed: 1000 });
    expect(at).to.deep.equal([6000]);
  });

  describe('piece by piece', () => {
    it('lets one after the other have a turn, as the seed decides when all of them have', () => {
      const log: string[] = [];
      const loop = newLoop();
      for (const name of ['a', 'b', 'c']) loop.wake(new Worker(name, 4, log));
      expect(loop.isReady).to.equal(false);
      expect(loop.occupation).to.equal('a, b, c');
      while (loop.turn() > 0);
      expect(log.join('')).to.equal(turns(1));
      expect([loop.isReady, loop.isQuiet]).to.deep.equal([true, true]);
    });

    it('moves the clock from timer to timer, and never back', () => {
      const loop = newLoop();
      const at: number[] = [];
      for (const due of [1000, 3000]) loop.after(due, 'work', `at ${due}`, () => at.push(loop.now));
      expect([loop.nextDue, loop.isReady, loop.isQuiet]).to.deep.equal([1000, true, false]);
      expect(loop.outlook).to.equal('at 1000; at 3000');
      expect([loop.moveOn(2000), at]).to.deep.equal([true, [1000]]);
      expect([loop.moveOn(2000), loop.now]).to.deep.equal([false, 2000]);
      expect([loop.moveOn(1500), loop.now]).to.deep.equal([false, 2000]);
    });
  });

  describe('tells the world outside', () => {
    /** Notes how much the workers have done whenever there is something to tell of it. */
    const herald = (log: string[]): Actor => ({
      name: 'herald',
      hasWork: () => log.length > 0 && log.at(-1) !== 'told',
      step: () => log.push('told') && 1,
    });

    it('between the turns of the others, and when they are done', () => {
      const log: string[] = [];
      const loop = newLoop();
      loop.announceThrough(herald(log));
      loop.wake(new Worker('a', 2, log));
      loop.runReady();
      expect(log).to.deep.equal(['a', 'told', 'a', 'told']);
    });

    it('though nobody else has anything to do', () => {
      const log = ['news'];
      const loop = newLoop();
      loop.announceThrough(herald(log));
      loop.runReady();
      expect(log).to.deep.equal(['news', 'told']);
    });

    it('without changing the order of turns', () => {
      const log: string[] = [];
      const loop = newLoop(1);
      loop.announceThrough(herald(log));
      for (const name of ['a', 'b', 'c']) loop.wake(new Worker(name, 4, log));
      loop.runReady();
      expect(log.filter((each) => each !== 'told').join('')).to.equal(turns(1));
    });
  });
});
