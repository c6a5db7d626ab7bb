import { codeOf, isBlankOrEnd, isBreakOrEnd, isDigit, isWord } from './characters';
import { scannerProblem } from './problem';
import { scanTagDeclaration } from './properties';
import type { Reader } from './reader';
import { type Token, token } from './token';

const MOST_DIGITS = 2;

const readName = (reader: Reader): string => {
  const start = reader.at;
  while (isWord(reader.code())) reader.at++;
  if (reader.at === start) throw scannerProblem(reader.line, 'could not find expected directive name');
  if (!isBlankOrEnd(reader.code()))
    throw scannerProblem(reader.line, 'found unexpected non-alphabetical character');
  return reader.text.slice(start, reader.at);
};

const readNumber = (reader: Reader): number => {
  const start = reader.at;
  while (isDigit(reader.code())) {
    if (reader.at - start === MOST_DIGITS)
      throw scannerProblem(reader.line, 'found extremely long version number');
    reader.at++;
  }
  if (reader.at === start) throw scannerProblem(reader.line, 'did not find expected version number');
  return Number(reader.text.slice(start, reader.at));
};

const scanVersion = (reader: Reader, line: number): Token => {
  reader.skipBlanks();
  const major = readNumber(reader);
  if (reader.code() !== codeOf('.'))
    throw scannerProblem(reader.line, "did not find expected digit or '.' character");
  reader.at++;
  return token('version directive', line, `${major}.${readNumber(reader)}`);
};

/** Reads `%YAML 1.1` or `%TAG ! …`. @see vendor/go.yaml.in/yaml/v2/scannerc.go yaml_parser_scan_directive */
export const scanDirective = (reader: Reader): Token => {
  const { line } = reader;
  reader.at++;
  const name = readName(reader);
  if (name !== 'YAML' && name !== 'TAG') throw scannerProblem(reader.line, 'found unknown directive name');
  const read = name === 'YAML' ? scanVersion(reader, line) : scanTagDeclaration(reader, line);
  reader.skipBlanks();
  reader.skipComment();
  if (!isBreakOrEnd(reader.code()))
    throw scannerProblem(reader.line, 'did not find expected comment or line break');
  reader.readBreak();
  return read;
};
