import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../../kubernetes/object';
import { badRequest } from '../../../../kubernetes/refusals';
import { MASTERS } from '../caller';
import type { Review } from '../review';
import { rulesFor } from './rules';
import { STOCK_ROLES } from './stockRoles';

const ADMINISTRATORS = 'cluster-admin';

/**
 * Answers the question "what may I do in this namespace?": with all rules that concern the caller.
 * @see k8s.io/kubernetes/pkg/registry/authorization/selfsubjectrulesreview
 */
export const selfSubjectRulesReview: Review = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectRulesReview',
  plural: 'selfsubjectrulesreviews',
  answer({ store }, caller, { apiVersion, kind, spec }) {
    const { namespace } = (spec ?? {}) as { readonly namespace?: string };
    if (!namespace) throw badRequest('no namespace on request');
    // Where masters are bound to their role, that says it.
    const isBound = store.get(resources.clusterrolebindings, undefined, ADMINISTRATORS) !== undefined;
    const rules = [
      ...(caller.groups.includes(MASTERS) && !isBound ? (STOCK_ROLES[ADMINISTRATORS] ?? []) : []),
      ...rulesFor(store, caller, namespace),
    ];
    const resourceRules = rules.filter(({ resources = [] }) => resources.length > 0);
    const nonResourceRules = rules.filter(({ nonResourceURLs = [] }) => nonResourceURLs.length > 0);
    const status = { resourceRules, nonResourceRules, incomplete: false };
    return { apiVersion, kind, metadata: {}, spec: {}, status } as unknown as KubeObject;
  },
};
