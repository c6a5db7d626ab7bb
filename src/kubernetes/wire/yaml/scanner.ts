import { scanBlockScalar } from './blockScalar';
import { codeOf, isBlank, isBlankOrEnd, isBreak } from './characters';
import { scanDirective } from './directives';
import { scanPlainScalar } from './plainScalar';
import { scannerProblem } from './problem';
import { scanAnchor, scanTag } from './properties';
import { scanQuotedScalar } from './quotedScalar';
import { Reader } from './reader';
import { SimpleKeys } from './simpleKeys';
import { type Token, type TokenKind, token } from './token';

/** How deep brackets or indentation may go. */
const DEEPEST = 10_000;

const TAB = 0x09;

const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(codeOf));

/**
 * Cuts a document into tokens, no further than it is asked: a mistake behind the end of a document is never found.
 * A key is known for one only at its `:`, so tokens may be put before others that wait.
 * @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_fetch_next_token
 */
export class Scanner {
  readonly #reader: Reader;
  readonly #keys: SimpleKeys;
  #waiting: Token[] = [];
  /** How many of those that wait have been taken. */
  #head = 0;
  /** How many tokens have been taken in all. */
  #taken = 0;
  #isReady = false;
  #flowLevel = 0;
  #indent = -1;
  readonly #indents: number[] = [];
  #keyAllowed = true;

  constructor(text: string) {
    this.#reader = new Reader(text);
    this.#keys = new SimpleKeys(this.#reader);
    this.#waiting.push(token('stream start', 0));
  }

  /** How much of the text has been looked at. */
  get seen(): number {
    return this.#reader.at;
  }

  /** The next token, which stays. @throws YamlProblem */
  peek(): Token {
    if (!this.#isReady) {
      while (this.#head === this.#waiting.length || this.#keys.mayBecomeKey(this.#taken)) this.#fetch();
      this.#isReady = true;
    }
    return this.#waiting[this.#head] as Token;
  }

  /** Takes the token that was peeked at. */
  skip(): void {
    this.#isReady = false;
    this.#taken++;
    this.#head++;
    if (this.#head < this.#waiting.length) return;
    this.#waiting = [];
    this.#head = 0;
  }

  #add(kind: TokenKind, line = this.#reader.line): void {
    this.#waiting.push(token(kind, line));
  }

  /** Adds the token of an indicator, and passes over it. */
  #addIndicator(kind: TokenKind, width = 1): void {
    this.#add(kind);
    this.#reader.at += width;
  }

