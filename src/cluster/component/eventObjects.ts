import type { Event } from '../../kubernetes/kinds/event/event';
import type { KubeObject } from '../../kubernetes/object';

/** What an event is about: an object, or as much as the component knows of it. */
export type Subject = Pick<KubeObject, 'apiVersion' | 'kind'> & {
  readonly metadata: { readonly name: string } & Partial<KubeObject['metadata']>;
};

/**
 * A reference to an object in the version that the component knows.
 * @see staging/src/k8s.io/client-go/tools/reference/ref.go GetReference
 */
export const referenceTo = ({ apiVersion, kind, metadata }: Subject): Event['involvedObject'] => {
  const { name, namespace, uid, resourceVersion } = metadata;
  return {
    apiVersion,
    kind,
    name,
    ...(namespace ? { namespace } : {}),
    ...(uid ? { uid } : {}),
    ...(resourceVersion ? { resourceVersion } : {}),
  };
};

/** Where the event is kept: beside the object, and in `default` if the object has no namespace. */
export const namespaceFor = ({ metadata }: Subject): string => metadata.namespace ?? 'default';
