import { expect } from 'chai';
import fc from 'fast-check';
import { MODEL_EPOCH } from '../../../kubernetes/fields/time';
import { ServerClock } from './serverClock';

/** A machine whose clock differs from the server's. */
const machine = (ahead: number) => {
  let stopwatch = 1000;
  const start = MODEL_EPOCH + 3_600_000;
  const own = { stopwatch: () => stopwatch, wall: () => start + stopwatch };
  const clock = new ServerClock(own);
  const server = (): number => start + stopwatch + ahead;
  const hear = (there: number, back: number): void => {
    const sent = stopwatch;
    stopwatch += there;
    const date = new Date(server()).toUTCString();
    stopwatch += back;
    clock.hear(date, sent, stopwatch);
  };
  const pass = (ms: number): void => {
    stopwatch += ms;
  };
  return { clock, hear, server, pass };
};

describe('the server’s clock', () => {
  it('is known to a few answers’ time once there were many answers, whatever the difference', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 0, max: 20 }),
        (ahead, delay) => {
          const { clock, hear, server, pass } = machine(ahead);
          for (let count = 0; count < 200; count++) {
            hear(delay, delay);
            pass(37);
          }
          for (const now of [clock.now, clock.earliest])
            expect(now + MODEL_EPOCH).to.be.closeTo(server(), 40 + 3 * delay);
          expect(clock.skew).to.be.closeTo(ahead, 30 + 2 * delay);
        },
      ),
    );
  });

  it('is known from both sides, never ahead of the server and never behind it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(999)), { minLength: 1, maxLength: 30 }),
        (ahead, answers) => {
          const { clock, hear, server, pass } = machine(ahead);
          for (const [there, back, pause] of answers) {
            pass(pause);
            hear(there, back);
            expect(clock.earliest + MODEL_EPOCH).to.be.at.most(server());
            expect(clock.now + MODEL_EPOCH).to.be.at.least(server());
          }
        },
      ),
    );
  });

  it('never goes back, even if it is set', () => {
    const { clock, hear } = machine(0);
    hear(1, 1);
    const before = clock.now;
    clock.hear(new Date(MODEL_EPOCH).toUTCString(), clock.reading, clock.reading);
    expect(clock.now).to.equal(before);
  });

  it('is this machine’s own until the server has said anything', () => {
    const { clock, server } = machine(0);
    clock.hear(undefined, 0, 0);
    expect(clock.now + MODEL_EPOCH).to.equal(server());
  });
});
