import { byteLength } from '../fields/bytes';
import { type ReadJson, readNextJson } from './json/parse';
import { bytesUpTo, JsonSyntaxError } from './json/problem';
import { SeparatorProblem, splitDocuments } from './yaml/documents';
import { YamlProblem } from './yaml/problem';
import { readYamlDocument } from './yaml/read';
import { JsonProblem } from './yaml/toJson';

/** A document of a file. */
export interface Document {
  readonly value: unknown;
  /** Where it is JSON: as it is written. */
  readonly written?: string;
  /** The line it begins on, from 1. */
  readonly line: number;
}

/** A document that cannot be read. `message` is kubectl's sentence, `line` where the document begins. */
export class DocumentProblem extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** kubectl looks no further to find out whether a file is JSON. */
const GUESSED_BYTES = 4096;

const BLANK = /[\s\x85]/;

const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

const looksLikeJson = (text: string): boolean => /^[\s\x85]*\{/.test(text.slice(0, GUESSED_BYTES));

function* yamlDocuments(text: string, firstLine: number): Generator<Document> {
  let line = firstLine;
  try {
    for (const document of splitDocuments(text)) {
      line = firstLine + document.line - 1;
      yield { value: readYamlDocument(document.text), line };
    }
  } catch (error) {
    if (error instanceof YamlProblem || error instanceof JsonProblem)
      throw new DocumentProblem(`error converting YAML to JSON: ${error.message}`, line);
    if (error instanceof SeparatorProblem) throw new DocumentProblem(error.message, line);
    throw error;
  }
}

/**
 * What is left to be read as YAML after values of JSON: the blanks before it are dropped, up to the end of the line.
 * Undefined where kubectl's decoder gives up: with less than four bytes left.
 */
const withoutBlanks = (text: string): string | undefined => {
  for (let at = 0; ; at++) {
    if (text.length - at < 4 && byteLength(text.slice(at)) < 4) return undefined;
    if (!BLANK.test(text.charAt(at))) return text.slice(at);
    if (text.charAt(at) === '\n') return text.slice(at + 1);
  }
};

/**
 * Reads values of JSON, one after the other. What is no JSON may still be YAML, unless two values were read already; if
 * it is not that either, kubectl says what is wrong with it as JSON.
 */
function* jsonDocuments(text: string): Generator<Document> {
  let end = 0;
  for (let count = 0; ; count++) {
    let read: ReadJson | undefined;
    try {
      read = readNextJson(text, end);
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      return yield* notJson(text, end, count, error);
    }
    if (!read) return;
    end = read.end;
    yield { value: read.value, written: text.slice(read.start, end), line: lineAt(text, read.start) };
  }
}

function* notJson(text: string, end: number, count: number, error: JsonSyntaxError): Generator<Document> {
  const line = lineAt(text, end);
  if (count > 1) throw new DocumentProblem(error.message, line);
  const offset = error.at === undefined ? '' : `json: offset ${bytesUpTo(text, error.at)}: `;
  const rest = withoutBlanks(text.slice(end));
  const documents = yamlDocuments(rest ?? '', lineAt(text, text.length - (rest ?? '').length));
  let first: IteratorResult<Document>;
  try {
    first = documents.next();
  } catch (problem) {
    if (problem instanceof DocumentProblem) throw new DocumentProblem(`${offset}${error.message}`, line);
    throw problem;
  }
  if (rest === undefined) throw new DocumentProblem(`${offset}${error.message}`, line);
  if (!first.done) yield first.value;
  yield* documents;
}

/**
 * Reads the documents of a file one by one, as kubectl does: YAML, JSON, or JSON and then YAML. What stands before a
 * document that cannot be read has been read.
 * @throws DocumentProblem on the way
 * @see staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go YAMLOrJSONDecoder.Decode
 */
export function* readStream(file: string): Generator<Document> {
  const text = file.replace(/^\ufeff/, '').replace(/\p{Surrogate}/gu, '\ufffd');
  yield* looksLikeJson(text) ? jsonDocuments(text) : yamlDocuments(text, 1);
}
