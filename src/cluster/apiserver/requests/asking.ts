import type { WriteOptions } from '../../../port/api';
import type { Asking, Caller } from './caller';

/** A request as admission sees it. */
export const askedBy = (by: Caller, { dryRun, onWarning }: WriteOptions): Asking => ({
  by,
  dryRun,
  warn: onWarning,
});
