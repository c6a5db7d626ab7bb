import { expect } from 'chai';
import { runsOf } from './containerRuns';
import { backOffInWords, countRestart, waitAfterCrash } from './crashBackOff';
import type { ContainerRun } from './local';

const aRun = (): ContainerRun => runsOf({ containers: [{ name: 'main' }] })[0] as ContainerRun;

describe('a container that has ended', () => {
  /** How long it waits, time after time, if it runs for so long (ms). */
  const waits = (times: number, runsFor: number): number[] => {
    const run = aRun();
    let now = 0;
    return Array.from({ length: times }, () => {
      const finishedAt = now + runsFor;
      const wait = waitAfterCrash(run, finishedAt, finishedAt);
      now = finishedAt + wait;
      countRestart(run, finishedAt, now);
      return wait / 1000;
    });
  };

  it('waits not at all at first, then twice as long each time, up to five minutes', () => {
    expect(waits(8, 1000)).to.deep.equal([0, 10, 20, 40, 80, 160, 300, 300]);
  });

  it('starts over if it ran for more than ten minutes', () => {
    expect(waits(4, 600_000)).to.deep.equal([0, 10, 20, 40]);
    expect(waits(4, 600_001)).to.deep.equal([0, 0, 0, 0]);
  });

  it('waits from its end on', () => {
    const run = aRun();
    countRestart(run, 0, 0);
    expect([0, 4000, 9999, 10_000, 60_000].map((now) => waitAfterCrash(run, 0, now))).to.deep.equal([
      10_000, 6000, 1, 0, 0,
    ]);
  });

  it('tells the whole of its wait as Go prints it', () => {
    const run = aRun();
    const words = [1, 2, 3, 4, 5, 6].map(() => {
      countRestart(run, 0, 0);
      return backOffInWords(run);
    });
    expect(words).to.deep.equal(['10s', '20s', '40s', '1m20s', '2m40s', '5m0s']);
  });
});
