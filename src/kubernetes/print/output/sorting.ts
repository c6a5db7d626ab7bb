import { parseQuantity } from '../../fields/quantity';
import { findByPath, fullPath, JsonPathError } from './jsonpath';

/** Digits within text count as numbers: `node-9` before `node-10`. */
const naturally = new Intl.Collator('en', { numeric: true });

const compare = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  const difference = parseQuantity(left) - parseQuantity(right);
  return Number.isNaN(difference) ? naturally.compare(left, right) : difference;
};

/**
 * Sorts objects by the first value a path leads to; those without one come first.
 * @throws JsonPathError if the path cannot be read, or leads nowhere in all of them.
 * @see k8s.io/kubectl/pkg/cmd/get SortObjects
 */
export const sortByPath = <T>(path: string, items: readonly T[], objectOf: (item: T) => unknown): T[] => {
  const keyed = items.map((item) => ({ item, key: findByPath(path, objectOf(item))[0] }));
  if (keyed.length > 0 && keyed.every(({ key }) => key === undefined)) {
    throw new JsonPathError(`couldn't find any field with path "{${fullPath(path)}}" in the list of objects`);
  }
  return keyed
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return a.key === b.key ? 0 : a.key === undefined ? -1 : 1;
      return compare(a.key, b.key);
    })
    .map(({ item }) => item);
};
