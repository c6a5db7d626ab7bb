import { createHash } from 'node:crypto';
import type { ConformanceReport } from './report';

/**
 * A digest of everything in a report but the seal. It keeps nobody from writing a report of their own; it tells whether one
 * was changed after it was written.
 */
export const sealOf = ({
  seal: _,
  ...rest
}: Omit<ConformanceReport, 'seal'> & { readonly seal?: string }): string =>
  `sha256:${createHash('sha256')
    .update(JSON.stringify(sorted(rest)))
    .digest('hex')}`;

/** The order of keys says nothing. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
};
