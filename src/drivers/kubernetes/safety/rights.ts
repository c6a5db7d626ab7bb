/** May do these things with these resources, everywhere. As a rule of a ClusterRole. */
export interface Right {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];
const ALL = [...READ, 'create', 'update', 'patch', 'delete', 'deletecollection'];
const CHANGE = ['get', 'update', 'patch'];

const right = (group: string, resources: readonly string[], verbs: readonly string[]): Right => ({
  apiGroups: [group],
  resources,
  verbs,
});

/**
 * All that a run does. What is missing is told before it begins; a Job that runs the suite is given a ClusterRole with these
 * rules. Examples bind roles of all sorts, so nobody may keep a run from giving what it has not.
 */
export const RIGHTS: readonly Right[] = [
  right('', ['namespaces', 'nodes', 'pods'], ALL),
  right('', ['nodes/status', 'pods/status', 'namespaces/status', 'pods/ephemeralcontainers'], CHANGE),
  right('', ['pods/eviction', 'pods/binding', 'serviceaccounts/token'], ['create']),
  right('', ['pods/log'], ['get']),
  right(
    '',
    [
      'configmaps',
      'secrets',
      'serviceaccounts',
      'services',
      'events',
      'limitranges',
      'resourcequotas',
      'persistentvolumes',
      'persistentvolumeclaims',
    ],
    ALL,
  ),
  right('apps', ['daemonsets', 'deployments', 'controllerrevisions'], ALL),
  right('apps', ['daemonsets/status'], CHANGE),
  right('events.k8s.io', ['events'], ALL),
  right('coordination.k8s.io', ['leases'], ALL),
  right('policy', ['poddisruptionbudgets'], ALL),
  right('scheduling.k8s.io', ['priorityclasses'], ALL),
  right('node.k8s.io', ['runtimeclasses'], ALL),
  right('networking.k8s.io', ['networkpolicies', 'ingressclasses'], ALL),
  right('storage.k8s.io', ['storageclasses', 'csidrivers', 'volumeattributesclasses'], ALL),
  right('apiextensions.k8s.io', ['customresourcedefinitions'], ALL),
  right('admissionregistration.k8s.io', ['validatingwebhookconfigurations'], ALL),
  right('rbac.authorization.k8s.io', ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'], ALL),
  right('rbac.authorization.k8s.io', ['roles', 'clusterroles'], ['bind', 'escalate']),
  right('', ['users', 'groups', 'serviceaccounts'], ['impersonate']),
  right('authorization.k8s.io', ['subjectaccessreviews'], ['create']),
];

/** One thing that somebody may do, or not. */
export interface Deed {
  readonly verb: string;
  readonly group: string;
  /** With the part of it that is meant: `pods/status`. */
  readonly resource: string;
}

/** Each of them by itself. */
export const deedsOf = (rights: readonly Right[]): readonly Deed[] =>
  rights.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) =>
      resources.flatMap((resource) => verbs.map((verb) => ({ verb, group, resource }))),
    ),
  );
