import { defineKind } from '../kind';
import { defaultBinding } from './defaults';
import { RBAC_GROUP, type RoleBindingObject, type RoleObject } from './rbac';
import { validateBinding, validateBindingUpdate, validateRole, validateRoleUpdate } from './validation';

const apiVersion = `${RBAC_GROUP}/v1`;
const roleRules = { validateCreate: validateRole, validateUpdate: validateRoleUpdate };
const bindingRules = {
  defaults: defaultBinding,
  validateCreate: validateBinding,
  validateUpdate: validateBindingUpdate,
};

/** Roles: what may be done within one namespace. */
export const roles = defineKind<RoleObject>({
  apiVersion,
  kind: 'Role',
  plural: 'roles',
  namespaced: true,
  ...roleRules,
});

/** Cluster roles: what may be done anywhere, or within a namespace where one is bound in it. */
export const clusterroles = defineKind<RoleObject>({
  apiVersion,
  kind: 'ClusterRole',
  plural: 'clusterroles',
  namespaced: false,
  ...roleRules,
});

/** Role bindings: who may do within one namespace what a role allows. */
export const rolebindings = defineKind<RoleBindingObject>({
  apiVersion,
  kind: 'RoleBinding',
  plural: 'rolebindings',
  namespaced: true,
  ...bindingRules,
});

/** Cluster role bindings: who may do anywhere what a cluster role allows. */
export const clusterrolebindings = defineKind<RoleBindingObject>({
  apiVersion,
  kind: 'ClusterRoleBinding',
  plural: 'clusterrolebindings',
  namespaced: false,
  ...bindingRules,
});
