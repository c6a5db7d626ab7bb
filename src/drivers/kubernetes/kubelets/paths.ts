import type { ResourceType } from '../../../kubernetes/resourceType';
import { collectionPath } from '../watching/address';

/** The path of an object, or of a part of it: `/apis/apps/v1/namespaces/shop/daemonsets/agent/status`. */
export const pathOf = (
  resource: ResourceType,
  namespace: string | undefined,
  ...rest: readonly string[]
): string => [collectionPath(resource, namespace), ...rest.map(encodeURIComponent)].join('/');
