import type { PolicyRule } from '../../../../kubernetes/kinds/rbac/rbac';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const CORE_WORKLOADS = ['configmaps', 'pods', 'serviceaccounts'];

const view: readonly PolicyRule[] = [
  {
    apiGroups: [''],
    resources: [
      ...CORE_WORKLOADS,
      'pods/log',
      'pods/status',
      'events',
      'namespaces',
      'resourcequotas',
      'resourcequotas/status',
    ],
    verbs: READ,
  },
  { apiGroups: ['apps'], resources: ['controllerrevisions', 'daemonsets', 'daemonsets/status'], verbs: READ },
];

const edit: readonly PolicyRule[] = [
  ...view,
  { apiGroups: [''], resources: CORE_WORKLOADS, verbs: WRITE },
  { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
  { apiGroups: ['apps'], resources: ['daemonsets'], verbs: WRITE },
];

const admin: readonly PolicyRule[] = [
  ...edit,
  {
    apiGroups: ['rbac.authorization.k8s.io'],
    resources: ['roles', 'rolebindings'],
    verbs: [...READ, ...WRITE],
  },
];

/** The user-facing roles that every cluster comes with. */
export const STOCK_ROLES: Readonly<Record<string, readonly PolicyRule[]>> = {
  'cluster-admin': [
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { nonResourceURLs: ['*'], verbs: ['*'] },
  ],
  admin,
  edit,
  view,
};
