import type { KubeObject, ObjectMeta } from '../../../kubernetes/object';
import { conflict, OBJECT_MODIFIED } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';

/** What a request expects of the object it is about. */
export interface Preconditions {
  readonly uid?: string;
  readonly resourceVersion?: string;
}

/** Where the store keeps what it does not keep under its plural. @see SpecialDefaultResourcePrefixes */
const ELSEWHERE: Readonly<Record<string, string>> = {
  endpoints: 'services/endpoints',
  ingresses: 'ingress',
  nodes: 'minions',
  replicationcontrollers: 'controllers',
  services: 'services/specs',
};
/** Groups of kinds that are kept by group and plural. */
const BY_GROUP = /^(apiextensions|apiregistration)\.k8s\.io$|^(?!.*\.k8s\.io$).*\./;

/** The key under which a real API server would keep an object, and which its refusals show. */
const keyIn = ({ group, plural }: ResourceType, { name, namespace }: ObjectMeta): string =>
  ['/registry', BY_GROUP.test(group) ? group : '', ELSEWHERE[plural] ?? plural, namespace ?? '', name]
    .filter(Boolean)
    .join('/');

/**
 * What a write expects of the object it is about.
 * @throws ApiError a conflict, if the object is another one, or another version, than the request is about
 * @see k8s.io/apiserver/pkg/storage NewInvalidObjError
 */
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
      `StorageError: invalid object, Code: 4, Key: ${keyIn(resource, metadata)}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: ${what} in precondition: ${expected}, ${what} in object meta: ${found}`,
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

/**
 * What a deletion expects of the object it is about: its refusals name the kind, and not the resource, but for
 * namespaces, which look themselves.
 * @throws ApiError a conflict
 * @see k8s.io/apiserver/pkg/registry/rest BeforeDelete, k8s.io/kubernetes/pkg/registry/core/namespace/storage REST.Delete
 */
export const checkDeletePreconditions = (
  { group, kind, plural }: ResourceType,
  { metadata }: KubeObject,
  { uid, resourceVersion }: Preconditions,
): void => {
  const ownWords = group === '' && plural === 'namespaces';
  const check = (what: string, expected: string | undefined, found: string, why: string): void => {
    if (!expected || expected === found) return;
    if (ownWords) {
      const words = `Precondition failed: ${what} in precondition: ${expected}, ${what} in object meta: ${found}`;
      throw conflict({ group, plural, kind }, metadata.name, words);
    }
    throw conflict(
      { group, plural: kind, kind },
      metadata.name,
      `the ${what} in the precondition (${expected}) does not match the ${what} in record (${found}). ${why}`,
    );
  };
  check('UID', uid, metadata.uid, 'The object might have been deleted and then recreated');
  check('ResourceVersion', resourceVersion, metadata.resourceVersion, 'The object might have been modified');
};
