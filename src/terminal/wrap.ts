import { columnsOf } from './columns';

/** Columns used where the width is not known, as in a pipe. */
const DEFAULT_WIDTH = 100;
const NARROWEST = 40;
const WIDEST = 120;

/** The width to write for: the terminal's, within what is pleasant to read. */
export const widthOf = (stream: { readonly columns?: number }): number =>
  Math.min(WIDEST, Math.max(NARROWEST, stream.columns || DEFAULT_WIDTH));

/** Breaks a text into lines of at most `width` columns, between words where it can. */
export const wrap = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, Math.max(1, width)));

const wrapParagraph = (paragraph: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.trim().split(/\s+/)) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (columnsOf(line) > width) {
      const part = beginningOf(line, width);
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  return [...lines, line];
};

/** Made when a word is too long for its line: few are, and it takes time. */
let letters: Intl.Segmenter | undefined;

/** As many letters of a word as fit, and at least one. */
const beginningOf = (word: string, width: number): string => {
  letters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let part = '';
  for (const { segment } of letters.segment(word)) {
    if (part !== '' && columnsOf(part + segment) > width) return part;
    part += segment;
  }
  return part;
};

/** Wraps a text and sets it in: the first line after `first` (which may be coloured), the others under it. */
export const hang = (first: string, text: string, width: number): string => {
  const indentation = columnsOf(first);
  const [head = '', ...rest] = wrap(text, width - indentation);
  const margin = ' '.repeat(indentation);
  return [first + head, ...rest.map((line) => margin + line)].join('\n');
};

/** Sets every line of a text in by as many spaces. */
export const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** `1 example`, `2 examples` */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
