import { isBlank, isBlankOrEnd, isBreak } from './characters';
import { foldBreaks } from './fold';
import { scannerProblem } from './problem';
import type { Reader } from './reader';

/** `,` `?` `[` `]` `{` `}` end a scalar within brackets. */
const endsFlowScalar = (code: number): boolean =>
  code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;

/** Passes over a run of characters without blanks. */
const skipWord = (reader: Reader, inFlow: boolean): void => {
  for (let code = reader.code(); !isBlankOrEnd(code); code = reader.code()) {
    if (code === 0x3a && isBlankOrEnd(reader.code(1))) return;
    if (inFlow && endsFlowScalar(code)) return;
    reader.at++;
  }
};

/**
 * Reads a scalar without quotes, over several lines if they are indented.
 * @param indent how far a next line must be indented, outside of brackets
 * @returns its text, and whether it ended at the end of a line
 * @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_plain_scalar
 */
export const scanPlainScalar = (
  reader: Reader,
  inFlow: boolean,
  indent: number,
): { readonly value: string; readonly endedLine: boolean } => {
  let value = '';
  /** What stands between the last word and the next one. */
  let between = '';
  let endedLine = false;
  while (!reader.isAtDocumentMark() && reader.code() !== 0x23) {
    const start = reader.at;
    skipWord(reader, inFlow);
    if (reader.at > start) {
      value += between + reader.text.slice(start, reader.at);
      between = '';
      endedLine = false;
    }
    const code = reader.code();
    if (!isBlank(code) && !isBreak(code)) break;
    const gap = skipGap(reader, indent);
    if (gap.endedLine) endedLine = true;
    between = gap.text;
    if (!inFlow && reader.column < indent) break;
  }
  return { value, endedLine };
};

const skipGap = (reader: Reader, indent: number): { readonly text: string; readonly endedLine: boolean } => {
  const start = reader.at;
  reader.skipBlanks();
  if (!isBreak(reader.code())) return { text: reader.text.slice(start, reader.at), endedLine: false };
  const first = reader.readBreak();
  let rest = '';
  for (let code = reader.code(); isBlank(code) || isBreak(code); code = reader.code()) {
    if (isBreak(code)) rest += reader.readBreak();
    else {
      if (code === 0x09 && reader.column < indent)
        throw scannerProblem(reader.line, 'found a tab character that violates indentation');
      reader.at++;
    }
  }
  return { text: foldBreaks(first, rest), endedLine: true };
};
