import type { KubeObject } from '../../../kubernetes/object';
import { keyOf } from './store';

/** Objects, and the keys they are in order of. */
export interface Ordered<T extends KubeObject = KubeObject> {
  readonly keys: readonly string[];
  readonly objects: readonly T[];
}

/** Puts objects in order of namespace and name, as their keys in etcd are: `shop-2/a` before `shop/a`. */
export const inOrder = <T extends KubeObject>(objects: readonly T[]): Ordered<T> => {
  const keyed = objects.map((object) => ({ key: keyOf(object), object }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { keys: keyed.map(({ key }) => key), objects: keyed.map(({ object }) => object) };
};
