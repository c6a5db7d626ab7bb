import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { resources } from '../../../kubernetes/kinds/resources';
import { ApiError, notFound } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Store } from './store';

/** Nothing new goes into a namespace that does not exist or is on its way out. */
export const checkNamespace = (
  store: Store,
  resource: ResourceType,
  namespace: string,
  name: string,
): void => {
  const found = store.get(resources.namespaces, undefined, namespace) as Namespace | undefined;
  if (!found) throw notFound(resources.namespaces, namespace);
  if (found.metadata.deletionTimestamp === undefined) return;
  const qualified = resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
  throw new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualified} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
    causes: [
      {
        reason: 'NamespaceTerminating',
        message: `namespace ${namespace} is being terminated`,
        field: 'metadata.namespace',
      },
    ],
  });
};
