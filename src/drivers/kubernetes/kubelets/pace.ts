import type { Loop } from '../../../cluster/simulation/loop';

/** A clock that is not this machine's is looked at so often (ms) at least. */
const LONGEST = 250;

/** Has a loop go by the clock of a cluster elsewhere: work is done when there is any, and timers go off in time. */
export class Pace {
  readonly #loop: Loop;
  readonly #now: () => number;
  readonly #onTrouble: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAwake = false;
  #isClosed = false;

  /** @param now the time that it is there, in ms since MODEL_EPOCH */
  constructor(loop: Loop, now: () => number, onTrouble: (error: unknown) => void) {
    this.#loop = loop;
    this.#now = now;
    this.#onTrouble = onTrouble;
  }

  /** There is work: it is done as soon as whoever says so is through. */
  wake(): void {
    if (this.#isAwake || this.#isClosed) return;
    this.#isAwake = true;
    queueMicrotask(() => {
      this.#isAwake = false;
      this.work();
    });
  }

  /** Does what is due by now. */
  work(): void {
    if (this.#isClosed) return;
    try {
      this.#catchUp();
    } catch (error) {
      this.close();
      this.#onTrouble(error);
      return;
    }
    clearTimeout(this.#timer);
    const { nextDue = Number.POSITIVE_INFINITY } = this.#loop;
    const wait = Math.min(nextDue - this.#now(), LONGEST);
    this.#timer = setTimeout(() => this.work(), Math.max(1, wait));
    // Whoever forgets to close it is not kept from ending: as long as a cluster is watched, there is more to wait for.
    this.#timer.unref();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #catchUp(): void {
    const now = Math.floor(this.#now());
    do {
      if (!this.#loop.runReady()) throw new Error(`There is no end to the work of ${this.#loop.occupation}.`);
    } while (this.#loop.moveOn(now));
  }
}
