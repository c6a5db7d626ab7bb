import type * as rbac from 'kubernetes-types/rbac/v1';
import type { Immutable, KubeObject } from '../../object';

export type PolicyRule = Immutable<rbac.PolicyRule>;

export interface RoleObject extends KubeObject {
  readonly rules?: readonly PolicyRule[];
}

export interface RoleBindingObject extends KubeObject {
  readonly roleRef: Immutable<rbac.RoleRef>;
  readonly subjects?: readonly Immutable<rbac.Subject>[];
}
