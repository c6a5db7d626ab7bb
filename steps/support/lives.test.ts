import { expect } from 'chai';
import { MODEL_EPOCH } from '../../src/kubernetes/fields/time';
import { History } from '../../src/timeline/history.testkit';
import { podLives } from '../../src/timeline/podLife';
import { describeLives, measuredFrom } from './lives';

describe('lives in words', () => {
  /** In November: where the clock is that on the wall, nobody counts from the year's beginning. */
  const began = (Date.UTC(2026, 10, 26) - MODEL_EPOCH) / 1000;
  const { timeline } = new History()
    .pod(began + 1.5, 'log-agent-1', { node: 'east-1' })
    .pod(began + 2, 'log-agent-2', { node: 'east-2', phase: 'Pending' })
    .gone(began + 12, 'log-agent-1');

  it('count from the beginning of the example', () => {
    expect(describeLives({ began: began * 1000 }, podLives(timeline.changes()))).to.match(
      /^log-agent-1: created at 1\.5 s, gone at 12\.0 s\nlog-agent-2: created at 2\.0 s, now pending/,
    );
  });

  it('are measured from the last When, which counts from there, too', () => {
    expect(measuredFrom({ began: began * 1000, since: timeline.moment() })).to.equal(
      'It is measured from the last When, at 12.0 s.',
    );
  });

  it('are nothing, said so', () => {
    expect(describeLives({ began: began * 1000 }, [])).to.equal('(no pod)');
  });
});
