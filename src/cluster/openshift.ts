import type { RoleBindingObject } from '../kubernetes/kinds/rbac/rbac';
import { RBAC_GROUP } from '../kubernetes/kinds/rbac/rbac';
import { resources } from '../kubernetes/kinds/resources';
import { SECURITY_GROUP } from '../kubernetes/kinds/securitycontextconstraints/constraints';
import { securitycontextconstraints } from '../kubernetes/kinds/securitycontextconstraints/kind';
import { FOR_EVERYBODY, STOCK_CONSTRAINTS } from '../kubernetes/kinds/securitycontextconstraints/stock';
import { AUTHENTICATED } from './apiserver/requests/caller';
import type { Client, NewObject } from './component/client';

const RBAC = `${RBAC_GROUP}/v1`;

/** The cluster role that lets its owners use one constraint. */
const roleFor = (constraint: string): string => `system:openshift:scc:${constraint}`;

const role = (constraint: string): NewObject => ({
  apiVersion: RBAC,
  kind: 'ClusterRole',
  metadata: { name: roleFor(constraint) },
  rules: [
    {
      apiGroups: [SECURITY_GROUP],
      resourceNames: [constraint],
      resources: [securitycontextconstraints.plural],
      verbs: ['use'],
    },
  ],
});

const binding = (constraint: string): NewObject & Pick<RoleBindingObject, 'roleRef' | 'subjects'> => ({
  apiVersion: RBAC,
  kind: 'ClusterRoleBinding',
  metadata: { name: roleFor(constraint) },
  roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: roleFor(constraint) },
  subjects: [{ apiGroup: RBAC_GROUP, kind: 'Group', name: AUTHENTICATED }],
});

/**
 * Has a cluster serve security context constraints, with those that every OpenShift cluster comes with, and the roles
 * that let people use them. Namespaces that are there already get their ranges now.
 */
export const introduceConstraints = (client: Client): void => {
  client.serve(securitycontextconstraints);
  const { apiVersion, kind } = securitycontextconstraints;
  for (const [name, rest] of Object.entries(STOCK_CONSTRAINTS)) {
    client.create({ apiVersion, kind, metadata: { name }, ...rest });
    client.create(role(name));
  }
  for (const name of FOR_EVERYBODY) client.create(binding(name));
  for (const namespace of client.list(resources.namespaces)) {
    client.amend(namespace, resources.namespaces, (current) => ({ ...current }));
  }
};

/** Makes a cluster one without security context constraints again. */
export const withdrawConstraints = (client: Client): void => {
  for (const each of client.list(securitycontextconstraints)) client.delete(securitycontextconstraints, each);
  for (const kind of [resources.clusterroles, resources.clusterrolebindings]) {
    for (const each of client.list(kind)) {
      if (each.metadata.name.startsWith(roleFor(''))) client.delete(kind, each);
    }
  }
  client.withdraw(securitycontextconstraints);
};
