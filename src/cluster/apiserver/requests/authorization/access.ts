import { resources } from '../../../../kubernetes/kinds/resources';
import type { ResourceType } from '../../../../kubernetes/resourceType';
import type { ListOptions } from '../../../../port/api';
import type { Store } from '../../registry/store';
import type { Caller } from '../caller';
import { authorize } from './rbac';

/** Names one object, or a new one by where it is to be. */
interface Whereabouts {
  readonly namespace?: string | undefined;
  readonly name?: string;
  readonly subresource?: string | undefined;
}

/** @throws ApiError 403 if the caller may not do this with the object. */
export const needAccess = (
  store: Store,
  caller: Caller,
  verb: string,
  resource: Pick<ResourceType, 'group' | 'plural'>,
  { namespace, name, subresource }: Whereabouts,
): void => {
  // A namespace is its own namespace, as far as permissions go.
  const scope = resource === resources.namespaces && name ? name : namespace;
  authorize(store, caller, {
    verb,
    resource,
    ...(subresource ? { subresource } : {}),
    ...(scope ? { namespace: scope } : {}),
    ...(name ? { name } : {}),
  });
};

/** The one name that a field selector leaves, if it is one that a path could hold. */
const nameIn = (fieldSelector: string): string | undefined => {
  for (const term of fieldSelector.split(',')) {
    const name = /^metadata\.name==?(.*)$/.exec(term.trim())?.[1]?.trim();
    if (name && name !== '.' && name !== '..' && !/[/%]/.test(name)) return name;
  }
  return undefined;
};

/**
 * Whoever lists or watches by one name needs no more than leave to see that object.
 * @throws ApiError 403 if the caller may not do this with the collection.
 * @see k8s.io/apiserver/pkg/endpoints/request RequestInfoFactory.NewRequestInfo
 */
export const needAccessToAll = (
  store: Store,
  caller: Caller,
  verb: 'list' | 'watch' | 'deletecollection',
  resource: ResourceType,
  { namespace, fieldSelector = '' }: ListOptions,
): void => {
  const name = verb === 'deletecollection' ? undefined : nameIn(fieldSelector);
  authorize(store, caller, {
    verb,
    resource,
    ...(namespace ? { namespace } : {}),
    ...(name ? { name } : {}),
  });
};
