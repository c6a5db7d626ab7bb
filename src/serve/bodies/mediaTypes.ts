import { ApiError } from '../../kubernetes/refusals';
import type { Visit } from '../http/asked';
import { PROTOBUF } from '../protobuf/protobuf';

/** The media type of a request's body, without its parameters; the given one if it has none. */
export const mediaTypeOf = ({ headers }: Pick<Visit, 'headers'>, byDefault: string): string =>
  (headers['content-type'] || byDefault).split(';')[0]?.trim().toLowerCase() ?? '';

/** What bodies may be written in. */
const ACCEPTED: readonly string[] = ['application/json', 'application/yaml', PROTOBUF];

/** @see k8s.io/apiserver/pkg/endpoints/handlers/negotiation NewUnsupportedMediaTypeError */
export const unsupportedMediaType = (): ApiError =>
  new ApiError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${ACCEPTED.join(', ')}`,
  });

/** A patch of a type that there is not: it is refused before anybody has looked for one who reads it. */
export const unsupportedPatch = (): ApiError =>
  new ApiError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: '415: Unsupported Media Type',
    details: {},
  });
