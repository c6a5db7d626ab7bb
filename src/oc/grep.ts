import { Command, CommanderError } from 'commander';
import { CommandError } from './errors';

interface GrepOptions {
  readonly invertMatch?: boolean;
  readonly ignoreCase?: boolean;
  readonly extendedRegexp?: boolean;
  readonly fixedStrings?: boolean;
  readonly wordRegexp?: boolean;
}

const command = new Command('grep')
  .argument('[words...]')
  .option('-v, --invert-match')
  .option('-i, --ignore-case')
  .option('-E, --extended-regexp')
  .option('-F, --fixed-strings')
  .option('-w, --word-regexp')
  .helpOption(false)
  .exitOverride()
  .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });

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

const parse = (words: readonly string[]): ((line: string) => boolean) => {
  try {
    command.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new CommandError(`grep: ${error.message.replace(/^error: /, '')}; known are -v -i -E -F -w`, 2);
  }
  const [pattern, ...files] = command.args;
  if (pattern === undefined || files.length > 0) {
    throw new CommandError('grep: give exactly one pattern: `| grep PATTERN`', 2);
  }
  const options = command.opts<GrepOptions>();
  const expression = compile(pattern, options);
  return (line) => expression.test(line) !== (options.invertMatch ?? false);
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
