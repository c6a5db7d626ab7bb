import { badRequest } from '../../kubernetes/refusals';
import { readDocument, UnreadableError } from '../../kubernetes/wire/document';
import { parseJson } from '../../kubernetes/wire/json/parse';
import { JsonSyntaxError } from '../../kubernetes/wire/json/problem';
import type { PatchRequest, PatchType } from '../../kubernetes/wire/patch/request';
import type { Visit } from '../http/asked';
import { mediaTypeOf, unsupportedPatch } from './mediaTypes';

const TYPES: Readonly<Record<string, PatchType>> = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
  'application/apply-patch+yaml': 'apply',
};

const read = (text: string, type: PatchType): unknown => {
  try {
    return type === 'apply' ? readDocument(text) : parseJson(text);
  } catch (error) {
    if (error instanceof UnreadableError) throw badRequest(`error decoding YAML: ${error.message}`);
    if (error instanceof JsonSyntaxError) throw badRequest(`error decoding patch: ${error.message}`);
    throw error;
  }
};

/**
 * Reads the patch in the body of a request.
 * @throws ApiError 400 for what cannot be read, 415 for a type that there is not
 */
export const readPatch = (visit: Visit): PatchRequest => {
  const type = TYPES[mediaTypeOf(visit, '')];
  if (!type) throw unsupportedPatch();
  return { type, patch: read(visit.body.toString('utf8'), type) };
};
