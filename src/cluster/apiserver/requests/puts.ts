import { invalid as invalidField } from '../../../kubernetes/fields/validation/causes';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { createsOnUpdate, needsVersion } from '../../../kubernetes/kinds/puts';
import type { KubeObject, Manifest, ObjectMeta } from '../../../kubernetes/object';
import { invalid } from '../../../kubernetes/refusals';
import { checkPreconditions } from '../registry/preconditions';
import type { Registry } from '../registry/registry';
import { storedVersion } from '../registry/versions';

/**
 * Some kinds cannot be overwritten without saying which version it is that is replaced.
 * @throws ApiError 422
 * @see k8s.io/apiserver/pkg/registry/generic/registry Store.Update
 */
export const checkConditional = (
  kind: Kind,
  { resourceVersion }: Partial<ObjectMeta>,
  name: string,
): void => {
  if (resourceVersion || !needsVersion(kind)) return;
  throw invalid({ ...kind, kind: kind.plural }, name, [
    invalidField('metadata.resourceVersion', 0, 'must be specified for an update'),
  ]);
};

/**
 * What a PUT is to create, as nothing has its name and the kind lets it.
 * @returns undefined if it is an update
 * @throws ApiError 409 if it names, by its uid, an object that there is not
 */
export const createdByPut = (registry: Registry, kind: Kind, sent: KubeObject): Manifest | undefined => {
  if (!createsOnUpdate(kind)) return undefined;
  const { resourceVersion, uid, ...metadata } = sent.metadata ?? {};
  const { name = '', namespace } = metadata;
  const place = kind.namespaced ? namespace : undefined;
  if (name === '' || registry.store.get(storedVersion(registry.kinds, kind), place, name)) return undefined;
  const nothing = { ...sent, metadata: { name, namespace, uid: '' } } as KubeObject;
  checkPreconditions(kind, nothing, uid ? { uid } : {});
  return { ...sent, metadata };
};
