import type { Manifest } from '../../kubernetes/object';
import type { Leniency } from '../../kubernetes/wire/schema/decode';
import type { Visit } from '../http/asked';
import { readObject } from './body';
import { fieldProblems } from './fieldOrder';

/** An object as it was sent, and how to read it with what its text alone tells. */
export interface SentObject {
  readonly sent: Manifest;
  readonly reading: Pick<Leniency, 'strictProblems'>;
}

/**
 * Reads the object in the body of a request that is strict about it, or says what it is not strict about.
 * @throws ApiError
 */
export const readStrictly = (visit: Visit, expected: Pick<Manifest, 'apiVersion' | 'kind'>): SentObject => {
  let hasDuplicates = false;
  const sent = readObject(visit, expected, () => {
    hasDuplicates = true;
  });
  if (!hasDuplicates) return { sent, reading: {} };
  // Only JSON tells of duplicates.
  const text = visit.body.toString('utf8');
  return { sent, reading: { strictProblems: (unknown) => fieldProblems(text, unknown) } };
};
