import type { KubeObject } from '../../../../kubernetes/object';
import type { Review } from '../review';
import { mayDo, mayVisit } from './rbac';

/** What a review asks about. */
interface Attributes {
  readonly verb?: string;
  readonly group?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

interface Questions {
  readonly resourceAttributes?: Attributes;
  readonly nonResourceAttributes?: { readonly verb?: string; readonly path?: string };
}

/** Answers the question "may I …?": whether the caller may do what it describes. */
export const selfSubjectAccessReview: Review = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectAccessReview',
  answer(store, caller, question) {
    const { resourceAttributes = {}, nonResourceAttributes } = (question.spec ?? {}) as Questions;
    if (nonResourceAttributes) {
      const { verb: how = '', path = '' } = nonResourceAttributes;
      return { ...question, status: { allowed: mayVisit(store, caller, how, path) } } as KubeObject;
    }
    const { verb = '', group = '', resource = '', subresource, namespace, name } = resourceAttributes;
    const allowed = mayDo(store, caller, {
      verb,
      resource: { group, plural: resource },
      subresource: subresource || undefined,
      namespace: namespace || undefined,
      name: name || undefined,
    });
    return { ...question, status: { allowed } } as KubeObject;
  },
};
