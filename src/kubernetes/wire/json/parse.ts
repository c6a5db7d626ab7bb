import { setField } from '../values';
import { JsonSyntaxError, unexpected } from './problem';
import { readNumber, readString } from './scalars';

/** How deep maps and lists may be nested in each other. Go's own bound is 10000. */
const DEEPEST = 1000;

const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/** Hears of fields by their paths, `metadata.name` or `spec.containers[0].image`, in the order of the text. */
export interface FieldListener {
  /** Of each field, before what it holds. */
  onField?(path: string): void;
  /** Of each field that is set again. */
  onDuplicate?(path: string): void;
}

/** Reads values one after the other, as Go does. @see encoding/json scanner */
class JsonParser {
  readonly #text: string;
  readonly #listener: FieldListener | undefined;
  /** Where the value that is being read stands, as long as somebody asks: `.spec`, `.containers`, `[0]`. */
  readonly #path: string[] = [];
  #depth = 0;
  at: number;

  constructor(text: string, at: number, listener?: FieldListener) {
    this.#text = text;
    this.#listener = listener;
    this.at = at;
  }

  /** The next character that is no blank; '' at the end. */
  peek(): string {
    const text = this.#text;
    for (let code = text.charCodeAt(this.at); ; code = text.charCodeAt(++this.at))
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
    return text.charAt(this.at);
  }

  #fail(where: string): never {
    throw unexpected(this.#text, this.at, where);
  }

  #deeper<T>(read: () => T): T {
    this.#depth++;
    if (this.#depth > DEEPEST) throw new JsonSyntaxError('exceeded max depth', this.at);
    this.at++;
    const value = read();
    this.#depth--;
    return value;
  }

  value(): unknown {
    const next = this.peek();
    if (next === '{') return this.#deeper(() => this.#map());
    if (next === '[') return this.#deeper(() => this.#list());
    const text = this.#text;
    if (next === '"') return this.#take(readString(text, this.at));
    if (/[-0-9]/.test(next)) return this.#take(readNumber(text, this.at));
    for (const [word, value] of LITERALS) if (next === word.charAt(0)) return this.#literal(word, value);
    return this.#fail('looking for beginning of value');
  }

  #take<T>({ value, end }: { readonly value: T; readonly end: number }): T {
    this.at = end;
    return value;
  }

  #literal<T>(word: string, value: T): T {
    this.at++;
    for (const letter of word.slice(1)) {
      if (this.#text.charAt(this.at) !== letter) this.#fail(`in literal ${word} (expecting '${letter}')`);
      this.at++;
    }
    return value;
  }

  #list(): readonly unknown[] {
    const list: unknown[] = [];
    if (this.peek() === ']') this.at++;
    else
      for (;;) {
        list.push(this.#within(() => `[${list.length}]`));
        if (this.#ends(']', 'after array element')) break;
      }
    return list;
  }

  #map(): Readonly<Record<string, unknown>> {
    const map: Record<string, unknown> = {};
    if (this.peek() === '}') this.at++;
    else
      for (;;) {
        if (this.peek() !== '"') this.#fail('looking for beginning of object key string');
        const name = this.#take(readString(this.#text, this.at));
        if (this.peek() !== ':') this.#fail('after object key');
        this.at++;
        if (this.#listener) this.#hear(this.#listener, name, Object.hasOwn(map, name));
        setField(
          map,
          name,
          this.#within(() => `.${name}`),
        );
        if (this.#ends('}', 'after object key:value pair')) break;
      }
    return map;
  }

  #hear({ onField, onDuplicate }: FieldListener, name: string, isAgain: boolean): void {
    if (!onField && !isAgain) return;
    const path = [...this.#path, `.${name}`].join('').replace(/^\./, '');
    onField?.(path);
    if (isAgain) onDuplicate?.(path);
  }

  /** Reads a part, whose place is only written down if somebody asks for it. */
  #within(place: () => string): unknown {
    if (!this.#listener) return this.value();
    this.#path.push(place());
    const value = this.value();
    this.#path.pop();
    return value;
  }

  /** Passes over a comma, or the end. @returns whether it was the end */
  #ends(end: string, where: string): boolean {
    const next = this.peek();
    if (next !== ',' && next !== end) this.#fail(where);
    this.at++;
    return next === end;
  }
}

/** A value of JSON, and where it stands. */
export interface ReadJson {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the next value of a text, as the API reads it: whole numbers that a `number` would round are a `bigint`, and of a
 * field that is set twice the last value counts.
 * @param at where to begin
 * @returns undefined if only blanks are left
 * @throws JsonSyntaxError
 */
export const readNextJson = (text: string, at = 0): ReadJson | undefined => {
  const parser = new JsonParser(text, at);
  if (parser.peek() === '') return undefined;
  const start = parser.at;
  const value = parser.value();
  return { value, start, end: parser.at };
};

/**
 * Reads a text that is one value of JSON.
 * @throws JsonSyntaxError
 */
export const parseJson = (text: string, listener?: FieldListener): unknown => {
  const parser = new JsonParser(text, 0, listener);
  const value = parser.value();
  if (parser.peek() !== '') throw unexpected(text, parser.at, 'after top-level value');
  return value;
};
