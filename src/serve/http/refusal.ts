import { ApiError } from '../../kubernetes/refusals';
import { unsupportedMediaType } from '../bodies/mediaTypes';
import type { Answer } from './answer';
import { statusOf } from './status';
import { plainText } from './texts';

/** What a body may hold at most, as with a real API server. @see k8s.io/apiserver/pkg/server Config.MaxRequestBodyBytes */
export const LARGEST_BODY = 3 * 1024 * 1024;

/** A path that leads nowhere. */
export const noSuchPath = (): ApiError =>
  new ApiError({ code: 404, reason: '', message: '404 page not found\n' });

const tooLarge = (): ApiError =>
  new ApiError({
    code: 413,
    reason: 'RequestEntityTooLarge',
    message: `Request entity too large: limit is ${LARGEST_BODY}`,
  });

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** What the server says where it has nothing better to say: the fault is its own. */
const internal = (error: unknown): ApiError => {
  const why = error instanceof Error ? error.message : String(error);
  return new ApiError({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${why}`,
    details: {},
    causes: [{ reason: '', message: why, field: '' }],
  });
};

const asApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  if (hasCode(error, 'FST_ERR_CTP_INVALID_MEDIA_TYPE')) return unsupportedMediaType();
  return hasCode(error, 'FST_ERR_CTP_BODY_TOO_LARGE') ? tooLarge() : internal(error);
};

/** Turns whatever was thrown into an answer. */
export const refusalOf = (error: unknown): Answer => {
  const refusal = asApiError(error);
  const { code, reason, message, retryAfterSeconds } = refusal.status;
  if (code === 404 && reason === '') return plainText(code, message);
  return {
    code,
    object: statusOf(refusal),
    ...(retryAfterSeconds ? { headers: { 'retry-after': String(retryAfterSeconds) } } : {}),
  };
};
