import { END, isBlank, isBreak, isBreakOrEnd } from './characters';

/** More than the scanner ever looks ahead. */
const TAIL = String.fromCharCode(END).repeat(8);

/** A text that is read character by character, and where in it the reader stands. */
export class Reader {
  readonly text: string;
  /** Where the text ends. */
  readonly length: number;
  at = 0;
  /** From 0. */
  line = 0;
  #lineStart = 0;

  constructor(text: string) {
    this.length = text.length;
    this.text = text + TAIL;
  }

  /** From 0. */
  get column(): number {
    return this.at - this.#lineStart;
  }

  /** The character that comes next, or one after it. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  get isAtEnd(): boolean {
    return this.at >= this.length;
  }

  skipBlanks(): void {
    while (isBlank(this.code())) this.at++;
  }

  /** Passes over a comment, if one begins here. */
  skipComment(): void {
    if (this.code() !== 0x23) return;
    while (!isBreakOrEnd(this.code())) this.at++;
  }

  /** Passes over a line break, if there is one. @returns what YAML makes of it: mostly a line feed */
  readBreak(): string {
    const code = this.code();
    if (!isBreak(code)) return '';
    this.at += code === 0x0d && this.code(1) === 0x0a ? 2 : 1;
    this.startLine();
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  /** The end of the text counts as a line of its own. */
  startLine(): void {
    this.line++;
    this.#lineStart = this.at;
  }

  /** Tells whether a line of `---` or `...` begins here. */
  isAtDocumentMark(): boolean {
    if (this.at !== this.#lineStart) return false;
    const code = this.code();
    if (code !== 0x2d && code !== 0x2e) return false;
    if (this.code(1) !== code || this.code(2) !== code) return false;
    const after = this.code(3);
    return isBlank(after) || isBreakOrEnd(after);
  }
}
