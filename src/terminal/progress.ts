const INTERVAL = 50;
const ERASE_LINE = '\r\u001b[2K';

/** A line on the terminal that says how far something long is. Silent where there is no terminal. */
export class Progress {
  readonly #write: ((text: string) => void) | undefined;
  #shown = Number.NEGATIVE_INFINITY;

  /** @param write writes to the terminal; undefined if there is none */
  constructor(write: ((text: string) => void) | undefined) {
    this.#write = write;
  }

  /** Shows how far it is: `7 of 20 examples`. What comes too soon after the last is left out. */
  show(howFar: string): void {
    if (!this.#write) return;
    const now = performance.now();
    if (now - this.#shown < INTERVAL) return;
    this.#shown = now;
    this.#write(`${ERASE_LINE}  ${howFar}`);
  }

  /** Makes room for other output. */
  clear(): void {
    if (this.#shown > 0) this.#write?.(ERASE_LINE);
  }
}

/** The progress of a command, shown beside what it prints. */
export const progressOn = (stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress =>
  new Progress(stream.isTTY ? (text) => stream.write(text) : undefined);
