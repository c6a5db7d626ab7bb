import { expect } from 'chai';
import { Alarm } from './alarm';
import { FakeWall } from './wall.testkit';

describe('an alarm', () => {
  it('rings once, at the earliest moment that it was asked for', async () => {
    const wall = new FakeWall();
    const rings: number[] = [];
    const alarm = new Alarm(wall, () => rings.push(wall.now()));
    const start = wall.now();
    for (const ms of [500, 100, 300]) alarm.in(ms);
    await wall.pass(1000);
    expect(rings).to.have.length(1);
    expect((rings[0] ?? 0) - start).to.be.within(99, 101);
    expect(wall.pending).to.equal(0);
  });

  it('is one that the process lives on for, if it is to ring at once', () => {
    const wall = new FakeWall();
    const alarm = new Alarm(wall, () => {});
    alarm.in(1);
    for (let looks = 0; looks < 5; looks++) wall.stopwatch();
    alarm.in(0);
    expect([wall.pending, wall.soonest]).to.deep.equal([1, 'soon']);
    alarm.in(0);
    alarm.in(5);
    expect([wall.pending, wall.soonest]).to.deep.equal([1, 'soon']);
    alarm.cancel();
    expect(wall.pending).to.equal(0);
  });
});
