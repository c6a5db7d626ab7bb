import { ApiError } from '../../kubernetes/refusals';

/** What was to be written is gone, or another object has its name by now: there is nothing left to do. */
export const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.reason === 'NotFound' || error.reason === 'Conflict');
