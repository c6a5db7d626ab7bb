import { expect } from 'chai';
import { Backoff } from './backoff';

const MINUTE = 60_000;

describe('the back-off of failed pods', () => {
  let backoff = new Backoff(1000, 15 * MINUTE);
  beforeEach(() => {
    backoff = new Backoff(1000, 15 * MINUTE);
  });

  it('lets the first be replaced at once', () => {
    expect(backoff.remaining('agent/1/east-1', 0)).to.equal(0);
  });

  it('makes the next wait for a second, counted from the replacement', () => {
    backoff.next('agent/1/east-1', 5000);
    expect(backoff.remaining('agent/1/east-1', 5000)).to.equal(1000);
    expect(backoff.remaining('agent/1/east-1', 5600)).to.equal(400);
    expect(backoff.remaining('agent/1/east-1', 6000)).to.equal(0);
    expect(backoff.remaining('agent/1/east-1', 9000)).to.equal(0);
  });

  it('doubles the wait each time, up to fifteen minutes', () => {
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      backoff.next('agent/1/east-1', 0);
      waits.push(backoff.remaining('agent/1/east-1', 0) / 1000);
    }
    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('starts over after half an hour without a failure', () => {
    for (let i = 0; i < 3; i++) backoff.next('agent/1/east-1', 0);
    backoff.next('agent/1/east-1', 30 * MINUTE);
    expect(backoff.remaining('agent/1/east-1', 30 * MINUTE)).to.equal(8000);
    backoff.next('agent/1/east-1', 60 * MINUTE + 1);
    expect(backoff.remaining('agent/1/east-1', 60 * MINUTE + 1)).to.equal(1000);
  });

  it('knows each node for itself', () => {
    backoff.next('agent/1/east-1', 0);
    expect(backoff.remaining('agent/1/east-2', 0)).to.equal(0);
  });

  it('forgets the nodes of a daemon set that is gone, and of no other', () => {
    for (const key of ['agent/1/east-1', 'agent/2/east-2', 'agent-2/1/east-1']) backoff.next(key, 0);
    backoff.forget('agent/');
    expect(backoff.remaining('agent/1/east-1', 0)).to.equal(0);
    expect(backoff.remaining('agent/2/east-2', 0)).to.equal(0);
    expect(backoff.remaining('agent-2/1/east-1', 0)).to.equal(1000);
  });
});
