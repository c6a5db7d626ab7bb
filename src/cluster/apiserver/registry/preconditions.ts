import type { KubeObject, ObjectMeta } from '../../../kubernetes/object';
import { conflict, OBJECT_MODIFIED } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';

/** What a request expects of the object it is about. */
export interface Preconditions {
  readonly uid?: string;
  readonly resourceVersion?: string;
}

/** @throws ApiError a conflict, if the object is another one, or another version, than the request is about */
export const checkPreconditions = (
  resource: ResourceType,
  { metadata }: KubeObject,
  { uid, resourceVersion }: Preconditions,
): void => {
  const check = (what: string, expected: string | undefined, found: string): void => {
    if (!expected || expected === found) return;
    throw conflict(
      resource,
      metadata.name,
      `Precondition failed: ${what} in precondition: ${expected}, ${what} in object meta: ${found}`,
    );
  };
  check('UID', uid, metadata.uid);
  check('ResourceVersion', resourceVersion, metadata.resourceVersion);
};

/**
 * Checks the version that a write of a whole object was made from; a write without one overwrites.
 * @throws ApiError a conflict, if it is not the stored one
 */
export const checkVersion = (
  resource: ResourceType,
  next: { readonly metadata: Partial<ObjectMeta> },
  { metadata }: KubeObject,
): void => {
  const { resourceVersion } = next.metadata;
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw conflict(resource, metadata.name, OBJECT_MODIFIED);
  }
};
