import type { ResourceType } from '../../kubernetes/resourceType';
import { isOfKubernetes } from '../discovery/resources';

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const small = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

/** A group as names have it: `RbacAuthorization`, `Core`, and all of it where a definition brought it. */
const groupName = (group: string): string =>
  (group === '' ? 'core' : isOfKubernetes(group) ? group.replace(/\.k8s\.io$/, '') : group)
    .split(/[.-]/)
    .map(capital)
    .join('');

/** Group and version in the names of operations: `RbacAuthorizationV1`. */
export const versionName = (group: string, version: string): string => groupName(group) + capital(version);

/** What operations of a group version are filed under: `rbacAuthorization_v1`. */
export const tagOf = (group: string, version: string): string => `${small(groupName(group))}_${version}`;

/** Names an operation: by its verb, what stands before the scope, `Collection`, and at the end, `WithPath`. */
export type OperationNames = (
  verb: string,
  marks?: { readonly inner?: string; readonly last?: string },
) => string;

/** @param part the subresource, `Status`; empty for the kind itself */
export const operationNames = (
  { group, version, kind, namespaced }: ResourceType,
  part = '',
): OperationNames => {
  const place = versionName(group, version);
  const scope = namespaced ? 'Namespaced' : '';
  return (verb, { inner = '', last = '' } = {}) =>
    `${verb}${place}${inner}${scope}${kind}${capital(part)}${last}`;
};

/** The name of an operation on the objects of all namespaces. */
export const inAllNamespaces = (verb: string, { group, version, kind }: ResourceType, suffix = ''): string =>
  `${verb}${versionName(group, version)}${kind}${suffix}ForAllNamespaces`;

/** What the operation on a group itself is filed under: `rbacAuthorization`. */
export const groupTag = (group: string): string => small(groupName(group));

/** The operation that tells of a group. */
export const operationOfGroup = (group: string): string => `get${groupName(group)}APIGroup`;
