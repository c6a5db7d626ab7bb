import type { ResourceType } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { conflict } from '../../../kubernetes/refusals';

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
