import { constructFromEvents, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import { byteLength } from '../fields/bytes';
import type { Manifest } from '../object';
import { KUBECTL_SCHEMA } from './yamlSchema';

/** Text that is no manifest. `message` is kubectl's sentence, as far as kubectl would say one, without `error: `. */
export class ManifestError extends Error {
  constructor(
    readonly file: string,
    /** The line, counted from 1. */
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = 'ManifestError';
  }
}

/** A manifest and the line its document starts on, counted from 1. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly line: number;
}

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_ALIASES = 1000;
const MOST_VALUES = 500_000;

/** What libyaml, which kubectl uses, calls the mistakes people make most. */
const REASONS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/tab characters/, 'found character that cannot start any token'],
  [/bad indentation of a mapping entry/, 'mapping values are not allowed in this context'],
  [/deficient indentation|flow collection/, "did not find expected ',' or ']'"],
  [/quoted scalar/, 'found unexpected end of stream'],
  [/end of the stream or a document separator/, 'did not find expected key'],
  [/duplicated mapping key/, 'the same key is set twice in one map'],
];

const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

const unparsable = (file: string, line: number, why: string): ManifestError =>
  new ManifestError(file, line, `error parsing ${file}: error converting YAML to JSON: yaml: ${why}`);

const excessiveAliasing = (file: string, line: number): ManifestError =>
  unparsable(file, line, 'document contains excessive aliasing');

const syntaxError = (error: YAMLException, file: string): ManifestError => {
  const line = (error.mark?.line ?? 0) + 1;
  const reason = error.reason ?? error.message;
  const missing = /unidentified alias "(.*)"/.exec(reason);
  if (missing) return unparsable(file, line, `line ${line}: unknown anchor '${missing[1]}' referenced`);
  if (/alias/.test(reason)) return excessiveAliasing(file, line);
  const words = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? reason;
  return unparsable(file, line, `line ${line}: ${words}`);
};

/** The line on which every document's content starts. */
const documentLines = (text: string, events: ReturnType<typeof parseEvents>): readonly number[] =>
  events.flatMap((event, index) => {
    if (event.type !== EVENT_ID.DOCUMENT) return [];
    const first = events[index + 1];
    if (first === undefined) return [1];
    const start = 'start' in first ? first.start : 'valueStart' in first ? first.valueStart : 0;
    return [lineAt(text, Math.max(start, 0))];
  });

/** How many values a document has once its aliases are written out; shared parts are counted only once. */
const expandedSize = (value: unknown, known: Map<object, number>): number => {
  if (typeof value !== 'object' || value === null) return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  known.set(value, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const part of Object.values(value)) size += expandedSize(part, known);
  known.set(value, size);
  return size;
};

const parseYaml = (text: string, file: string): readonly (readonly [document: unknown, line: number])[] => {
  try {
    const events = parseEvents(text, { filename: file });
    const lines = documentLines(text, events);
    const options = { source: text, filename: file, schema: KUBECTL_SCHEMA, maxAliases: MOST_ALIASES };
    return constructFromEvents(events, options).map((document, index) => [document, lines[index] ?? 1]);
  } catch (error) {
    if (error instanceof YAMLException) throw syntaxError(error, file);
    throw error;
  }
};

const kindOf = (document: unknown): string => {
  if (Array.isArray(document)) return 'array';
  return typeof document === 'boolean' ? 'bool' : typeof document;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks that a document can be sent at all: it is an object and says what it is. */
const asManifests = (document: unknown, line: number, file: string): readonly ReadManifest[] => {
  if (!isObject(document)) {
    throw new ManifestError(
      file,
      line,
      `unable to decode ${JSON.stringify(file)}: json: cannot unmarshal ${kindOf(document)} into Go value of type unstructured.detector`,
    );
  }
  const missing = ['apiVersion', 'kind'].filter((key) => !document[key]).map((key) => `${key} not set`);
  if (missing.length > 0) {
    const what = missing.length === 1 ? missing[0] : `[${missing.join(', ')}]`;
    throw new ManifestError(
      file,
      line,
      `error validating ${JSON.stringify(file)}: error validating data: ${what}; if you choose to ignore these errors, turn validation off with --validate=false`,
    );
  }
  const { kind, items } = document;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    return items.flatMap((item) => asManifests(item, line, file));
  }
  return [{ manifest: document as Manifest, line }];
};

/**
 * Reads YAML or JSON as kubectl does: several documents, YAML 1.1 scalars, lists taken apart, empty documents left
 * out.
 *
 * @param file the name that messages give the text
 * @throws ManifestError for text that is no YAML, is larger than 4 MiB, blows up through aliases, sets a key twice,
 *   or holds something that is no Kubernetes object
 */
export const readManifests = (text: string, file: string): readonly ReadManifest[] => {
  if (byteLength(text) > MOST_BYTES) {
    const most = MOST_BYTES / 1024 / 1024;
    throw new ManifestError(file, 1, `error parsing ${file}: the file is larger than ${most} MiB; split it`);
  }
  const documents = parseYaml(text, file).filter(([document]) => document !== null && document !== undefined);
  for (const [document, line] of documents) {
    if (expandedSize(document, new Map()) > MOST_VALUES) throw excessiveAliasing(file, line);
  }
  return documents.flatMap(([document, line]) => asManifests(document, line, file));
};
