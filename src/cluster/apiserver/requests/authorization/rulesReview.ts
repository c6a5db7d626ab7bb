import type { KubeObject } from '../../../../kubernetes/object';
import { badRequest } from '../../../../kubernetes/refusals';
import { MASTERS } from '../caller';
import type { Review } from '../review';
import { rulesFor } from './rbac';
import { STOCK_ROLES } from './stockRoles';

/**
 * Answers the question "what may I do in this namespace?": with all rules that concern the caller.
 * @see k8s.io/kubernetes/pkg/registry/authorization/selfsubjectrulesreview
 */
export const selfSubjectRulesReview: Review = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectRulesReview',
  answer(store, caller, question) {
    const { namespace } = (question.spec ?? {}) as { readonly namespace?: string };
    if (!namespace) throw badRequest('no namespace on request');
    const isMaster = caller.groups.includes(MASTERS);
    const rules = [
      ...(isMaster ? (STOCK_ROLES['cluster-admin'] ?? []) : []),
      ...rulesFor(store, caller, namespace),
    ];
    const resourceRules = rules.filter(({ resources = [] }) => resources.length > 0);
    const nonResourceRules = rules.filter(({ nonResourceURLs = [] }) => nonResourceURLs.length > 0);
    return { ...question, status: { resourceRules, nonResourceRules, incomplete: false } } as KubeObject;
  },
};
