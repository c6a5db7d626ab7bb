/** A kind of object the API serves, as discovery describes it. */
export interface ResourceType {
  /** Group and version: `apps/v1`, or `v1` in the core group. */
  readonly apiVersion: string;
  /** API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly namespaced: boolean;
}

const define = (
  apiVersion: string,
  kind: string,
  scope: 'Namespaced' | 'Cluster',
  shortNames: readonly string[] = [],
): ResourceType => {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const singular = kind.toLowerCase();
  const plural = singular.endsWith('s')
    ? `${singular}es`
    : singular.endsWith('y')
      ? singular.replace(/y$/, 'ies')
      : `${singular}s`;
  return {
    apiVersion,
    group: group ?? '',
    version: version ?? '',
    kind,
    plural,
    singular,
    shortNames,
    namespaced: scope === 'Namespaced',
  };
};

/** Every kind the model knows. */
export const resources = {
  pods: define('v1', 'Pod', 'Namespaced', ['po']),
  nodes: define('v1', 'Node', 'Cluster', ['no']),
  namespaces: define('v1', 'Namespace', 'Cluster', ['ns']),
  events: define('v1', 'Event', 'Namespaced', ['ev']),
  configmaps: define('v1', 'ConfigMap', 'Namespaced', ['cm']),
  serviceaccounts: define('v1', 'ServiceAccount', 'Namespaced', ['sa']),
  resourcequotas: define('v1', 'ResourceQuota', 'Namespaced', ['quota']),
  daemonsets: define('apps/v1', 'DaemonSet', 'Namespaced', ['ds']),
  controllerrevisions: define('apps/v1', 'ControllerRevision', 'Namespaced'),
  priorityclasses: define('scheduling.k8s.io/v1', 'PriorityClass', 'Cluster', ['pc']),
  leases: define('coordination.k8s.io/v1', 'Lease', 'Namespaced'),
  roles: define('rbac.authorization.k8s.io/v1', 'Role', 'Namespaced'),
  clusterroles: define('rbac.authorization.k8s.io/v1', 'ClusterRole', 'Cluster'),
  rolebindings: define('rbac.authorization.k8s.io/v1', 'RoleBinding', 'Namespaced'),
  clusterrolebindings: define('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'Cluster'),
  csidrivers: define('storage.k8s.io/v1', 'CSIDriver', 'Cluster'),
} as const satisfies Record<string, ResourceType>;

const all: readonly ResourceType[] = Object.values(resources);
const byKind = new Map(
  all.map(({ kind }) => [kind, all.filter((resource) => resource.kind === kind)] as const),
);

/** The resource an object belongs to, or undefined for a kind (or version) that is not served. */
export const resourceOf = (object: {
  readonly apiVersion: string;
  readonly kind: string;
}): ResourceType | undefined =>
  byKind.get(object.kind)?.find((resource) => resource.apiVersion === object.apiVersion);

/** True if some kind of this API group and version is served. */
export const servesVersion = (apiVersion: string): boolean =>
  all.some((resource) => resource.apiVersion === apiVersion);

/** All kinds, in the order discovery lists them. */
export const allResources = (): readonly ResourceType[] => all;

/** Finds a kind by what people type: `pods`, `pod`, `po`, `ds`, `daemonsets.apps`, `daemonsets.v1.apps`. */
export const resourceNamed = (word: string): ResourceType | undefined => {
  const name = word.toLowerCase().replace(/\.v1(?=\.)/, '');
  return all.find(
    (resource) =>
      name === resource.plural ||
      name === resource.singular ||
      resource.shortNames.includes(name) ||
      (resource.group !== '' && name === `${resource.plural}.${resource.group}`) ||
      (resource.group !== '' && name === `${resource.singular}.${resource.group}`),
  );
};
