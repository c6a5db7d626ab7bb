import { scannerProblem } from './problem';
import type { Reader } from './reader';

/** How far a key may reach up to its `:`. */
const LONGEST_KEY = 1024;

/** A token that may turn out to be a key, once a `:` follows. */
interface SimpleKey {
  possible: boolean;
  /** Nothing but a key may stand there. */
  required: boolean;
  /** The number of the token. */
  token: number;
  at: number;
  line: number;
  column: number;
}

const noKey = (token: number): SimpleKey => ({
  possible: false,
  required: false,
  token,
  at: 0,
  line: 0,
  column: 0,
});

/**
 * The keys that may be: one for each level of brackets.
 * @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_save_simple_key
 */
export class SimpleKeys {
  readonly #reader: Reader;
  readonly #levels: SimpleKey[] = [noKey(0)];
  /** The level on which a token was taken for a key. */
  readonly #levelOf = new Map<number, number>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get #last(): SimpleKey {
    return this.#levels.at(-1) ?? noKey(0);
  }

  /** Forgets a key that cannot be one any more. @throws YamlProblem if it had to be one */
  #isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    if (key.line >= this.#reader.line && key.at + LONGEST_KEY >= this.#reader.at) return true;
    if (key.required) throw scannerProblem(this.#reader.line, "could not find expected ':'");
    key.possible = false;
    return false;
  }

  /** Whether a `:` may still make this token a key. @throws YamlProblem */
  mayBecomeKey(token: number): boolean {
    const level = this.#levelOf.get(token);
    const key = level === undefined ? undefined : this.#levels[level];
    return key !== undefined && this.#isValid(key);
  }

  /** The key that a `:` at this place belongs to. @throws YamlProblem */
  take(): { readonly token: number; readonly line: number; readonly column: number } | undefined {
    const key = this.#last;
    if (!this.#isValid(key)) return undefined;
    key.possible = false;
    this.#levelOf.delete(key.token);
    return key;
  }

  /** Remembers that the token which begins here may be a key. @throws YamlProblem */
  save(token: number, required: boolean): void {
    this.remove();
    const key = this.#last;
    const { at, line, column } = this.#reader;
    key.possible = true;
    key.required = required;
    key.token = token;
    key.at = at;
    key.line = line;
    key.column = column;
    this.#levelOf.set(token, this.#levels.length - 1);
  }

  /** What was remembered last is no key. @throws YamlProblem if it had to be one */
  remove(): void {
    const key = this.#last;
    if (!key.possible) return;
    if (key.required) throw scannerProblem(this.#reader.line, "could not find expected ':'");
    key.possible = false;
    this.#levelOf.delete(key.token);
  }

  /** Goes into brackets. @param token the number of the opening one */
  enter(token: number): void {
    this.#levels.push(noKey(token));
  }

  /** Leaves brackets. If nothing in them could be a key, libyaml forgets that they themselves could. */
  leave(): void {
    const key = this.#levels.pop();
    if (key) this.#levelOf.delete(key.token);
  }
}
