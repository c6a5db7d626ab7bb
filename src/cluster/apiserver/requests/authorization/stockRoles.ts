import type { PolicyRule } from '../../../../kubernetes/kinds/rbac/rbac';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection'];

const CORE = '';
const NETWORKING = 'networking.k8s.io';
const EVENTS = 'events.k8s.io';

const rule = (
  verbs: readonly string[],
  apiGroups: readonly string[],
  ...resources: string[]
): PolicyRule => ({
  apiGroups,
  resources,
  verbs,
});

const view: readonly PolicyRule[] = [
  rule(
    READ,
    [CORE],
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
  rule(
    READ,
    [CORE],
    'limitranges',
    'resourcequotas',
    'bindings',
    'pods/status',
    'resourcequotas/status',
    'namespaces/status',
    'replicationcontrollers/status',
    'pods/log',
  ),
  rule(READ, [CORE], 'namespaces'),
  rule(READ, [CORE, EVENTS], 'events'),
  rule(READ, ['discovery.k8s.io'], 'endpointslices'),
  rule(
    READ,
    ['apps'],
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
  rule(READ, ['autoscaling'], 'horizontalpodautoscalers', 'horizontalpodautoscalers/status'),
  rule(READ, ['batch'], 'jobs', 'cronjobs', 'cronjobs/status', 'jobs/status'),
  rule(READ, ['policy'], 'poddisruptionbudgets', 'poddisruptionbudgets/status'),
  rule(READ, [NETWORKING], 'networkpolicies', 'ingresses', 'ingresses/status'),
  rule(READ, ['resource.k8s.io'], 'resourceclaims', 'resourceclaims/status', 'resourceclaimtemplates'),
];

const INTO_PODS = ['pods/attach', 'pods/proxy', 'pods/exec', 'pods/portforward'];

const edit: readonly PolicyRule[] = [
  ...view,
  rule(READ, [CORE], ...INTO_PODS, 'secrets', 'services/proxy'),
  rule(['impersonate'], [CORE], 'serviceaccounts'),
  rule(WRITE, [CORE], 'pods', ...INTO_PODS),
  rule(['create'], [CORE], 'pods/eviction'),
  rule(
    WRITE,
    [CORE],
    'replicationcontrollers',
    'replicationcontrollers/scale',
    'serviceaccounts',
    'services',
    'services/proxy',
    'persistentvolumeclaims',
    'configmaps',
    'secrets',
  ),
  rule(['create'], [CORE], 'serviceaccounts/token'),
  rule(WRITE, [CORE, EVENTS], 'events'),
  rule(
    WRITE,
    ['apps'],
    'statefulsets',
    'statefulsets/scale',
    'daemonsets',
    'deployments',
    'deployments/scale',
    'deployments/rollback',
    'replicasets',
    'replicasets/scale',
  ),
  rule(WRITE, ['autoscaling'], 'horizontalpodautoscalers'),
  rule(WRITE, ['batch'], 'jobs', 'cronjobs'),
  rule(WRITE, ['policy'], 'poddisruptionbudgets'),
  rule(WRITE, [NETWORKING], 'networkpolicies', 'ingresses'),
  rule([...READ, ...WRITE], ['coordination.k8s.io'], 'leases'),
  rule(WRITE, ['resource.k8s.io'], 'resourceclaims', 'resourceclaimtemplates'),
];

const admin: readonly PolicyRule[] = [
  ...edit,
  rule(['create'], ['authorization.k8s.io'], 'localsubjectaccessreviews'),
  rule([...READ, ...WRITE], ['rbac.authorization.k8s.io'], 'roles', 'rolebindings'),
];

/**
 * The user-facing roles that every cluster comes with, but for the group `extensions`, which is served no more.
 * @see k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go viewRules, editRules, clusterRoles
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
