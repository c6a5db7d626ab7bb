import type * as rbac from 'kubernetes-types/rbac/v1';
import type { Immutable, KubeObject } from '../../object';

/** The API group that roles and bindings are of, and that what they refer to is of. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Verbs, and what they may be used on. */
export type PolicyRule = Immutable<rbac.PolicyRule>;

/** A Role, or a ClusterRole: what may be done. */
export interface RoleObject extends KubeObject {
  readonly rules?: readonly PolicyRule[];
  /** Of a cluster role only. */
  readonly aggregationRule?: Immutable<rbac.AggregationRule>;
}

/** A RoleBinding, or a ClusterRoleBinding: who may do what a role says. */
export interface RoleBindingObject extends KubeObject {
  readonly roleRef: Immutable<rbac.RoleRef>;
  readonly subjects?: readonly Immutable<rbac.Subject>[];
}
