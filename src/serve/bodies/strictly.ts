import { quoted } from '../../kubernetes/fields/text';
import type { Manifest } from '../../kubernetes/object';
import type { Leniency } from '../../kubernetes/wire/schema/decode';
import type { Visit } from '../http/asked';
import { readObject } from './body';

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
  const duplicates: string[] = [];
  const sent = readObject(visit, expected, (path) => duplicates.push(path));
  if (duplicates.length === 0) return { sent, reading: {} };
  const strictProblems = (unknown: readonly string[]): readonly string[] => [
    ...duplicates.map((path) => `duplicate field ${quoted(path)}`),
    ...unknown.map((path) => `unknown field ${quoted(path)}`),
  ];
  return { sent, reading: { strictProblems } };
};
