import { listenBetweenExamples, noteStop } from '../../run/stop';

/** The signals that ask a run to end, with the exit code that says so: 128 and the number of the signal. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof CODES;

/** Milliseconds. The model never waits for anything real, so signals are heard only where a run lets them be. */
const BETWEEN_LISTENING = 100;

/**
 * Ctrl-C, and `kill`, while features run: the example that runs is ended, the others are left out, and what is there is
 * told. Asked a second time, the process ends at once, as it does before the first example has ended.
 */
export class Interruption {
  #signal: Signal | undefined;
  #heard = 0;

  /** @param onStop leaves out what has not begun; called once */
  constructor(private readonly onStop: () => void) {}

  /** The exit code of a run that was interrupted. */
  get code(): number | undefined {
    return this.#signal && CODES[this.#signal];
  }

  /** Listens from now on: for runs that wait for something real. */
  listenAtOnce(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) this.#await(signal);
  }

  /** Begins to listen, once the first example has ended. */
  listen(): void {
    listenBetweenExamples(() => {
      if (this.#heard === 0) this.listenAtOnce();
      const now = performance.now();
      if (now - this.#heard < BETWEEN_LISTENING) return undefined;
      this.#heard = now;
      return new Promise((resolve) => setImmediate(resolve));
    });
  }

  #await(signal: Signal): void {
    process.on(signal, () => {
      if (this.#signal) process.exit(CODES[signal]);
      this.#signal = signal;
      noteStop();
      this.onStop();
    });
  }
}