  /** The number that the next token will have. */
  get #nextNumber(): number {
    return this.#taken + this.#waiting.length - this.#head;
  }

  #fetch(): void {
    const reader = this.#reader;
    this.#skipToToken();
    this.#unroll(reader.column);
    if (reader.isAtEnd) return this.#fetchEnd();
    const code = reader.code();
    if (reader.column === 0 && code === codeOf('%')) return this.#fetchDirective();
    if (reader.isAtDocumentMark())
      return this.#fetchDocumentMark(code === codeOf('-') ? 'document start' : 'document end');
    switch (code) {
      case 0x5b:
        return this.#openFlow('flow sequence start');
      case 0x7b:
        return this.#openFlow('flow mapping start');
      case 0x5d:
        return this.#closeFlow('flow sequence end');
      case 0x7d:
        return this.#closeFlow('flow mapping end');
      case 0x2c:
        return this.#fetchFlowEntry();
      case 0x2a:
        return this.#fetchNode(() => scanAnchor(reader, 'alias'));
      case 0x26:
        return this.#fetchNode(() => scanAnchor(reader, 'anchor'));
      case 0x21:
        return this.#fetchNode(() => scanTag(reader));
      case 0x27:
      case 0x22:
        return this.#fetchNode(() => token('scalar', reader.line, scanQuotedScalar(reader)));
      case 0x7c:
      case 0x3e:
        if (this.#flowLevel === 0) return this.#fetchBlockScalar();
    }
    const next = reader.code(1);
    if (code === 0x2d && isBlankOrEnd(next)) return this.#fetchBlockEntry();
    if (code === 0x3f && (this.#flowLevel > 0 || isBlankOrEnd(next))) return this.#fetchKey();
    if (code === 0x3a && (this.#flowLevel > 0 || isBlankOrEnd(next))) return this.#fetchValue();
    if (this.#startsPlainScalar(code, next)) return this.#fetchPlainScalar();
    throw scannerProblem(reader.line, 'found character that cannot start any token');
  }

  #startsPlainScalar(code: number, next: number): boolean {
    if (code === 0x2d) return !isBlank(next);
    if (code === 0x3f || code === 0x3a) return this.#flowLevel === 0 && !isBlankOrEnd(next);
    return !isBlankOrEnd(code) && !INDICATORS.has(code);
  }

  /** Passes over blanks, comments and line breaks. A tab may not stand where a key could begin. */
  #skipToToken(): void {
    const reader = this.#reader;
    for (;;) {
      const tabs = this.#flowLevel > 0 || !this.#keyAllowed;
      for (let code = reader.code(); code === 0x20 || (tabs && code === TAB); code = reader.code()) reader.at++;
      reader.skipComment();
      if (!isBreak(reader.code())) return;
      reader.readBreak();
      if (this.#flowLevel === 0) this.#keyAllowed = true;
    }
  }

  /** Begins a block collection if this column is further than the last one. @param before the token it comes before */
  #roll(column: number, kind: TokenKind, before: number, line: number): void {
    if (this.#flowLevel > 0 || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    if (this.#indents.length > DEEPEST)
      throw scannerProblem(this.#reader.line, `exceeded max depth of ${DEEPEST}`);
    this.#insert(token(kind, line), before);
  }

  /** Puts a token before the one with a number; if that one has been taken already, behind all others. */
  #insert(inserted: Token, before: number): void {
    if (before < this.#taken) this.#waiting.push(inserted);
    else this.#waiting.splice(this.#head + before - this.#taken, 0, inserted);
  }

  /** Ends the block collections that are indented further than this column. */
  #unroll(column: number): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#add('block end');
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #fetchEnd(): void {
    if (this.#reader.column !== 0) this.#reader.startLine();
    this.#unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
    this.#add('stream end');
  }

  #fetchDirective(): void {
    this.#unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
    this.#waiting.push(scanDirective(this.#reader));
  }

  #fetchDocumentMark(kind: TokenKind): void {
    this.#unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
    this.#addIndicator(kind, 3);
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    this.#keys.save(this.#nextNumber, this.#flowLevel === 0 && this.#indent === this.#reader.column);
  }

  #openFlow(kind: TokenKind): void {
    this.#saveKey();
    this.#keys.enter(this.#nextNumber);
    this.#flowLevel++;
    if (this.#flowLevel > DEEPEST)
      throw scannerProblem(this.#reader.line, `exceeded max depth of ${DEEPEST}`);
    this.#keyAllowed = true;
    this.#addIndicator(kind);
  }

  #closeFlow(kind: TokenKind): void {
    this.#keys.remove();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      this.#keys.leave();
    }
    this.#keyAllowed = false;
    this.#addIndicator(kind);
  }

  #fetchFlowEntry(): void {
    this.#keys.remove();
    this.#keyAllowed = true;
    this.#addIndicator('flow entry');
  }

  #fetchBlockEntry(): void {
    const { line, column } = this.#reader;
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed)
        throw scannerProblem(line, 'block sequence entries are not allowed in this context');
      this.#roll(column, 'block sequence start', this.#nextNumber, line);
    }
    this.#keys.remove();
    this.#keyAllowed = true;
    this.#addIndicator('block entry');
  }

  #fetchKey(): void {
    const { line, column } = this.#reader;
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw scannerProblem(line, 'mapping keys are not allowed in this context');
      this.#roll(column, 'block mapping start', this.#nextNumber, line);
    }
    this.#keys.remove();
    this.#keyAllowed = this.#flowLevel === 0;
    this.#addIndicator('key');
  }

  #fetchValue(): void {
    const key = this.#keys.take();
    if (key) {
      this.#insert(token('key', key.line), key.token);
      this.#roll(key.column, 'block mapping start', key.token, key.line);
      this.#keyAllowed = false;
    } else {
      const { line, column } = this.#reader;
      if (this.#flowLevel === 0) {
        if (!this.#keyAllowed) throw scannerProblem(line, 'mapping values are not allowed in this context');
        this.#roll(column, 'block mapping start', this.#nextNumber, line);
      }
      this.#keyAllowed = this.#flowLevel === 0;
    }
    this.#addIndicator('value');
  }

  /** Anchors, aliases, tags and scalars in quotes: each may be the beginning of a key. */
  #fetchNode(scan: () => Token): void {
    this.#saveKey();
    this.#keyAllowed = false;
    this.#waiting.push(scan());
  }

  #fetchPlainScalar(): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const { line } = this.#reader;
    const { value, endedLine } = scanPlainScalar(this.#reader, this.#flowLevel > 0, this.#indent + 1);
    this.#waiting.push(token('scalar', line, value, '', true));
    if (endedLine) this.#keyAllowed = true;
  }

  #fetchBlockScalar(): void {
    this.#keys.remove();
    this.#keyAllowed = true;
    const { line } = this.#reader;
    this.#waiting.push(token('scalar', line, scanBlockScalar(this.#reader, this.#indent)));
  }
}
