import { codeOf, END, isBlank, isBreak, isBreakOrEnd, isDigit } from './characters';
import { scannerProblem } from './problem';
import type { Reader } from './reader';

const PIPE = codeOf('|');
const PLUS = codeOf('+');
const MINUS = codeOf('-');

/** What stands behind `|` or `>`. */
interface Header {
  /** -1 drops the last line break, 1 keeps all of them. */
  readonly chomping: -1 | 0 | 1;
  /** How much further than its surroundings the text is indented; 0 if that is not said. */
  readonly increment: number;
}

const readChomping = (reader: Reader): -1 | 0 | 1 => {
  const code = reader.code();
  if (code !== PLUS && code !== MINUS) return 0;
  reader.at++;
  return code === PLUS ? 1 : -1;
};

const readIncrement = (reader: Reader): number => {
  const code = reader.code();
  if (!isDigit(code)) return 0;
  if (code === 0x30) throw scannerProblem(reader.line, 'found an indentation indicator equal to 0');
  reader.at++;
  return code - 0x30;
};

/** Reads the rest of the first line. The two indicators may stand in any order. */
const readHeader = (reader: Reader): Header => {
  const before = readChomping(reader);
  const increment = readIncrement(reader);
  const chomping = before === 0 && increment > 0 ? readChomping(reader) : before;
  reader.skipBlanks();
  reader.skipComment();
  if (!isBreakOrEnd(reader.code()))
    throw scannerProblem(reader.line, 'did not find expected comment or line break');
  reader.readBreak();
  return { chomping, increment };
};

/**
 * Reads indentation and empty lines.
 * @param indent how far the text is indented; 0 if the first line that is not empty decides
 * @param least how far it must be indented then
 */
const readEmptyLines = (
  reader: Reader,
  indent: number,
  least: number,
): { readonly breaks: string; readonly indent: number } => {
  let breaks = '';
  let widest = 0;
  for (;;) {
    while ((indent === 0 || reader.column < indent) && reader.code() === 0x20) reader.at++;
    widest = Math.max(widest, reader.column);
    if ((indent === 0 || reader.column < indent) && reader.code() === 0x09)
      throw scannerProblem(reader.line, 'found a tab character where an indentation space is expected');
    if (!isBreak(reader.code())) break;
    breaks += reader.readBreak();
  }
  return { breaks, indent: indent === 0 ? Math.max(widest, least, 1) : indent };
};

/**
 * Reads a scalar that is a block of lines.
 * @param surrounding how far the collection around it is indented; -1 outside of any
 * @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_block_scalar
 */
export const scanBlockScalar = (reader: Reader, surrounding: number): string => {
  const folds = reader.code() !== PIPE;
  reader.at++;
  const { chomping, increment } = readHeader(reader);
  const written = increment > 0 ? Math.max(surrounding, 0) + increment : 0;
  let { breaks, indent } = readEmptyLines(reader, written, surrounding + 1);
  let value = '';
  let lastBreak = '';
  let wasIndented = false;
  while (reader.column === indent && reader.code() !== END) {
    const isIndented = isBlank(reader.code());
    if (folds && !wasIndented && !isIndented && lastBreak === '\n') {
      if (breaks === '') value += ' ';
    } else value += lastBreak;
    value += breaks;
    wasIndented = isIndented;
    const start = reader.at;
    while (!isBreakOrEnd(reader.code())) reader.at++;
    value += reader.text.slice(start, reader.at);
    lastBreak = reader.readBreak();
    ({ breaks } = readEmptyLines(reader, indent, 0));
  }
  if (chomping >= 0) value += lastBreak;
  return chomping > 0 ? value + breaks : value;
};
