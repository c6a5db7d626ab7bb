import type { KubeObject } from '../../kubernetes/object';

/** An object as it is answered: what a dry run would have created has no version. */
export const asStored = (object: KubeObject): object => {
  const { resourceVersion, ...metadata } = object.metadata ?? {};
  return resourceVersion === '' ? { ...object, metadata } : object;
};
