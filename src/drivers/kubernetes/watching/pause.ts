import type { Timers } from './timers';

const FIRST = 50;
const LONGEST = 5000;

/**
 * Pauses that grow, each a bit other than the next, so that not all come back at the same moment.
 * @see k8s.io/apimachinery/pkg/util/wait Backoff
 */
export class Pause {
  readonly #timers: Timers;
  #count = 0;
  #end: () => void = () => {};

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** All is well: the next one is short again. */
  reset(): void {
    this.#count = 0;
  }

  /** @param least milliseconds that the server asks for */
  async take(least = 0): Promise<void> {
    const grown = Math.min(LONGEST, FIRST * 2 ** this.#count++);
    const ms = Math.max(least, grown * (0.5 + this.#timers.random() / 2));
    await new Promise<void>((resolve) => {
      const cancel = this.#timers.after(ms, resolve);
      this.#end = () => {
        cancel();
        resolve();
      };
    });
  }

  /** Ends the one that is being taken. */
  cut(): void {
    this.#end();
  }
}
