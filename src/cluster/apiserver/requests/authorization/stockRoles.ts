import type { PolicyRule } from '../../../../kubernetes/kinds/rbac/rbac';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection'];

type Groups = string | readonly string[];

const allow = (verbs: readonly string[], groups: Groups, ...resources: readonly string[]): PolicyRule => ({
  apiGroups: typeof groups === 'string' ? [groups] : groups,
  resources,
  verbs,
});

const EVENTS = ['', 'events.k8s.io'];
const NETWORKING = 'networking.k8s.io';
const DEVICES = 'resource.k8s.io';

/** Whoever sees everything but secrets, roles and bindings. */
const view: readonly PolicyRule[] = [
  allow(
    READ,
    '',
    'pods',
    'replicationcontrollers',
    'replicationcontrollers/scale',
    'serviceaccounts',
    'services',
    'services/status',
    'endpoints',
    'persistentvolumeclaims',
    'persistentvolumeclaims/status',
    'configmaps',
  ),
  allow(
    READ,
    '',
    'limitranges',
    'resourcequotas',
    'bindings',
    'pods/status',
    'resourcequotas/status',
    'namespaces/status',
    'replicationcontrollers/status',
    'pods/log',
  ),
  allow(READ, '', 'namespaces'),
  allow(READ, EVENTS, 'events'),
  allow(READ, 'discovery.k8s.io', 'endpointslices'),
  allow(
    READ,
    'apps',
    'controllerrevisions',
    'statefulsets',
    'statefulsets/status',
    'statefulsets/scale',
    'daemonsets',
    'daemonsets/status',
    'deployments',
    'deployments/status',
    'deployments/scale',
    'replicasets',
    'replicasets/status',
    'replicasets/scale',
  ),
  allow(READ, 'autoscaling', 'horizontalpodautoscalers', 'horizontalpodautoscalers/status'),
  allow(READ, 'batch', 'jobs', 'cronjobs', 'cronjobs/status', 'jobs/status'),
  allow(READ, 'policy', 'poddisruptionbudgets', 'poddisruptionbudgets/status'),
  allow(READ, NETWORKING, 'networkpolicies', 'ingresses', 'ingresses/status'),
  allow(READ, DEVICES, 'resourceclaims', 'resourceclaims/status', 'resourceclaimtemplates'),
];

const CONNECTIONS = ['pods/attach', 'pods/proxy', 'pods/exec', 'pods/portforward'];

/** Whoever changes everything but roles, bindings and quotas. */
const edit: readonly PolicyRule[] = [
  ...view,
  allow(READ, '', ...CONNECTIONS, 'secrets', 'services/proxy'),
  allow(['impersonate'], '', 'serviceaccounts'),
  allow(WRITE, '', 'pods', ...CONNECTIONS),
  allow(['create'], '', 'pods/eviction'),
  allow(
    WRITE,
    '',
    'replicationcontrollers',
    'replicationcontrollers/scale',
    'serviceaccounts',
    'services',
    'services/proxy',
    'persistentvolumeclaims',
    'configmaps',
    'secrets',
  ),
  allow(['create'], '', 'serviceaccounts/token'),
  allow(WRITE, EVENTS, 'events'),
  allow(
    WRITE,
    'apps',
    'statefulsets',
    'statefulsets/scale',
    'daemonsets',
    'deployments',
    'deployments/scale',
    'deployments/rollback',
    'replicasets',
    'replicasets/scale',
  ),
  allow(WRITE, 'autoscaling', 'horizontalpodautoscalers'),
  allow(WRITE, 'batch', 'jobs', 'cronjobs'),
  allow(WRITE, 'policy', 'poddisruptionbudgets'),
  allow(WRITE, NETWORKING, 'networkpolicies', 'ingresses'),
  allow([...READ, ...WRITE], 'coordination.k8s.io', 'leases'),
  allow(WRITE, DEVICES, 'resourceclaims', 'resourceclaimtemplates'),
];

/** Whoever gives roles to others, too. */
const admin: readonly PolicyRule[] = [
  ...edit,
  allow(['create'], 'authorization.k8s.io', 'localsubjectaccessreviews'),
  allow([...READ, ...WRITE], 'rbac.authorization.k8s.io', 'roles', 'rolebindings'),
];

const visit = (...nonResourceURLs: readonly string[]): PolicyRule => ({ nonResourceURLs, verbs: ['get'] });
const HEALTH = ['/livez', '/readyz', '/healthz', '/version', '/version/'];

/** Roles that whoever is known to the cluster has: to ask what one may do, and to learn what is served. */
export const EVERYBODYS_ROLES: Readonly<Record<string, readonly PolicyRule[]>> = {
  'system:basic-user': [
    allow(['create'], 'authorization.k8s.io', 'selfsubjectaccessreviews', 'selfsubjectrulesreviews'),
    allow(['create'], 'authentication.k8s.io', 'selfsubjectreviews'),
  ],
  'system:discovery': [visit(...HEALTH, '/openapi', '/openapi/*', '/api', '/api/*', '/apis', '/apis/*')],
  'system:public-info-viewer': [visit(...HEALTH)],
};

/**
 * The user-facing roles that every cluster comes with. What they say of the group `extensions`, of which nothing is
 * served any more, is left out.
 * @see k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy viewRules, editRules, ClusterRoles
 */
export const STOCK_ROLES: Readonly<Record<string, readonly PolicyRule[]>> = {
  'cluster-admin': [
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { nonResourceURLs: ['*'], verbs: ['*'] },
  ],
  admin,
  edit,
  view,
};
