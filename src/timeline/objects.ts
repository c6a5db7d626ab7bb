import type { KubeObject } from '../kubernetes/object';
import type { Change } from './change';
import { idOf, isMeant, type ObjectId } from './objectId';

/** All states an object went through, oldest first. Successors of the same name are included. */
export const statesOf = (changes: readonly Change[], id: ObjectId): readonly KubeObject[] =>
  changes.flatMap(({ object }) => (isMeant(id, object) ? [object] : []));

/** The object as it is now; undefined if it never was or is gone. */
export const objectNow = (changes: readonly Change[], id: ObjectId): KubeObject | undefined => {
  const last = changes.findLast(({ object }) => isMeant(id, object));
  return last?.type === 'DELETED' ? undefined : last?.object;
};

/** All objects of a kind that exist now, in order of creation. */
export const objectsNow = (changes: readonly Change[], kind: string): readonly ObjectId[] =>
  collect(changes, kind, (ids, key) => ids.delete(key));

/** All objects of a kind that ever existed, in order of creation; those that share an identity count once. */
export const objectsEver = (changes: readonly Change[], kind: string): readonly ObjectId[] =>
  collect(changes, kind, () => undefined);

const collect = (
  changes: readonly Change[],
  kind: string,
  onDeleted: (ids: Map<string, ObjectId>, key: string) => void,
): readonly ObjectId[] => {
  const ids = new Map<string, ObjectId>();
  for (const { object, type } of changes) {
    if (object.kind !== kind) continue;
    const key = `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
    if (type === 'DELETED') onDeleted(ids, key);
    else if (!ids.has(key)) ids.set(key, idOf(object));
  }
  return [...ids.values()];
};
