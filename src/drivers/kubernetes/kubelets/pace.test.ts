import { expect } from 'chai';
import { type Actor, Loop } from '../../../cluster/simulation/loop';
import { Random } from '../../../cluster/simulation/random';
import { Pace } from './pace';

describe('the pace of a cluster elsewhere', () => {
  let now = 0;
  let loop: Loop;
  let pace: Pace;
  let trouble: unknown;
  beforeEach(() => {
    now = 1000;
    trouble = undefined;
    loop = new Loop(new Random(1), () => 0, now);
    pace = new Pace(
      loop,
      () => now,
      (error) => {
        trouble = error;
      },
    );
  });
  afterEach(() => pace.close());

  it('sets off what is due by its clock, each at its moment, and no more', () => {
    const at: number[] = [];
    for (const delay of [10, 20, 31]) loop.after(delay, 'work', 'test', () => at.push(loop.now));
    now = 1030.7;
    pace.work();
    expect(at).to.deep.equal([1010, 1020]);
    expect(loop.now).to.equal(1030);
  });

  it('never goes back', () => {
    pace.work();
    now = 500;
    pace.work();
    expect(loop.now).to.equal(1000);
  });

  it('lets work be done that there is, once for all who say so', async () => {
    let steps = 0;
    let work = 3;
    const actor: Actor = {
      name: 'test',
      hasWork: () => work > 0,
      step: () => {
        steps++;
        work--;
        return 1;
      },
    };
    loop.wake(actor);
    pace.wake();
    pace.wake();
    expect(steps).to.equal(0);
    await Promise.resolve();
    expect(steps).to.equal(3);
  });

  it('does nothing once it is closed', async () => {
    let ran = false;
    loop.after(0, 'work', 'test', () => {
      ran = true;
    });
    pace.wake();
    pace.close();
    await Promise.resolve();
    pace.work();
    expect(ran).to.equal(false);
  });

  it('ends with what goes wrong, and says so', () => {
    const wrong = new Error('wrong');
    loop.after(0, 'work', 'test', () => {
      throw wrong;
    });
    pace.work();
    expect(trouble).to.equal(wrong);
  });
});
