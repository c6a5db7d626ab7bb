import { managerOfAgent } from '../../../kubernetes/fields/validation/fieldManager';
import type { WriteOptions } from '../../../port/api';
import type { Asking, Caller } from './caller';

/** A request as admission sees it, and who is noted for what it sets. */
export const askedBy = (by: Caller, { dryRun, onWarning, fieldManager }: WriteOptions): Asking => ({
  by,
  manager: fieldManager || managerOfAgent(by.userAgent ?? ''),
  dryRun,
  warn: onWarning,
});
