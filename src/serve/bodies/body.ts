import type { Manifest } from '../../kubernetes/object';
import { ApiError, badRequest } from '../../kubernetes/refusals';
import { readDocument, UnreadableError } from '../../kubernetes/wire/document';
import { parseJson } from '../../kubernetes/wire/json/parse';
import { JsonSyntaxError } from '../../kubernetes/wire/json/problem';
import type { Asked } from '../http/asked';

/** How bodies of one media type are read. */
type ReadBody = (body: Buffer) => unknown;

const readJson: ReadBody = (body) => {
  try {
    return parseJson(body.toString('utf8'));
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw badRequest(
      `the object provided is unrecognized (must be of type Object): couldn't get version/kind; json parse error: ${error.message}`,
    );
  }
};

const readYaml: ReadBody = (body) => {
  try {
    return readDocument(body.toString('utf8'));
  } catch (error) {
    if (error instanceof UnreadableError) throw badRequest(error.message);
    throw error;
  }
};

const READERS: Readonly<Record<string, ReadBody>> = {
  'application/json': readJson,
  'application/yaml': readYaml,
};

/** The media type of a request's body, without its parameters; JSON if it has none. */
export const mediaTypeOf = ({ headers }: Pick<Asked, 'headers'>): string =>
  (headers['content-type'] ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';

const unknownMediaType = (accepted: readonly string[]): ApiError =>
  new ApiError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
  });

/**
 * Reads the object in the body of a request.
 * @throws ApiError 400 for what cannot be read, 415 for a media type that is not known
 */
export const readObject = (asked: Asked): Manifest => {
  const read = READERS[mediaTypeOf(asked)];
  if (!read) throw unknownMediaType(Object.keys(READERS));
  const value = read(asked.body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('the object provided is unrecognized');
  const { apiVersion, kind } = asked.target.resource;
  return { apiVersion, kind, ...value };
};

/** Reads a body that may be left out: the options of a deletion. */
export const readOptionalObject = (asked: Asked): Readonly<Record<string, unknown>> =>
  asked.body.length === 0 ? {} : readObject(asked);
