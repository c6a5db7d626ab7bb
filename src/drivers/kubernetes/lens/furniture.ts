/** The namespaces that every cluster has. */
export const ORIGINAL_NAMESPACES: ReadonlySet<string> = new Set([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
]);

/** Where the cluster keeps its own, and examples install things too: these work in namespaces that stand in for them. */
export const STOOD_IN_FOR: ReadonlySet<string> = new Set(['kube-system', 'kube-public']);

const SYSTEM = /^system:/;

const named = (...names: readonly string[]): ((name: string) => boolean) => {
  const known = new Set(names);
  return (name) => known.has(name);
};

/** Roles that users are given, of Kubernetes and of OpenShift. */
const isUserRole = named(
  'cluster-admin',
  'admin',
  'edit',
  'view',
  'basic-user',
  'cluster-debugger',
  'cluster-reader',
  'cluster-status',
  'self-access-reviewer',
  'self-provisioner',
  'storage-admin',
  'sudoer',
);

const isStockConstraint = (name: string): boolean =>
  /^(anyuid|host(access|mount-anyuid|network)|nonroot|privileged|restricted|nested-container|node-exporter)(-v\d+)?$/.test(
    name,
  );

/**
 * What has no namespace and is there in every cluster, by kind: examples see it, and mean it by its name.
 * @see k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy
 */
const FURNITURE: Readonly<Record<string, (name: string) => boolean>> = {
  ClusterRole: (name) => SYSTEM.test(name) || isUserRole(name),
  ClusterRoleBinding: (name) => SYSTEM.test(name) || isUserRole(name) || name === 'self-provisioners',
  PriorityClass: (name) => name.startsWith('system-') || name === 'openshift-user-critical',
  SecurityContextConstraints: isStockConstraint,
  FlowSchema: (name) =>
    SYSTEM.test(name) ||
    named(
      'catch-all',
      'exempt',
      'global-default',
      'probes',
      'service-accounts',
      'workload-leader-election',
    )(name),
  PriorityLevelConfiguration: named(
    'catch-all',
    'exempt',
    'global-default',
    'leader-election',
    'node-high',
    'system',
    'workload-high',
    'workload-low',
  ),
  ServiceCIDR: named('kubernetes'),
  ComponentStatus: () => true,
  IPAddress: () => true,
};

/** True of what the cluster itself has. @param kind one without namespace, and not Namespace */
export const isFurniture = (kind: string, name: string): boolean => FURNITURE[kind]?.(name) ?? false;

/** True of what every namespace has from the start. */
export const isInEveryNamespace = (kind: string, name: string): boolean =>
  (kind === 'ServiceAccount' && name === 'default') || (kind === 'ConfigMap' && name === 'kube-root-ca.crt');
