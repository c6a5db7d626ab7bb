import { deepEqual } from '../../../kubernetes/fields/equality';
import type { KubeObject } from '../../../kubernetes/object';
import type { DeleteOptions } from '../../../port/api';

/** A new object. */
export interface Creation {
  readonly kind: 'create';
  readonly object: KubeObject;
}

/** A change of an object, or of its status alone. */
export interface Change {
  readonly kind: 'whole' | 'status';
  /** The object that it was made for, and what it made of that. */
  readonly before: KubeObject;
  readonly after: KubeObject;
  /** Makes it once more, for an object that is otherwise by now. */
  readonly change: (current: KubeObject) => KubeObject;
}

export interface Deletion {
  readonly kind: 'delete';
  readonly options: DeleteOptions;
}

/** What a kubelet writes. */
export type Write = Creation | Change | Deletion;

const versioned = (object: KubeObject, resourceVersion: string): KubeObject => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion },
});

/** Whether two objects differ in nothing but their version. */
export const isSame = (a: KubeObject, b: KubeObject): boolean =>
  a === b || deepEqual(versioned(a, ''), versioned(b, ''));

const statusOf = (object: KubeObject): unknown => ('status' in object ? object.status : undefined);

/**
 * What a write makes of an object as the server has it. A change was made for what was known of the object then; only if
 * the object is otherwise by now it is made anew.
 */
export const appliedTo = (write: Write, object: KubeObject): KubeObject => {
  if (write.kind === 'create' || write.kind === 'delete') return object;
  const { before, after, change } = write;
  if (write.kind === 'whole')
    return isSame(before, object) ? versioned(after, object.metadata.resourceVersion) : change(object);
  return deepEqual(statusOf(before), statusOf(object))
    ? ({ ...object, status: statusOf(after) } as KubeObject)
    : change(object);
};
