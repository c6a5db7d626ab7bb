import { scanBlockScalar } from './blockScalar';
import { codeOf, isBlank, isBlankOrEnd, isBreak } from './characters';
import { scanDirective } from './directives';
import { Indents } from './indents';
import { scanPlainScalar } from './plainScalar';
import { scannerProblem } from './problem';
import { scanAnchor, scanTag } from './properties';
import { scanQuotedScalar } from './quotedScalar';
import { Reader } from './reader';
import { SimpleKeys } from './simpleKeys';
import { type Token, type TokenKind, token } from './token';
import { TokenQueue } from './tokenQueue';

/** How deep brackets may go. */
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
  readonly #queue = new TokenQueue();
  readonly #indents: Indents;
  #isReady = false;
  #flowLevel = 0;
  #keyAllowed = true;

  constructor(text: string) {
    this.#reader = new Reader(text);
    this.#keys = new SimpleKeys(this.#reader);
    this.#indents = new Indents(this.#reader, this.#queue);
    this.#queue.add(token('stream start', 0));
  }

  /** How much of the text has been looked at. */
  get seen(): number {
    return this.#reader.at;
  }

  /** The next token, which stays. @throws YamlProblem */
  peek(): Token {
    if (!this.#isReady) {
      while (this.#queue.isEmpty || this.#keys.mayBecomeKey(this.#queue.first)) this.#fetch();
      this.#isReady = true;
    }
    return this.#queue.peek();
  }

  /** Takes the token that was peeked at. */
  skip(): void {
    this.#isReady = false;
    this.#queue.take();
  }

  #fetch(): void {
    const reader = this.#reader;
    this.#skipToToken();
    if (this.#flowLevel === 0) this.#indents.unroll(reader.column);
    const code = reader.code();
    if (reader.isAtEnd) this.#fetchEnd();
    else if (reader.column === 0 && code === codeOf('%')) this.#fetchDirective();
    else if (reader.isAtDocumentMark()) this.#fetchDocumentMark(code);
    else if (!this.#fetchIndicator(code)) {
      if (!this.#startsPlainScalar(code))
        throw scannerProblem(reader.line, 'found character that cannot start any token');
      this.#fetchPlainScalar();
    }
  }

  /** Reads a token that its first character tells. @returns false if this one tells none here */
  #fetchIndicator(code: number): boolean {
    const reader = this.#reader;
    switch (String.fromCharCode(code)) {
      case '[':
        this.#openFlow('flow sequence start');
        return true;
      case '{':
        this.#openFlow('flow mapping start');
        return true;
      case ']':
        this.#closeFlow('flow sequence end');
        return true;
      case '}':
        this.#closeFlow('flow mapping end');
        return true;
      case ',':
        this.#fetchFlowEntry();
        return true;
      case '*':
        this.#fetchNode(() => scanAnchor(reader, 'alias'));
        return true;
      case '&':
        this.#fetchNode(() => scanAnchor(reader, 'anchor'));
        return true;
      case '!':
        this.#fetchNode(() => scanTag(reader));
        return true;
      case "'":
      case '"':
        this.#fetchNode(() => token('scalar', reader.line, scanQuotedScalar(reader)));
        return true;
      case '|':
      case '>':
        if (this.#flowLevel > 0) return false;
        this.#fetchBlockScalar();
        return true;
      case '-':
        if (!isBlankOrEnd(reader.code(1))) return false;
        this.#fetchBlockEntry();
        return true;
      case '?':
        if (this.#flowLevel === 0 && !isBlankOrEnd(reader.code(1))) return false;
        this.#fetchKey();
        return true;
      case ':':
        if (this.#flowLevel === 0 && !isBlankOrEnd(reader.code(1))) return false;
        this.#fetchValue();
        return true;
      default:
        return false;
    }
  }

  #startsPlainScalar(code: number): boolean {
    const next = this.#reader.code(1);
    if (code === codeOf('-')) return !isBlank(next);
    if (code === codeOf('?') || code === codeOf(':')) return this.#flowLevel === 0 && !isBlankOrEnd(next);
    return !isBlankOrEnd(code) && !INDICATORS.has(code);
  }

  /** Passes over blanks, comments and line breaks. A tab may not stand where a key could begin. */
  #skipToToken(): void {
    const reader = this.#reader;
    for (;;) {
      const tabs = this.#flowLevel > 0 || !this.#keyAllowed;
      for (let code = reader.code(); code === 0x20 || (tabs && code === TAB); code = reader.code())
        reader.at++;
      reader.skipComment();
      if (!isBreak(reader.code())) return;
      reader.readBreak();
      if (this.#flowLevel === 0) this.#keyAllowed = true;
    }
  }

  /** Adds the token of an indicator, and passes over it. */
  #addIndicator(kind: TokenKind, width = 1): void {
    this.#queue.add(token(kind, this.#reader.line));
    this.#reader.at += width;
  }

  /** Ends whatever is indented, before something that stands outside of documents. */
  #leaveBlocks(): void {
    if (this.#flowLevel === 0) this.#indents.unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
  }

  #fetchEnd(): void {
    if (this.#reader.column !== 0) this.#reader.startLine();
    this.#leaveBlocks();
    this.#queue.add(token('stream end', this.#reader.line));
  }

  #fetchDirective(): void {
    this.#leaveBlocks();
    this.#queue.add(scanDirective(this.#reader));
  }

  #fetchDocumentMark(code: number): void {
    this.#leaveBlocks();
    this.#addIndicator(code === codeOf('-') ? 'document start' : 'document end', 3);
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const isRequired = this.#flowLevel === 0 && this.#indents.current === this.#reader.column;
    this.#keys.save(this.#queue.next, isRequired);
  }

  #openFlow(kind: TokenKind): void {
    this.#saveKey();
    this.#keys.enter(this.#queue.next);
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

  /** Begins a block collection here, if there is none. @throws YamlProblem where none may begin */
  #beginBlock(kind: TokenKind, what: string): void {
    const { line, column } = this.#reader;
    if (!this.#keyAllowed) throw scannerProblem(line, `${what} are not allowed in this context`);
    this.#indents.roll(column, kind, this.#queue.next, line);
  }

  #fetchBlockEntry(): void {
    // The parser knows better what is wrong with a `-` within brackets.
    if (this.#flowLevel === 0) this.#beginBlock('block sequence start', 'block sequence entries');
    this.#keys.remove();
    this.#keyAllowed = true;
    this.#addIndicator('block entry');
  }

  #fetchKey(): void {
    if (this.#flowLevel === 0) this.#beginBlock('block mapping start', 'mapping keys');
    this.#keys.remove();
    this.#keyAllowed = this.#flowLevel === 0;
    this.#addIndicator('key');
  }

  #fetchValue(): void {
    const key = this.#keys.take();
    if (key) {
      this.#queue.insert(token('key', key.line), key.token);
      if (this.#flowLevel === 0) this.#indents.roll(key.column, 'block mapping start', key.token, key.line);
      this.#keyAllowed = false;
    } else {
      if (this.#flowLevel === 0) this.#beginBlock('block mapping start', 'mapping values');
      this.#keyAllowed = this.#flowLevel === 0;
    }
    this.#addIndicator('value');
  }

  /** Anchors, aliases, tags and scalars in quotes: each may be the beginning of a key. */
  #fetchNode(scan: () => Token): void {
    this.#saveKey();
    this.#keyAllowed = false;
    this.#queue.add(scan());
  }

  #fetchPlainScalar(): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const { line } = this.#reader;
    const indent = this.#indents.current + 1;
    const { value, endedLine } = scanPlainScalar(this.#reader, this.#flowLevel > 0, indent);
    this.#queue.add(token('scalar', line, value, '', true));
    if (endedLine) this.#keyAllowed = true;
  }

  #fetchBlockScalar(): void {
    this.#keys.remove();
    this.#keyAllowed = true;
    const { line } = this.#reader;
    this.#queue.add(token('scalar', line, scanBlockScalar(this.#reader, this.#indents.current)));
  }
}
