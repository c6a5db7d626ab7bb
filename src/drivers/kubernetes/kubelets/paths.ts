import type { ResourceType } from '../../../kubernetes/resourceType';

/** Where a collection is, or one of its objects: `/apis/apps/v1/namespaces/shop/daemonsets/agent`. */
export const pathOf = (
  { group, apiVersion, plural, namespaced }: ResourceType,
  namespace: string | undefined,
  ...rest: readonly string[]
): string => {
  const root = group === '' ? '/api' : '/apis';
  const place = namespaced ? ['namespaces', namespace ?? ''] : [];
  return [root, apiVersion, ...[...place, plural, ...rest].map(encodeURIComponent)].join('/');
};
