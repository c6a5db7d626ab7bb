import { expect } from 'chai';
import type { Run } from '../running/crew';
import { ProgressState } from './state';
import { barText, durationText, farText, waitText } from './words';

const tasks = ['a', 'b', 'c', 'd'].map((location) => ({ location, expected: 60_000 }));

const run = (location: string, outcome: Run['how']['outcome'], isLast = true, took = 60_000): Run => ({
  location,
  attempt: 1,
  began: 0,
  ended: took,
  how: { outcome },
  messages: [],
  isLast,
});

describe('the progress of a run', () => {
  it('counts what has ended, what failed, and what is run again', () => {
    const state = new ProgressState(tasks, 1, 6);
    state.ended(run('a', 'failed'));
    state.ended(run('b', 'skipped', true, 10));
    state.ended(run('c', 'inconclusive', false));
    expect(farText(state, 0)).to.equal(
      '7 of 9 examples · 1 failed · 1 skipped · 1 run again · about 2 min left',
    );
    state.ended(run('c', 'passed'));
    state.ended(run('d', 'passed'));
    expect(farText(state, 0)).to.equal('9 of 9 examples · 1 failed · 1 skipped · 1 run again');
  });

  it('counts those that will be run: neither what is known to be skipped nor what turns out so', () => {
    const state = new ProgressState([...tasks, { location: 'long', expected: 50, skips: true }], 1, 0);
    state.ended(run('a', 'passed'));
    expect(farText(state, 0)).to.equal('1 of 4 examples · about 3 min left');
    state.ended(run('long', 'skipped'));
    state.ended(run('b', 'skipped'));
    expect(farText(state, 0)).to.equal('1 of 3 examples · 2 skipped · about 2 min left');
  });

  it('learns from what was measured how long it will take', () => {
    const state = new ProgressState(tasks, 2, 0);
    expect(state.timeLeft(0)).to.equal(120_000);
    state.ended(run('a', 'passed', true, 300_000));
    expect(state.timeLeft(0)).to.equal(270_000);
    state.began('b', 0);
    expect(state.timeLeft(90_000)).to.equal(225_000);
    // It takes longer than was expected: nobody is told that it is over.
    expect(state.timeLeft(600_000)).to.equal((2 * 180_000 + 3_000) / 2);
  });

  it('is never shorter than the longest example', () => {
    const state = new ProgressState([{ location: 'long', expected: 600_000 }, ...tasks], 8, 0);
    expect(state.timeLeft(0)).to.equal(600_000);
  });

  it('says what is waited for longest, if that takes a while', () => {
    const state = new ProgressState(tasks, 2, 0);
    state.began('a', 0);
    state.began('b', 0);
    state.step('a', '"log-agent" runs one pod on each node', 1_000);
    expect(waitText(state, 2_500)).to.equal('3 s in: the example at b');
    state.step('b', 'node "east-1" is removed', 9_000);
    expect(waitText(state, 10_000)).to.equal('9 s in: "log-agent" runs one pod on each node');
    state.ended(run('a', 'passed'));
    expect(waitText(state, 10_000)).to.equal('');
  });

  it('is shown as a bar no wider than the terminal', () => {
    const state = new ProgressState(tasks, 1, 0);
    state.ended(run('a', 'passed'));
    expect(barText(state, 0, 100)).to.equal('█████░░░░░░░░░░░░░░░ 1 of 4 examples · about 3 min left');
    expect(barText(state, 0, 30)).to.equal('█████░░░░░░░░░░░░░░░ 1 of 4 e…');
  });

  it('tells times as people do', () => {
    expect([40_000, 540_000, 4_800_000, 7_200_000].map(durationText)).to.deep.equal([
      '40 s',
      '9 min',
      '1 h 20 min',
      '2 h',
    ]);
  });
});
