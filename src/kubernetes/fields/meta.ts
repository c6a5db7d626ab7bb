import type { KubeObject, ManagedFieldsEntry, OwnerReference } from '../object';

/** Somebody asked for its deletion. */
export const isTerminating = (object: KubeObject): boolean => object.metadata.deletionTimestamp !== undefined;

/** The owner that manages the object, if it has one. */
export const controllerOf = (object: KubeObject): OwnerReference | undefined =>
  object.metadata.ownerReferences?.find((owner) => owner.controller);

/**
 * Names the owner as the manager of what it makes or adopts. It cannot be removed in the foreground before that is.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 NewControllerRef
 */
export const newControllerRef = ({
  apiVersion,
  kind,
  metadata: { name, uid },
}: KubeObject): OwnerReference => ({
  apiVersion,
  kind,
  name,
  uid,
  controller: true,
  blockOwnerDeletion: true,
});

/** The object without these owners, by uid; undefined if it has none of them. */
export const withoutOwners = <T extends KubeObject>(object: T, uids: readonly string[]): T | undefined => {
  const { ownerReferences = [], ...metadata } = object.metadata;
  const left = ownerReferences.filter(({ uid }) => !uids.includes(uid));
  if (left.length === ownerReferences.length) return undefined;
  return { ...object, metadata: left.length > 0 ? { ...metadata, ownerReferences: left } : metadata };
};

/** The object with these managed fields, or with none. */
export const withManagedFields = <T extends KubeObject>(
  object: T,
  managedFields: readonly ManagedFieldsEntry[] | undefined,
): T => {
  if (object.metadata.managedFields === managedFields) return object;
  const { managedFields: _, ...others } = object.metadata;
  return { ...object, metadata: managedFields ? { ...others, managedFields } : others };
};
