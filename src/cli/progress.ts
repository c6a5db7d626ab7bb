const CLEAR_LINE = '\r\u001b[2K';

/** Says on a terminal how far a long command is. Silent in a pipe. */
export class Progress {
  readonly #total: number;
  readonly #stream: NodeJS.WriteStream;
  #done = 0;

  constructor(total: number, stream: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#stream = stream;
  }

  /** The next piece of work begins. */
  show(what: string): void {
    this.#done++;
    if (this.#stream.isTTY) this.#stream.write(`${CLEAR_LINE}${this.#done} of ${this.#total}  ${what}`);
  }

  /** Makes room for other output. */
  clear(): void {
    if (this.#stream.isTTY) this.#stream.write(CLEAR_LINE);
  }
}
