import type { DeleteOptions } from '../../port/api';
import { readOptionalObject } from '../bodies/body';
import type { Asked } from '../http/asked';

/** How something is to be deleted: what the query says, and the body where it says something. */
export const deleteOptionsOf = (asked: Asked): DeleteOptions => {
  const { query } = asked;
  const inQuery = {
    ...(query.has('propagationPolicy') ? { propagationPolicy: query.get('propagationPolicy') } : {}),
    ...(query.has('gracePeriodSeconds')
      ? { gracePeriodSeconds: Number(query.get('gracePeriodSeconds')) }
      : {}),
  };
  const { dryRun, ...inBody } = readOptionalObject(asked);
  const tries = query.getAll('dryRun').includes('All') || (Array.isArray(dryRun) && dryRun.includes('All'));
  // What was sent is checked by the server.
  return { ...inQuery, ...inBody, dryRun: tries } as DeleteOptions;
};
