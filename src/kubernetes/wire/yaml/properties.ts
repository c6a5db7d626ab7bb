import { codeOf, hexDigit, isBlankOrEnd, isWord } from './characters';
import { scannerProblem } from './problem';
import type { Reader } from './reader';
import { type Token, token } from './token';
import { decodeUtf8, utf8Width } from './utf8';

const AFTER_ANCHOR = new Set([...'?:,]}%@`'].map(codeOf));
const URI = new Set([..."-;/?:@&=+$,.!~*'()[]%"].map(codeOf));
const BANG = codeOf('!');
const PERCENT = codeOf('%');

const readWord = (reader: Reader): string => {
  const start = reader.at;
  while (isWord(reader.code())) reader.at++;
  return reader.text.slice(start, reader.at);
};

/**
 * Reads `&name` or `*name`.
 * @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_anchor
 */
export const scanAnchor = (reader: Reader, kind: 'anchor' | 'alias'): Token => {
  const { line } = reader;
  reader.at++;
  const name = readWord(reader);
  const next = reader.code();
  if (name === '' || !(isBlankOrEnd(next) || AFTER_ANCHOR.has(next)))
    throw scannerProblem(reader.line, 'did not find expected alphabetic or numeric character');
  return token(kind, line, name);
};

/** Reads the bytes of one character: `%C3%A9`. */
const readEscapedCharacter = (reader: Reader): string => {
  const bytes: number[] = [];
  let width = 1;
  while (bytes.length < width) {
    const [high, low] = [hexDigit(reader.code(1)), hexDigit(reader.code(2))];
    if (reader.code() !== PERCENT || high === undefined || low === undefined)
      throw scannerProblem(reader.line, 'did not find URI escaped octet');
    const byte = high * 16 + low;
    if (bytes.length === 0) {
      width = utf8Width(byte);
      if (width === 0) throw scannerProblem(reader.line, 'found an incorrect leading UTF-8 octet');
    } else if ((byte & 0xc0) !== 0x80)
      throw scannerProblem(reader.line, 'found an incorrect trailing UTF-8 octet');
    bytes.push(byte);
    reader.at += 3;
  }
  return decodeUtf8(bytes);
};

/** Reads what may stand in a tag. @param head what has been read of it already, with its `!` */
const readUri = (reader: Reader, head = ''): string => {
  let uri = head.slice(1);
  const start = reader.at;
  for (let code = reader.code(); isWord(code) || URI.has(code); code = reader.code()) {
    if (code === PERCENT) uri += readEscapedCharacter(reader);
    else {
      uri += String.fromCharCode(code);
      reader.at++;
    }
  }
  if (head === '' && reader.at === start) throw scannerProblem(reader.line, 'did not find expected tag URI');
  return uri;
};

const readHandle = (reader: Reader): string => {
  if (reader.code() !== BANG) throw scannerProblem(reader.line, "did not find expected '!'");
  reader.at++;
  const word = readWord(reader);
  if (reader.code() !== BANG) return `!${word}`;
  reader.at++;
  return `!${word}!`;
};

/** `!<tag:yaml.org,2002:str>`, `!!str`, `!mine`, `!`: the handle and what follows it. */
const readTag = (reader: Reader): readonly [handle: string, suffix: string] => {
  if (reader.code(1) === codeOf('<')) {
    reader.at += 2;
    const uri = readUri(reader);
    if (reader.code() !== codeOf('>')) throw scannerProblem(reader.line, "did not find the expected '>'");
    reader.at++;
    return ['', uri];
  }
  const handle = readHandle(reader);
  if (handle.length > 1 && handle.endsWith('!')) return [handle, readUri(reader)];
  const suffix = readUri(reader, handle);
  return suffix === '' ? ['', '!'] : ['!', suffix];
};

/** Reads a tag. @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_tag */
export const scanTag = (reader: Reader): Token => {
  const { line } = reader;
  const [handle, suffix] = readTag(reader);
  if (!isBlankOrEnd(reader.code()))
    throw scannerProblem(reader.line, 'did not find expected whitespace or line break');
  return token('tag', line, handle, suffix);
};

/** Reads what `%TAG` declares. @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_tag_directive_value */
export const scanTagDeclaration = (reader: Reader, line: number): Token => {
  reader.skipBlanks();
  const handle = readHandle(reader);
  if (handle !== '!' && !handle.endsWith('!')) throw scannerProblem(reader.line, "did not find expected '!'");
  const before = reader.at;
  reader.skipBlanks();
  if (reader.at === before) throw scannerProblem(reader.line, 'did not find expected whitespace');
  const prefix = readUri(reader);
  if (!isBlankOrEnd(reader.code()))
    throw scannerProblem(reader.line, 'did not find expected whitespace or line break');
  return token('tag directive', line, handle, prefix);
};
