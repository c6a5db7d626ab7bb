import { expect } from 'chai';
import { type Actor, Loop } from '../../cluster/simulation/loop';
import { Random } from '../../cluster/simulation/random';
import type { Settled } from '../../port/time';
import { Clock, type ClockOptions } from './clock';
import { FakeWall } from './wall.testkit';

const START = 1_000_000;
const HOUR = 3_600_000;

/** Does so many pieces of work, a piece a turn, and notes when. */
class Worker implements Actor {
  readonly name: string;
  readonly done: number[] = [];
  readonly #loop: Loop;
  #left = 0;

  constructor(loop: Loop, name = 'worker') {
    this.#loop = loop;
    this.name = name;
  }

  work(pieces: number): void {
    this.#left += pieces;
    this.#loop.wake(this);
  }

  hasWork(): boolean {
    return this.#left > 0;
  }

  step(): number {
    this.#left--;
    this.done.push(this.#loop.now - START);
    return 1;
  }
}

const scene = (options: ClockOptions = {}) => {
  const wall = new FakeWall();
  const loop = new Loop(new Random(1), () => 0, START);
  const told: string[] = [];
  const clock = new Clock(loop, wall, (text) => told.push(text), options);
  const worker = new Worker(loop);
  const rings: number[] = [];
  const ringIn = (ms: number, kind: 'work' | 'background' = 'work'): void =>
    void loop.after(ms, kind, `a ring after ${ms}`, () => rings.push(loop.now - START));
  return { wall, loop, told, clock, worker, rings, ringIn };
};

describe('a clock that follows the wall', () => {
  it('lets timers go off when they are due, and sleeps until then', async () => {
    const { wall, clock, rings, ringIn } = scene();
    ringIn(1000);
    ringIn(60_000, 'background');
    clock.touch();
    await wall.pass(59_000);
    expect(rings).to.deep.equal([1000]);
    expect(clock.now).to.equal(START + 59_000);
    await wall.pass(1000);
    expect(rings).to.deep.equal([1000, 60_000]);
    expect(wall.calls).to.be.lessThan(6);
    expect(wall.pending).to.equal(0);
  });

  it('gives controllers their turn soon after a write, one turn after the other', async () => {
    const { wall, clock, worker } = scene();
    worker.work(3);
    clock.touch();
    await wall.pass(1);
    expect(worker.done).to.deep.equal([]);
    await wall.pass(1);
    expect(worker.done).to.deep.equal([2]);
    await wall.pass(10);
    expect(worker.done).to.deep.equal([2, 3, 4]);
    expect(wall.pending).to.equal(0);
  });

  it('waits as long as it is told between turns, and not at all with a pace of 0', async () => {
    const slow = scene({ pace: 50 });
    slow.worker.work(2);
    slow.clock.touch();
    await slow.wall.pass(100);
    expect(slow.worker.done).to.deep.equal([2, 52]);
    const fast = scene({ pace: 0 });
    fast.worker.work(5);
    fast.clock.touch();
    await fast.wall.pass(2);
    expect(fast.worker.done).to.deep.equal([2, 2, 2, 2, 2]);
  });

  it('lets timers go off in time though somebody works all the time', async () => {
    const { wall, clock, worker, rings, ringIn } = scene();
    worker.work(1000);
    ringIn(20);
    clock.touch();
    await wall.pass(30);
    expect(rings).to.deep.equal([20]);
    expect(worker.done.at(-1)).to.be.within(28, 30);
  });

  it('makes writes of the present moment, and sets off nothing for it', async () => {
    const { wall, loop, clock, rings, ringIn } = scene();
    ringIn(5000);
    wall.jump(4000);
    clock.catchUp();
    expect(loop.now).to.equal(START + 4000);
    wall.jump(4000);
    clock.catchUp();
    expect(loop.now).to.be.lessThan(START + 5000);
    expect(rings).to.deep.equal([]);
  });

  it('goes faster if it is told so, and without gaps if that is much faster', async () => {
    const { wall, clock, rings, ringIn } = scene({ speed: 60 });
    ringIn(60_000);
    clock.touch();
    await wall.pass(999);
    expect(rings).to.deep.equal([]);
    await wall.pass(1);
    expect(rings).to.deep.equal([60_000]);
    clock.change({ speed: 1 });
    await wall.pass(1000);
    expect(clock.now).to.equal(START + 61_000);
    const { wall: other, clock: fast, worker } = scene({ speed: 1000 });
    worker.work(3);
    fast.touch();
    await other.pass(2);
    expect(worker.done).to.deep.equal([2000, 2000, 2000]);
  });

  it('stands still when it is paused, but controllers work', async () => {
    const { wall, clock, worker, rings, ringIn } = scene({ paused: true });
    ringIn(1000);
    ringIn(0);
    worker.work(2);
    clock.touch();
    await wall.pass(HOUR);
    expect(worker.done).to.deep.equal([0, 0]);
    expect(rings).to.deep.equal([0]);
    expect(clock.now).to.equal(START);
    expect(wall.pending).to.equal(0);
    clock.change({ paused: false });
    await wall.pass(1000);
    expect(rings).to.deep.equal([0, 1000]);
    clock.change({ paused: true });
    await wall.pass(1000);
    expect(clock.now).to.equal(START + 1000);
  });
});

describe('a clock when the wall jumps', () => {
  it('does not go back, but on', async () => {
    const { wall, clock, rings, ringIn } = scene();
    ringIn(10_000);
    clock.touch();
    await wall.pass(5000);
    expect(clock.now).to.equal(START + 5000);
    wall.jump(-HOUR);
    expect(clock.now).to.equal(START + 5000);
    await wall.pass(5001);
    expect(rings).to.deep.equal([10_000]);
  });

  it('catches up a slice at a time, with everybody working in between', async () => {
    const { wall, loop, clock, worker } = scene();
    const beat = (): void => {
      worker.work(1);
      loop.after(1000, 'background', 'a heartbeat', beat);
    };
    loop.after(1000, 'background', 'a heartbeat', beat);
    clock.touch();
    await wall.pass(500);
    wall.jump(100_000);
    const before = wall.calls;
    await wall.pass(1000);
    expect(worker.done).to.deep.equal(Array.from({ length: 101 }, (_, index) => (index + 1) * 1000));
    // Each look at the stopwatch is a millisecond here, and a slice is ten.
    expect(wall.calls - before).to.be.greaterThan(15);
    expect(clock.now).to.equal(START + 101_500);
  });
});

describe('a clock that is stepped', () => {
  /** What comes of it when time has been given for it. */
  const outcome = async (wall: FakeWall, promise: Promise<Settled>): Promise<Settled> => {
    let settled: Settled | undefined;
    promise.then((result) => {
      settled = result;
    });
    for (let turns = 0; !settled && turns < 1000; turns++) await wall.pass(0);
    if (!settled) throw new Error('It never ended.');
    return settled;
  };

  it('lets exactly so much time go by, at once', async () => {
    const { wall, clock, rings, ringIn } = scene({ paused: true });
    for (const ms of [1000, 30_000, 30_001]) ringIn(ms);
    expect(await outcome(wall, clock.step(30_000))).to.deep.equal({
      quiet: false,
      elapsed: 30_000,
      busy: 'a ring after 30001',
    });
    expect(rings).to.deep.equal([1000, 30_000]);
    expect(clock.now).to.equal(START + 30_000);
    expect(await outcome(wall, clock.step(1))).to.deep.equal({ quiet: true, elapsed: 1 });
  });

  it('goes on from there when it is not paused', async () => {
    const { wall, loop, clock } = scene();
    await wall.pass(500);
    await outcome(wall, clock.step(HOUR));
    expect(clock.now).to.equal(START + HOUR + 500);
    expect(loop.now).to.equal(clock.now);
    await wall.pass(500);
    expect(clock.now).to.equal(START + HOUR + 1000);
  });

  it('lets time go by until nothing is left to do', async () => {
    const { wall, clock, rings, ringIn } = scene({ paused: true });
    ringIn(7000);
    ringIn(3000, 'background');
    ringIn(9000, 'background');
    expect(await outcome(wall, clock.settle(HOUR))).to.deep.equal({ quiet: true, elapsed: 7000 });
    expect(rings).to.deep.equal([3000, 7000]);
  });

  it('counts from the present, though nobody has worked on what is past', async () => {
    const { wall, clock, rings, ringIn } = scene();
    for (const ms of [400, 600, 1500, 5000]) ringIn(ms);
    wall.jump(1000);
    expect(await outcome(wall, clock.settle(600))).to.deep.equal({
      quiet: false,
      elapsed: 500,
      busy: 'a ring after 5000',
    });
    expect(rings).to.deep.equal([400, 600, 1500]);
    const late = scene();
    late.ringIn(400);
    late.wall.jump(1000);
    expect(await outcome(late.wall, late.clock.settle(600))).to.deep.equal({ quiet: true, elapsed: 0 });
    expect(late.clock.now).to.equal(START + 1000);
  });

  it('says what is left to do at the horizon', async () => {
    const { wall, clock, ringIn } = scene({ paused: true });
    ringIn(7000);
    expect(await outcome(wall, clock.settle(5000))).to.deep.equal({
      quiet: false,
      elapsed: 0,
      busy: 'a ring after 7000',
    });
  });

  it('makes the steps that were asked for, one after the other', async () => {
    const { wall, clock } = scene({ paused: true });
    const steps = [clock.step(1000), clock.step(2000)];
    expect(await outcome(wall, steps[1] as Promise<Settled>)).to.deep.include({ elapsed: 2000 });
    expect(clock.now).to.equal(START + 3000);
  });

  it('is a slice at a time, too', async () => {
    const { wall, clock, worker } = scene({ paused: true });
    worker.work(100);
    const step = clock.step(1000);
    const before = wall.calls;
    await outcome(wall, step);
    expect(wall.calls - before).to.be.greaterThan(5);
  });

  it('refuses whoever waits when the cluster goes, and sets no alarm any more', async () => {
    const { wall, clock, ringIn } = scene();
    ringIn(1000);
    clock.touch();
    const steps = [clock.step(1000), clock.step(1000)];
    clock.close();
    for (const step of [...steps, clock.step(1)])
      expect(await step.catch((error: Error) => error.message)).to.equal('the cluster is no more');
    clock.touch();
    clock.change({ speed: 2 });
    expect(wall.pending).to.equal(0);
  });
});

describe('a clock of a cluster that never rests', () => {
  it('says so once, and goes on slowly', async () => {
    const { wall, loop, clock, told } = scene({ pace: 0 });
    loop.wake({ name: 'quarreller', hasWork: () => true, step: () => 1 });
    clock.touch();
    await wall.pass(50_000);
    expect(told).to.deep.equal(['there is work without end: quarreller. It goes on, but slowly.']);
    const before = wall.calls;
    await wall.pass(10_000);
    expect(wall.calls - before).to.be.within(30, 60);
  });

  it('says so to whoever waits for it to settle', async () => {
    const { wall, loop, clock } = scene({ paused: true });
    loop.wake({ name: 'quarreller', hasWork: () => true, step: () => 1 });
    let settled: Settled | undefined;
    clock.settle(HOUR).then((result) => {
      settled = result;
    });
    await wall.pass(10);
    for (let turns = 0; !settled && turns < 10_000; turns++) await wall.pass(1);
    expect(settled).to.deep.equal({
      quiet: false,
      elapsed: 0,
      busy: 'work without end, though no time passes: quarreller',
    });
  });

  it('lets the others go on when one is broken, and says once what is wrong', async () => {
    const { wall, loop, clock, told, worker } = scene();
    loop.wake({
      name: 'broken',
      hasWork: () => true,
      step: () => {
        throw new Error('no wheels');
      },
    });
    worker.work(3);
    clock.touch();
    await wall.pass(60_000);
    expect(worker.done).to.have.length(3);
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/^something went wrong: Error: no wheels\n/);
  });
});
