/** Ctrl-C, and `kill`, while something is on a cluster that has to be taken away. */
export class Stopping {
  readonly #controller = new AbortController();
  readonly #listener = (): void => this.#hear();

  /**
   * @param onFirst says that everything is ended in good order
   * @param onSecond says what is left behind; the process ends right after
   */
  constructor(
    private readonly onFirst: () => void,
    private readonly onSecond: () => void,
  ) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, this.#listener);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Nobody listens any more: the next signal ends the process. */
  end(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, this.#listener);
  }

  #hear(): void {
    if (this.signal.aborted) {
      this.onSecond();
      process.exit(2);
    }
    this.onFirst();
    this.#controller.abort();
  }
}
