const INTERVAL = 50;
const ERASE_LINE = '\r\u001b[2K';

/** A line on the terminal that says how far the run is. Silent where there is no terminal. */
export class Progress {
  readonly #write: ((text: string) => void) | undefined;
  #shown = 0;

  /** @param write writes to the terminal; undefined if there is none */
  constructor(write: ((text: string) => void) | undefined) {
    this.#write = write;
  }

  show(done: number, all: number): void {
    if (!this.#write) return;
    const now = performance.now();
    if (now - this.#shown < INTERVAL) return;
    this.#shown = now;
    this.#write(`${ERASE_LINE}  ${done} of ${all} examples`);
  }

  clear(): void {
    if (this.#shown > 0) this.#write?.(ERASE_LINE);
  }
}
