import type { Change } from '../../src/timeline/change';
import { isMap } from './maps';
import { nearestOf } from './nearest';

/** Fields whose keys no schema knows. */
const OPEN: readonly string[] = [
  'labels',
  'annotations',
  'nodeSelector',
  'matchLabels',
  'limits',
  'requests',
];

/** Calls back for every entry of an open map, wherever it is. */
const forEachEntry = (value: unknown, visit: (key: string, value: unknown) => void): void => {
  if (Array.isArray(value)) for (const each of value) forEachEntry(each, visit);
  if (!isMap(value)) return;
  for (const [field, inner] of Object.entries(value))
    if (OPEN.includes(field) && isMap(inner))
      for (const [key, each] of Object.entries(inner)) visit(key, each);
    else forEachEntry(inner, visit);
};

/**
 * Checks the labels, annotations and the like that a feature shows as absent: of a misspelt one that is always true.
 * @throws if nothing ever had one of them, with the nearest that there were
 */
export const checkAbsent = (shown: unknown, ever: readonly Change[]): void => {
  const absent: string[] = [];
  forEachEntry(shown, (key, value) => {
    if (value === null) absent.push(key);
  });
  if (absent.length === 0) return;
  const known = new Set<string>();
  for (const { object } of ever) forEachEntry(object, (key) => known.add(key));
  for (const key of absent)
    if (!known.has(key))
      throw new Error(`Nothing in the example ever had "${key}". ${nearestOf(key, known)}`);
};
