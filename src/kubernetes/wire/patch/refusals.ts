import { ApiError, badRequest } from '../../refusals';
import { type GoField, jsonWords } from '../schema/words';

/**
 * A patch that is well formed but cannot be applied. The API server keeps the reason to itself and says
 * only this.
 */
export const unprocessablePatch = (): ApiError =>
  new ApiError({
    code: 422,
    reason: 'Invalid',
    message: 'the server rejected our request due to an error in our request',
    details: {},
  });

/** A patch that is not of the form its type asks for. */
export const malformedPatch = (why: string): ApiError => badRequest(why);

/** A patch, or an operation of one, that is not even the right kind of JSON. */
export const undecodable = (given: unknown, goType: string, at: GoField = { path: '' }): ApiError =>
  badRequest(`error decoding patch: ${jsonWords.mismatch(given, goType, 'struct', at)}`);

const OF_CUSTOM_KINDS = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/apply-patch+yaml',
];

/** A strategic patch of a custom resource: its schema has no strategies. */
export const unsupportedPatch = (): ApiError =>
  new ApiError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${OF_CUSTOM_KINDS.join(', ')}`,
  });
