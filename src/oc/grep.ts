import { CommandError } from './errors';
import { type FlagValues, onOff } from './flags';
import { FlagError, readFlags } from './readFlags';

const flags = {
  invertMatch: onOff('v'),
  ignoreCase: onOff('i'),
  extendedRegexp: onOff('E'),
  fixedStrings: onOff('F'),
  wordRegexp: onOff('w'),
} as const;

type GrepOptions = FlagValues<typeof flags>;

/** In a basic expression `+?|{}()` stand for themselves unless escaped; JavaScript has it the other way round. */
const fromBasic = (pattern: string): string =>
  pattern.replace(/\\?[+?|{}()]/g, (found) => (found.startsWith('\\') ? found.slice(1) : `\\${found}`));

const literally = (pattern: string): string => pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const compile = (pattern: string, options: GrepOptions): RegExp => {
  const source = options.fixedStrings
    ? literally(pattern)
    : options.extendedRegexp
      ? pattern
      : fromBasic(pattern);
  try {
    return new RegExp(options.wordRegexp ? `\\b(?:${source})\\b` : source, options.ignoreCase ? 'i' : '');
  } catch {
    throw new CommandError(`grep: invalid regular expression: ${pattern}`, 2);
  }
};

/** @throws CommandError for an option that is not known */
const optionsIn = (line: readonly string[]): { words: readonly string[]; options: GrepOptions } => {
  try {
    const { words, flags: values } = readFlags(flags, line);
    return { words, options: values as GrepOptions };
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    const why = error.unknown === undefined ? error.message : `unknown option '${error.unknown}'`;
    throw new CommandError(`grep: ${why}; known are -v -i -E -F -w`, 2);
  }
};

const parse = (line: readonly string[]): ((line: string) => boolean) => {
  const { words, options } = optionsIn(line);
  const [pattern, ...files] = words;
  if (pattern === undefined || files.length > 0) {
    throw new CommandError('grep: give exactly one pattern: `| grep PATTERN`', 2);
  }
  const expression = compile(pattern, options);
  return (text) => expression.test(text) !== options.invertMatch;
};

/** Lets some lines of a text through. */
export type Filter = (text: string) => string;

/** `grep WORDS` as a filter. @throws CommandError if the words make no sense. */
export const grep = (words: readonly string[]): Filter => {
  const keeps = parse(words);
  return (text) =>
    text
      .split(/(?<=\n)/)
      .filter((line) => line !== '' && keeps(line.replace(/\n$/, '')))
      .join('');
};
