import { toTimestamp } from '../../kubernetes/fields/time';
import { NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import { SYSTEM_PRIORITIES } from '../../kubernetes/kinds/priorityclass/system';
import { RBAC_GROUP } from '../../kubernetes/kinds/rbac/rbac';
import type { KubeObject } from '../../kubernetes/object';
import type { Registry } from '../apiserver/registry/registry';
import { EVERYBODYS_ROLES, STOCK_ROLES } from '../apiserver/requests/authorization/stockRoles';
import { API_SERVER, Client, type NewObject } from '../component/client';
import { calm } from '../simulation/disturbance';
import type { Loop } from '../simulation/loop';
import { apiServices } from './apiServices';
import { flowControl } from './flowControl';
import { kubernetesService, tokenTracking } from './kubernetesService';
import { keepLeases } from './leases';
import { bootstrapRoles } from './roles';
import { asStored, install } from './stock';

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

let known: readonly KubeObject[] | undefined;

/** What is the same in all clusters that are served, as it is stored. */
const same = (): readonly KubeObject[] => {
  known ??= asStored(
    [
      ...namespaces(),
      ...bootstrapRoles(),
      ...priorities(),
      ...flowControl(),
      ...apiServices(),
      ...kubernetesService(),
    ],
    API_SERVER,
  );
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
export const furnishAsServed = (
  registry: Registry,
  loop: Loop,
  { managedFields, dozes }: { readonly managedFields: boolean; readonly dozes: () => boolean },
): void => {
  install(registry, same(), managedFields);
  const client = new Client(registry, calm, API_SERVER);
  client.create(tokenTracking(toTimestamp(loop.now)));
  keepLeases(client, loop, dozes);
};
