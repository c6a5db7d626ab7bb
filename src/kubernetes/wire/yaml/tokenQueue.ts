import type { Token } from './token';

/** Tokens that were read and not yet taken. Each has a number, counted from the beginning of the text. */
export class TokenQueue {
  readonly #tokens: Token[] = [];
  /** How many of these have been taken. */
  #head = 0;
  /** The number of the first one that has not been taken. */
  first = 0;

  /** The number that the next token will have. */
  get next(): number {
    return this.first + this.#tokens.length - this.#head;
  }

  get isEmpty(): boolean {
    return this.#head === this.#tokens.length;
  }

  peek(): Token {
    return this.#tokens[this.#head] as Token;
  }

  take(): void {
    this.first++;
    this.#head++;
    if (!this.isEmpty) return;
    this.#tokens.length = 0;
    this.#head = 0;
  }

  add(token: Token): void {
    this.#tokens.push(token);
  }

  /** Puts a token before the one with a number; if that one has been taken already, behind all others. */
  insert(token: Token, before: number): void {
    const tokens = this.#tokens;
    tokens.push(token);
    if (before < this.first) return;
    const at = this.#head + before - this.first;
    tokens.copyWithin(at + 1, at, -1);
    tokens[at] = token;
  }
}
