import { NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import { SYSTEM_PRIORITIES } from '../../kubernetes/kinds/priorityclass/system';
import { RBAC_GROUP } from '../../kubernetes/kinds/rbac/rbac';
import { EVERYBODYS_ROLES, STOCK_ROLES } from '../apiserver/requests/authorization/stockRoles';
import type { Client, NewObject } from '../component/client';
import type { Loop } from '../simulation/loop';
import { apiServices } from './apiServices';
import { flowControl } from './flowControl';
import { kubernetesService } from './kubernetesService';
import { keepLeases } from './leases';
import { bootstrapRoles } from './roles';

const RBAC = `${RBAC_GROUP}/v1`;
const NAMESPACES = ['default', 'kube-public', 'kube-system', NODE_LEASES];

const rolesForEverybody = (): readonly NewObject[] => [
  ...Object.entries({ ...STOCK_ROLES, ...EVERYBODYS_ROLES }).map(([name, rules]) => ({
    apiVersion: RBAC,
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  })),
  ...Object.keys(EVERYBODYS_ROLES).map((name) => ({
    apiVersion: RBAC,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name },
    subjects: [{ apiGroup: RBAC_GROUP, kind: 'Group', name: 'system:authenticated' }],
  })),
];

const namespaces = (): readonly NewObject[] =>
  NAMESPACES.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));

const priorities = (): readonly NewObject[] =>
  Object.entries(SYSTEM_PRIORITIES).map(([name, value]) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value,
  }));

let known: readonly NewObject[] | undefined;

/** What is the same in all clusters that are served. It is put together once: there are many clusters, of a moment. */
const same = (): readonly NewObject[] => {
  known ??= [...namespaces(), ...bootstrapRoles(), ...priorities(), ...flowControl(), ...apiServices()];
  return known;
};

/** What every cluster comes with: namespaces, the roles that people are given, priority classes. */
export const furnish = (client: Client): void => {
  for (const object of [...namespaces(), ...rolesForEverybody(), ...priorities()]) client.create(object);
};

/**
 * What clients of a real cluster find, too: all roles and bindings, the service of the API server, how requests are
 * ranked, which APIs there are, and the leases of the control plane, which are kept up.
 */
export const furnishAsServed = (client: Client, loop: Loop): void => {
  // What is created becomes what is stored: others need one of their own.
  for (const object of same()) client.create({ ...object });
  for (const object of kubernetesService(loop.timestamp())) client.create(object);
  keepLeases(client, loop);
};
