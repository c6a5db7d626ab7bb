import { scannerProblem } from './problem';
import type { Reader } from './reader';
import { type TokenKind, token } from './token';
import type { TokenQueue } from './tokenQueue';

/** How deep blocks may go. */
const DEEPEST = 10_000;

/** How far the blocks are indented that the scanner is in. */
export class Indents {
  readonly #reader: Reader;
  readonly #queue: TokenQueue;
  readonly #outer: number[] = [];
  /** Of the innermost block; -1 outside of any. */
  current = -1;

  constructor(reader: Reader, queue: TokenQueue) {
    this.#reader = reader;
    this.#queue = queue;
  }

  /** Begins a block if this column is further than the last one. @param before the number of the token it comes before */
  roll(column: number, kind: TokenKind, before: number, line: number): void {
    if (this.current >= column) return;
    this.#outer.push(this.current);
    this.current = column;
    if (this.#outer.length > DEEPEST)
      throw scannerProblem(this.#reader.line, `exceeded max depth of ${DEEPEST}`);
    this.#queue.insert(token(kind, line), before);
  }

  /** Ends the blocks that are indented further than this column. */
  unroll(column: number): void {
    while (this.current > column) {
      this.#queue.add(token('block end', this.#reader.line));
      this.current = this.#outer.pop() ?? -1;
    }
  }
}
