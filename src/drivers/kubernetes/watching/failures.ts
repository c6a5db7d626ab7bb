import { ApiError } from '../../../kubernetes/refusals';

/** A line that is no event: it is cut off, or was garbled on the way. */
export class Misread extends Error {}

/** An event that came after a later one. */
export class Disorder extends Error {}

export const isCode = (error: Error | undefined, ...codes: readonly number[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);

/** Refusals that will be the same the next time. */
export const isFinal = (error: Error | undefined): error is ApiError =>
  error instanceof ApiError && error.code >= 400 && error.code < 500 && !isCode(error, 408, 410, 429);

/** So long (ms) the server wants to be left alone. */
export const leastPause = (error: Error | undefined): number =>
  error instanceof ApiError ? (error.status.retryAfterSeconds ?? 0) * 1000 : 0;
