import { CommandError } from './errors';

/** Its flags, by letter and by name. */
const FLAGS = {
  v: 'invert-match',
  i: 'ignore-case',
  E: 'extended-regexp',
  F: 'fixed-strings',
  w: 'word-regexp',
} as const;

type Letter = keyof typeof FLAGS;
type GrepOptions = ReadonlySet<Letter>;

const isLetter = (letter: string): letter is Letter => letter in FLAGS;

/** The flags that a word stands for: `-iv`, `--ignore-case`. */
const lettersOf = (word: string): readonly Letter[] => {
  const letters = word.startsWith('--')
    ? Object.keys(FLAGS).filter((letter) => isLetter(letter) && `--${FLAGS[letter]}` === word)
    : [...word.slice(1)];
  const known = letters.filter(isLetter);
  if (known.length === 0 || known.length < letters.length)
    throw new CommandError(`grep: unknown option '${word}'; known are -v -i -E -F -w`, 2);
  return known;
};

/** In a basic expression `+?|{}()` stand for themselves unless escaped; JavaScript has it the other way round. */
const fromBasic = (pattern: string): string =>
  pattern.replace(/\\?[+?|{}()]/g, (found) => (found.startsWith('\\') ? found.slice(1) : `\\${found}`));

const literally = (pattern: string): string => pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const compile = (pattern: string, options: GrepOptions): RegExp => {
  const source = options.has('F') ? literally(pattern) : options.has('E') ? pattern : fromBasic(pattern);
  try {
    return new RegExp(options.has('w') ? `\\b(?:${source})\\b` : source, options.has('i') ? 'i' : '');
  } catch {
    throw new CommandError(`grep: invalid regular expression: ${pattern}`, 2);
  }
};

const parse = (words: readonly string[]): ((line: string) => boolean) => {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const isOption = (word: string): boolean => word.startsWith('-') && word !== '-';
  const options = new Set(before.filter(isOption).flatMap(lettersOf));
  const operands = before.filter((word) => !isOption(word));
  const [pattern, ...files] = end < 0 ? operands : [...operands, ...words.slice(end + 1)];
  if (pattern === undefined || files.length > 0) {
    throw new CommandError('grep: give exactly one pattern: `| grep PATTERN`', 2);
  }
  const expression = compile(pattern, options);
  return (line) => expression.test(line) !== options.has('v');
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
