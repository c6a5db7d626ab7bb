import type { KubeObject } from '../kubernetes/object';
import type { Change } from './change';

/** All states an object went through, by kind and name, oldest first. Successors of the same name are included. */
export const statesOf = (changes: readonly Change[], kind: string, name: string): readonly KubeObject[] =>
  changes.flatMap(({ object }) => (object.kind === kind && object.metadata.name === name ? [object] : []));

/** The object as it is now; undefined if it never was or is gone. */
export const objectNow = (changes: readonly Change[], kind: string, name: string): KubeObject | undefined => {
  for (let i = changes.length - 1; i >= 0; i--) {
    const change = changes[i];
    if (change?.object.kind === kind && change.object.metadata.name === name)
      return change.type === 'DELETED' ? undefined : change.object;
  }
  return undefined;
};

/** The names of all objects of a kind that exist now. */
export const namesNow = (changes: readonly Change[], kind: string): readonly string[] => {
  const names = new Set<string>();
  for (const { object, type } of changes) {
    if (object.kind !== kind) continue;
    if (type === 'DELETED') names.delete(object.metadata.name);
    else names.add(object.metadata.name);
  }
  return [...names];
};
