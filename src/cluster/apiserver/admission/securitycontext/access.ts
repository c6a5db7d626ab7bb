import {
  SECURITY_GROUP,
  type SecurityContextConstraints,
} from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { Store } from '../../registry/store';
import { mayDo } from '../../requests/authorization/rbac';
import { type Caller, serviceAccountNamed } from '../../requests/caller';

const RESOURCE = { group: SECURITY_GROUP, plural: 'securitycontextconstraints' };

/** Whoever a constraint names may use it, and whoever a role in the namespace, or anywhere, lets `use` it. */
const mayUse = (
  store: Store,
  { metadata: { name }, users, groups }: SecurityContextConstraints,
  caller: Caller,
  namespace: string,
): boolean =>
  (users ?? []).includes(caller.name) ||
  (groups ?? []).some((group) => caller.groups.includes(group)) ||
  mayDo(store, caller, { verb: 'use', resource: RESOURCE, namespace, name });

/** By whose right a pod may be held against a constraint. */
export type Right = 'serviceaccount' | 'user';

/**
 * Finds by whose right a constraint may be used: the service account's that the pod runs under, or that of whoever
 * asks for the pod. The service account is not a member of `system:authenticated` here.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccadmission sccAuthorizationChecker.allowedForType
 */
export const rightTo =
  (store: Store, namespace: string, account: string | undefined, asking: Caller) =>
  (constraints: SecurityContextConstraints): Right | undefined => {
    if (account && mayUse(store, constraints, serviceAccountNamed(namespace, account), namespace)) {
      return 'serviceaccount';
    }
    return mayUse(store, constraints, asking, namespace) ? 'user' : undefined;
  };
