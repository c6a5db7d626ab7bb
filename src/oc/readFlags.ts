import { type Flag, type Flags, FlagValueError, longName } from './flags';

/** A flag that makes no sense; `message` is the complaint of kubectl's flag library. */
export class FlagError extends Error {
  constructor(
    message: string,
    /** The word in question, if no flag of this name is known. */
    readonly unknown?: string,
  ) {
    super(message);
  }
}

/** The words of a command line, sorted. */
export interface FlagsAndWords {
  /** What is left when flags and their values are taken out. */
  readonly words: readonly string[];
  /** A value for each flag, given or not, by the name of the flag. */
  readonly flags: Readonly<Record<string, unknown>>;
}

type Named = readonly [name: string, flag: Flag<unknown>];

/** `-n, --namespace`. */
const titleOf = ([name, { short }]: Named): string => `${short ? `-${short}, ` : ''}${longName(name)}`;

/**
 * Reads flags as kubectl does: before, between and behind the words, up to `--`.
 * @throws FlagError at the first one that makes no sense
 * @see github.com/spf13/pflag FlagSet.parseArgs
 */
export const readFlags = (known: Flags, line: readonly string[]): FlagsAndWords => {
  const all = Object.entries(known);
  const flags: Record<string, unknown> = Object.fromEntries(
    all.map(([name, { initial }]) => [name, initial]),
  );
  const words: string[] = [];
  const left = [...line];

  const set = (named: Named, value: string): void => {
    const [name, flag] = named;
    try {
      flags[name] = flag.read(value, flags[name]);
    } catch (error) {
      if (!(error instanceof FlagValueError)) throw error;
      const what = `${JSON.stringify(value)} for "${titleOf(named)}" flag`;
      throw new FlagError(`invalid argument ${what}: ${error.message}`);
    }
  };

  const valueFor = ([, { bare }]: Named, what: string): string => {
    const value = bare ?? left.shift();
    if (value === undefined) throw new FlagError(`flag needs an argument: ${what}`);
    return value;
  };

  const readLong = (word: string): void => {
    const [long = '', ...value] = word.split('=');
    const named = all.find(([name]) => longName(name) === long);
    if (!named) throw new FlagError(`unknown flag: ${long}`, word);
    set(named, value.length > 0 ? value.join('=') : valueFor(named, long));
  };

  /** Reads `-A`, `-n shop`, `-nshop`, `-n=shop`, and several in one word, `-Ao yaml`. */
  const readShort = (word: string): void => {
    const [letter = '', ...more] = word.slice(1);
    const rest = more.join('');
    const named = all.find(([, { short }]) => short === letter);
    if (!named) throw new FlagError(`unknown shorthand flag: '${letter}' in ${word}`, word);
    if (rest.length > 1 && rest.startsWith('=')) set(named, rest.slice(1));
    else if (named[1].bare === undefined && rest !== '') set(named, rest);
    else {
      set(named, valueFor(named, `'${letter}' in ${word}`));
      if (rest !== '') readShort(`-${rest}`);
    }
  };

  for (let word = left.shift(); word !== undefined && word !== '--'; word = left.shift()) {
    if (word.startsWith('--')) readLong(word);
    else if (word.startsWith('-') && word !== '-') readShort(word);
    else words.push(word);
  }
  return { words: [...words, ...left], flags };
};
