import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import type { Store } from '../../registry/store';
import type { Caller } from '../caller';
import { mayDo } from './rbac';

/** What a review asks about. */
interface Attributes {
  readonly verb?: string;
  readonly group?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** True for the question "may I …?", which the server answers and does not store. */
export const isAccessReview = ({ apiVersion, kind }: Manifest | KubeObject): boolean =>
  apiVersion === 'authorization.k8s.io/v1' && kind === 'SelfSubjectAccessReview';

/** Answers a SelfSubjectAccessReview: its status says whether the caller may do what it describes. */
export const reviewAccess = (store: Store, caller: Caller, review: Manifest): KubeObject => {
  const { resourceAttributes = {} } = (review.spec ?? {}) as { readonly resourceAttributes?: Attributes };
  const { verb = '', group = '', resource = '', subresource, namespace, name } = resourceAttributes;
  const allowed = mayDo(store, caller, {
    verb,
    resource: { group, plural: resource },
    subresource: subresource || undefined,
    namespace: namespace || undefined,
    name: name || undefined,
  });
  return { ...review, status: { allowed } } as unknown as KubeObject;
};
