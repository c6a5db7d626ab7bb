import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { resources } from '../../../kubernetes/kinds/resources';
import { forbidden, namespaceTerminating, notFound } from '../../../kubernetes/refusals';
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
  throw namespaceTerminating(resource, name, namespace);
};

const IMMORTAL = new Set(['default', 'kube-system', 'kube-public']);

/**
 * Some namespaces are never deleted.
 * @throws ApiError 403
 * @see k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle Admit
 */
export const checkMortality = (resource: ResourceType, name: string): void => {
  if (resource.group === '' && resource.plural === 'namespaces' && IMMORTAL.has(name))
    throw forbidden(resource, name, 'this namespace may not be deleted');
};
