import { MisspeltError } from './errors';
import { type Flag, type Flags, FlagValueError, longName } from './flags';

/** A flag by the name that its value is given under. */
type Named = readonly [name: string, flag: Flag<unknown>];

/** What was read: the values of all flags, given or not, and the words between them. */
interface Given {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

const hint = (verb: string): string => `See 'kubectl ${verb} --help' for usage.`;

const named = (flags: Flags, word: string): Named | undefined =>
  Object.entries(flags).find(
    ([name, flag]) => longName(name) === word || (flag.short !== undefined && `-${flag.short}` === word),
  );

/** The flag that a word names, long or short, without a value in the word. */
export const findFlag = (flags: Flags, word: string): Flag<unknown> | undefined => named(flags, word)?.[1];

/**
 * Reads the flags of a command line as kubectl's flag library does: between the words or behind them, `--flag value`
 * or `--flag=value`, `-o value`, `-o=value` or `-ovalue`, several letters in one word, and no flags behind `--`.
 * @see github.com/spf13/pflag FlagSet.Parse
 */
class FlagReader {
  readonly #verb: string;
  readonly #flags: Flags;
  readonly #values: Record<string, unknown>;
  readonly #words: string[] = [];
  readonly #rest: string[];

  constructor(verb: string, flags: Flags, words: readonly string[]) {
    this.#verb = verb;
    this.#flags = flags;
    this.#rest = [...words];
    this.#values = Object.fromEntries(Object.entries(flags).map(([name, { initial }]) => [name, initial]));
  }

  read(): Given {
    for (let word = this.#rest.shift(); word !== undefined; word = this.#rest.shift()) {
      if (word === '--') {
        this.#words.push(...this.#rest);
        break;
      }
      if (word.startsWith('--')) this.#long(word);
      else if (word.startsWith('-') && word !== '-') this.#letters(word, word.slice(1));
      else this.#words.push(word);
    }
    return { words: this.#words, flags: this.#values };
  }

  #long(word: string): void {
    const [name = '', ...value] = word.split('=');
    const found = named(this.#flags, name) ?? this.#unknown(`unknown flag: ${name}`);
    if (word.includes('=')) this.#set(found, value.join('='));
    else this.#set(found, found[1].bare ?? this.#next(name));
  }

  #letters(word: string, letters: string): void {
    const letter = letters.charAt(0);
    const found =
      named(this.#flags, `-${letter}`) ?? this.#unknown(`unknown shorthand flag: '${letter}' in ${word}`);
    const rest = letters.slice(1);
    if (rest.startsWith('=')) this.#set(found, rest.slice(1));
    else if (found[1].bare !== undefined) {
      this.#set(found, found[1].bare);
      if (rest !== '') this.#letters(`-${rest}`, rest);
    } else this.#set(found, rest === '' ? this.#next(`'${letter}' in ${word}`) : rest);
  }

  #next(what: string): string {
    const value = this.#rest.shift();
    if (value === undefined)
      throw new MisspeltError(`error: flag needs an argument: ${what}\n${hint(this.#verb)}`);
    return value;
  }

  #set([name, flag]: Named, value: string): void {
    try {
      this.#values[name] = flag.read(value, this.#values[name]);
    } catch (error) {
      if (!(error instanceof FlagValueError)) throw error;
      const title = flag.short ? `-${flag.short}, ${longName(name)}` : longName(name);
      throw new MisspeltError(
        `error: invalid argument ${JSON.stringify(value)} for "${title}" flag: ${error.message}\n${hint(this.#verb)}`,
      );
    }
  }

  #unknown(what: string): never {
    const known = Object.keys(this.#flags).map(longName).sort().join(' ');
    throw new MisspeltError(`error: ${what}\n${hint(this.#verb)}\nKnown here: ${known}`);
  }
}

/** @throws MisspeltError for an unknown flag, or one whose value is missing or wrong, in kubectl's words */
export const readFlags = (verb: string, flags: Flags, words: readonly string[]): Given =>
  new FlagReader(verb, flags, words).read();
