import { writeJson } from '../../fields/exactJson';
import { quoted } from '../../fields/text';
import type { KubeObject, Manifest } from '../../object';
import { badRequest, invalid, notRegistered } from '../../refusals';
import type { PatchRequest } from '../patch/request';
import { Decoder } from './decoder';
import { goValue } from './goValue';
import { type Definition, definitionOf } from './schema';
import { converterWords, type Dialect, jsonWords } from './words';

const NAMELESS = { group: '', plural: '', kind: '' };

const strictly = (problems: readonly string[]): string => `strict decoding error: ${problems.join(', ')}`;

const unknownFields = (fields: readonly string[]): readonly string[] =>
  fields.map((field) => `unknown field ${quoted(field)}`);

/** What reading a document came to: what it says without the fields that nobody knows, and these; or the first error. */
export type Reading<T> =
  | { readonly value: T; readonly unknown: readonly string[] }
  | { readonly error: string };

/** Reads documents of one kind. @param words what to say of a value of a wrong type */
export type Read = <T extends object>(document: T, words: Dialect) => Reading<T>;

/** Reads by the schema of a built-in kind; kinds without a schema are taken as they are. */
const readBySchema =
  (type: Definition | undefined): Read =>
  (document, words) => {
    if (!type) return { value: document, unknown: [] };
    const decoder = new Decoder(words);
    const decoded = decoder.decode(document, type);
    if ('error' in decoded) return decoded;
    const { unknownFields: unknown } = decoder;
    if (unknown.length === 0) return { value: decoded.value, unknown };
    const known = new Decoder(words, { drops: true }).decode(document, type);
    return 'error' in known ? known : { value: known.value, unknown };
  };

/** How objects of a built-in kind are read; of any other kind, they are taken as they are. */
export const readerOf = (object: Pick<KubeObject, 'apiVersion' | 'kind'>): Read =>
  readBySchema(definitionOf(object));

/** What becomes of fields that nobody knows: an error, a warning, or nothing. Dropped they are in any case. */
export type FieldValidation = 'Strict' | 'Warn' | 'Ignore';

/** How fields that nobody knows are dealt with, and who hears of them. */
export interface Leniency {
  /** By default Strict. */
  readonly fieldValidation?: FieldValidation | undefined;
  /**
   * All that is wrong with a text beside what makes it unreadable; by default, that it has fields that nobody knows.
   * Only who has read the text knows of fields that it sets twice.
   * @param unknown paths of unknown fields, in their order
   */
  strictProblems?(unknown: readonly string[]): readonly string[];
  onWarning?(text: string): void;
}

/**
 * Says what is wrong with a text as its sender wants it: by a refusal, by warnings, or not at all.
 * @param unknown paths of unknown fields, in their order
 * @param refuse throws what is refused under Strict
 * @see k8s.io/apiserver/pkg/endpoints/handlers fieldValidation
 */
export const settleProblems = (
  unknown: readonly string[],
  { fieldValidation = 'Strict', strictProblems = unknownFields, onWarning }: Leniency,
  refuse: (problems: readonly string[]) => never,
): void => {
  if (fieldValidation === 'Ignore') return;
  const problems = strictProblems(unknown);
  if (problems.length === 0) return;
  if (fieldValidation === 'Strict') refuse(problems);
  for (const problem of problems) onWarning?.(problem);
};

/**
 * Reads an object as the API server decodes a request body.
 *
 * @param read how objects of its kind are read; by default, by the schema of a built-in kind
 * @returns the manifest as decoded: without nulls, empty lists, empty maps and zeros that say nothing, with canonical
 *   quantities; the same object if it was like that already. A manifest of a kind without a schema comes back as it is.
 * @throws ApiError 400 naming the first value of a wrong type, or, under Strict, all unknown fields.
 */
export const decode = <T extends Manifest | KubeObject>(
  manifest: T,
  leniency: Leniency = {},
  read: Read = readBySchema(definitionOf(manifest)),
): T => {
  const reading = read(manifest, jsonWords);
  const version = manifest.apiVersion.split('/').at(-1);
  const prefix = `${manifest.kind} in version "${version}" cannot be handled as a ${manifest.kind}: `;
  if ('error' in reading) throw badRequest(`${prefix}${reading.error}`);
  settleProblems(reading.unknown, leniency, (problems) => {
    throw badRequest(`${prefix}${strictly(problems)}`);
  });
  return reading.value;
};

/** Reads an object under strict field validation. @see decode */
export const decodeStrictly = <T extends Manifest | KubeObject>(manifest: T, read?: Read): T =>
  decode(manifest, {}, read);

/**
 * Reads the outcome of a patch as the API server does: other words and another code than for a whole object.
 *
 * @param request a refusal quotes its body (strategic) or the outcome (JSON and merge patches)
 * @param read how objects of its kind are read; by default, by the schema of a built-in kind
 * @returns the decoded object, of the kind it was before; the same one if nothing had to be cleaned
 * @throws ApiError 422 for a value of a wrong type, under Strict an unknown field, or another kind in a JSON or merge
 *   patch
 */
export const decodePatchResult = <T extends KubeObject>(
  patched: T,
  current: KubeObject,
  { patch, type }: PatchRequest,
  read: Read = readBySchema(definitionOf(current)),
  leniency: Leniency = {},
): T => {
  const refuse = (problem: string): never => {
    const printed = quoted(type === 'strategic' ? goValue(patch) : writeJson(patched));
    throw invalid(NAMELESS, '', [
      { reason: 'FieldValueInvalid', field: 'patch', message: `Invalid value: ${printed}: ${problem}` },
    ]);
  };
  const { apiVersion, kind } = current;
  if (type !== 'strategic' && (patched.apiVersion !== apiVersion || patched.kind !== kind))
    refuse(notRegistered(patched));
  const whole = hasType(patched, current)
    ? patched
    : { ...patched, apiVersion, kind, metadata: patched.metadata ?? {} };
  const reading = read(whole, type === 'strategic' ? converterWords : jsonWords);
  if ('error' in reading) return refuse(reading.error);
  // The converter goes through maps, which have no order in Go.
  const unknown = type === 'strategic' ? [...reading.unknown].sort() : reading.unknown;
  settleProblems(unknown, leniency, (problems) => refuse(strictly(problems)));
  return reading.value;
};

const hasType = (object: KubeObject, { apiVersion, kind }: KubeObject): boolean =>
  object.apiVersion === apiVersion && object.kind === kind && Boolean(object.metadata);
