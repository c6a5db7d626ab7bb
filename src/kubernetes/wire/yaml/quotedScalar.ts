import { codeOf, END, hexDigit, isBlank, isBlankOrEnd, isBreak } from './characters';
import { foldBreaks } from './fold';
import { scannerProblem } from './problem';
import type { Reader } from './reader';

const BACKSLASH = codeOf('\\');
const SINGLE = codeOf("'");

const ESCAPES = new Map<number, string>(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    "'": "'",
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }).map(([name, character]) => [codeOf(name), character]),
);

const DIGITS = new Map([
  [codeOf('x'), 2],
  [codeOf('u'), 4],
  [codeOf('U'), 8],
]);

/** Reads `\n`, `\u00e9` and the like. */
const readEscape = (reader: Reader): string => {
  const name = reader.code(1);
  const simple = ESCAPES.get(name);
  const digits = DIGITS.get(name);
  if (simple === undefined && digits === undefined)
    throw scannerProblem(reader.line, 'found unknown escape character');
  reader.at += 2;
  if (simple !== undefined || digits === undefined) return simple ?? '';
  let value = 0;
  for (let index = 0; index < digits; index++) {
    const digit = hexDigit(reader.code(index));
    if (digit === undefined) throw scannerProblem(reader.line, 'did not find expected hexdecimal number');
    value = value * 16 + digit;
  }
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff)
    throw scannerProblem(reader.line, 'found invalid Unicode character escape code');
  reader.at += digits;
  return String.fromCodePoint(value);
};

/** Reads up to a blank, the closing quote, or an escaped line break. */
const readWord = (
  reader: Reader,
  quote: number,
): { readonly text: string; readonly escapedBreak: boolean } => {
  let text = '';
  let start = reader.at;
  for (let code = reader.code(); !isBlankOrEnd(code); code = reader.code()) {
    const isSingle = quote === SINGLE;
    if (code === quote) {
      if (!isSingle || reader.code(1) !== SINGLE) break;
      text += reader.text.slice(start, reader.at + 1);
      reader.at += 2;
      start = reader.at;
    } else if (!isSingle && code === BACKSLASH) {
      text += reader.text.slice(start, reader.at);
      if (isBreak(reader.code(1))) {
        reader.at++;
        reader.readBreak();
        return { text, escapedBreak: true };
      }
      text += readEscape(reader);
      start = reader.at;
    } else reader.at++;
  }
  return { text: text + reader.text.slice(start, reader.at), escapedBreak: false };
};

/** Reads blanks and line breaks. @param escapedBreak whether an escaped line break came before: then blanks are dropped */
const readGap = (reader: Reader, escapedBreak: boolean): string => {
  let first = '';
  let rest = '';
  let atLineStart = escapedBreak;
  let blanks = '';
  for (let code = reader.code(); isBlank(code) || isBreak(code); code = reader.code()) {
    if (isBlank(code)) {
      if (!atLineStart) blanks += String.fromCharCode(code);
      reader.at++;
    } else if (atLineStart) rest += reader.readBreak();
    else {
      first = reader.readBreak();
      atLineStart = true;
    }
  }
  if (!atLineStart) return blanks;
  return first === '' ? rest : foldBreaks(first, rest);
};

/**
 * Reads a scalar in quotes.
 * @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_flow_scalar
 */
export const scanQuotedScalar = (reader: Reader): string => {
  const quote = reader.code();
  reader.at++;
  let value = '';
  for (;;) {
    if (reader.isAtDocumentMark()) throw scannerProblem(reader.line, 'found unexpected document indicator');
    if (reader.code() === END) throw scannerProblem(reader.line, 'found unexpected end of stream');
    const { text, escapedBreak } = readWord(reader, quote);
    value += text;
    if (reader.code() === quote) break;
    value += readGap(reader, escapedBreak);
  }
  reader.at++;
  return value;
};
