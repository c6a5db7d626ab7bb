import { quoted } from '../../kubernetes/fields/text';
import { ApiError, badRequest } from '../../kubernetes/refusals';
import { readDocument, UnreadableError } from '../../kubernetes/wire/document';
import { parseJson } from '../../kubernetes/wire/json/parse';
import { JsonSyntaxError } from '../../kubernetes/wire/json/problem';
import type { PatchRequest, PatchType } from '../../kubernetes/wire/patch/request';
import type { Leniency } from '../../kubernetes/wire/schema/decode';
import { isMap } from '../../kubernetes/wire/values';
import type { Visit } from '../http/asked';
import { fieldProblems } from './fieldOrder';
import { mediaTypeOf, unsupportedPatch } from './mediaTypes';

const TYPES: Readonly<Record<string, PatchType>> = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
  'application/apply-patch+yaml': 'apply',
};

/** A patch as it was sent, and how to read its outcome with what its text alone tells. */
export interface SentPatch {
  readonly change: PatchRequest;
  readonly reading: Pick<Leniency, 'strictProblems'>;
}

const read = (text: string, type: PatchType): unknown => {
  try {
    return type === 'apply' ? readDocument(text) : parseJson(text);
  } catch (error) {
    if (error instanceof UnreadableError) throw badRequest(`error decoding YAML: ${error.message}`);
    if (!(error instanceof JsonSyntaxError)) throw error;
    const why = error.message === 'unexpected EOF' ? 'unexpected end of JSON input' : error.message;
    throw badRequest(type === 'strategic' ? why : `error decoding patch: ${why}`);
  }
};

/** @see k8s.io/apiserver/pkg/endpoints/handlers maxJSONPatchOperations */
const MOST_OPERATIONS = 10_000;

const checkLength = (operations: readonly unknown[]): void => {
  if (operations.length > MOST_OPERATIONS)
    throw new ApiError({
      code: 413,
      reason: 'RequestEntityTooLarge',
      message: `Request entity too large: The allowed maximum operations in a JSON patch is ${MOST_OPERATIONS}, got ${operations.length}`,
    });
};

const OF_OPERATIONS: ReadonlySet<string> = new Set(['op', 'path', 'from', 'value']);

/** Fields that no operation of a JSON patch has. */
const unknownIn = (operations: readonly unknown[]): readonly string[] =>
  operations.flatMap((operation, index) =>
    isMap(operation)
      ? Object.keys(operation).flatMap((name) => (OF_OPERATIONS.has(name) ? [] : [`[${index}].${name}`]))
      : [],
  );

/** What is wrong with the fields of the patch itself. @see k8s.io/apiserver/pkg/endpoints/handlers jsonPatcher.applyJSPatch */
const problemsOf = (text: string, { type, patch }: PatchRequest): readonly string[] => {
  if (type === 'apply') return [];
  if (type !== 'json' || !Array.isArray(patch)) return fieldProblems(text, []);
  return fieldProblems(text, unknownIn(patch)).map((problem) => `json patch ${problem}`);
};

/**
 * Reads the patch in the body of a request.
 * @throws ApiError 400 for what cannot be read, 413 for too many operations, 415 for a type that there is not
 */
export const readPatch = (visit: Visit): SentPatch => {
  const type = TYPES[mediaTypeOf(visit, '')];
  if (!type) throw unsupportedPatch();
  const text = visit.body.toString('utf8');
  const change = { type, patch: read(text, type) };
  if (type === 'json' && Array.isArray(change.patch)) checkLength(change.patch);
  const ofPatch = problemsOf(text, change);
  if (ofPatch.length === 0) return { change, reading: {} };
  const strictProblems = (unknown: readonly string[]): readonly string[] => [
    ...ofPatch,
    ...unknown.map((path) => `unknown field ${quoted(path)}`),
  ];
  return { change, reading: { strictProblems } };
};
