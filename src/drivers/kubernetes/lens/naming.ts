import { servedKinds } from '../../../kubernetes/kinds/served';
import { isFurniture, ORIGINAL_NAMESPACES, STOOD_IN_FOR } from './furniture';
import { LABEL_LENGTH, type Mark, NAME_LENGTH } from './mark';

/** The label of a node that is its name. */
export const HOSTNAME = 'kubernetes.io/hostname';
/** The label of a namespace that is its name. */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

const NODE_LEASES = 'kube-node-lease';

/** What kind of object has a name, as far as anybody says. */
export interface Named {
  readonly kind: string;
  /** Of the API; empty for the core group. */
  readonly group?: string | undefined;
  readonly namespace?: string | undefined;
}

export interface NamingOptions {
  readonly mark: Mark;
  /** True: whatever has no namespace is given names of the example's own. Namespaces and users always are. */
  readonly shared: boolean;
  /** False: what is made in `kube-system` is made there. */
  readonly standIns: boolean;
  /** API groups that the cluster serves, beside those of Kubernetes. */
  readonly servedGroups: ReadonlySet<string>;
  /** Namespaces of the cluster that are somebody's. */
  readonly foreignNamespaces: ReadonlySet<string>;
}

/** Kinds of OpenShift and of served clusters that have no namespace, and may be referred to. */
const OTHERS_WITHOUT_NAMESPACE = ['SecurityContextConstraints', 'Machine', 'Project', 'ProjectRequest'];

/** Kinds of one object a node, named like it. */
const OF_NODES: ReadonlySet<string> = new Set(['Node', 'CSINode', 'Machine']);
const NAMESPACES: ReadonlySet<string> = new Set(['Namespace', 'Project', 'ProjectRequest']);
/** Kinds whose names are segments of paths, and may end with any character. */
const OF_ROLES = /^Cluster(Role|RoleBinding)$/;
const OWN_GROUPS = /(^|[.])(k8s[.]io|openshift[.]io|rollcall[.]dev)$/;

const withoutNamespace = new Set<string>(OTHERS_WITHOUT_NAMESPACE);
const kindsByPlural = new Map<string, string>();
const builtIn = new Set<string>();
for (const { kind, plural, group, namespaced } of servedKinds) {
  builtIn.add(group);
  kindsByPlural.set(plural, kind);
  if (!namespaced) withoutNamespace.add(kind);
}

/** Gives names of an example the form in which the server knows them, whatever they are names of. */
export class Naming {
  readonly mark: Mark;
  readonly #options: NamingOptions;
  /** Groups of kinds that the example has defined. */
  readonly #defined = new Set<string>();
  readonly #learnt = new Map<string, boolean>();
  /** Names of nodes that the example has, or speaks of. */
  readonly #nodes = new Set<string>();

  constructor(options: NamingOptions) {
    this.mark = options.mark;
    this.#options = options;
  }

  get isShared(): boolean {
    return this.#options.shared;
  }

  /** Remembers whether a kind has a namespace, for when it is referred to. */
  learn(kind: string, namespaced: boolean): void {
    if (!withoutNamespace.has(kind)) this.#learnt.set(kind, namespaced);
  }

  /** From now on this API group is the example's own. */
  define(group: string): void {
    if (!this.#isBuiltIn(group)) this.#defined.add(group);
  }

  namespace(name: string): string {
    if (name === '*' || !/[a-z0-9]$/i.test(name)) return name;
    if (STOOD_IN_FOR.has(name)) return this.#options.standIns ? this.mark.put(name, LABEL_LENGTH) : name;
    if (ORIGINAL_NAMESPACES.has(name) || this.#isOfPlatform(name)) return name;
    return this.mark.put(name, LABEL_LENGTH);
  }

  /** What others have is not meant, even if it has the same name: but for what a platform keeps its own in. */
  #isOfPlatform(name: string): boolean {
    return /^(kube|openshift)-/.test(name) && this.#options.foreignNamespaces.has(name);
  }

  /** True of a namespace as the server knows it, if it is the example's. */
  isOwnNamespace(raw: string): boolean {
    return this.mark.isOn(raw);
  }

  node(name: string): string {
    if (!this.isShared || !/[a-z0-9]$/i.test(name)) return name;
    return this.mark.put(name, name.length <= LABEL_LENGTH ? LABEL_LENGTH : NAME_LENGTH);
  }

  /** Remembers a node of the example's. */
  meetNode(name: string): void {
    this.#nodes.add(name);
  }

  hasNode(name: string): boolean {
    return this.#nodes.has(name);
  }

  /** The name of an object of some kind. */
  object({ kind, group, namespace }: Named, name: string): string {
    if (NAMESPACES.has(kind)) return this.namespace(name);
    if (OF_NODES.has(kind)) return this.node(name);
    if (kind === 'Lease' && namespace === NODE_LEASES) return this.node(name);
    if (kind === 'User' && group !== undefined && group !== '') return this.user(name);
    if (kind === 'Group' && group !== undefined && group !== '') return this.group(name);
    if (!this.isShared || !this.#lacksNamespace(kind)) return name;
    if (kind === 'CustomResourceDefinition' || kind === 'APIService') return this.#definition(name);
    return this.#ofCluster(kind, name, group);
  }

  /** The name of an object by the plural of its kind, as roles name it. */
  byPlural(plural: string, name: string): string {
    const [resource = ''] = plural.split('/');
    if (resource === 'users') return this.user(name);
    if (resource === 'groups') return this.group(name);
    return this.object({ kind: kindsByPlural.get(resource) ?? resource }, name);
  }

  #lacksNamespace(kind: string): boolean {
    return withoutNamespace.has(kind) || this.#learnt.get(kind) === false;
  }

  #ofCluster(kind: string, name: string, group: string | undefined): string {
    if (isFurniture(kind, name) || /[.]rollcall[.]dev$/.test(group ?? '')) return name;
    if (group !== undefined && this.apiGroup(group) !== group) return name;
    if (OF_ROLES.test(kind)) return /^[.]{1,2}$/.test(name) ? name : this.mark.put(name);
    if (!/[a-z0-9]$/i.test(name)) return name;
    return this.mark.put(
      name,
      kind === 'CSIDriver' && name.length <= LABEL_LENGTH ? LABEL_LENGTH : NAME_LENGTH,
    );
  }

  /** `widgets.example.com`, or `v1.example.com`: a group of the example's own makes the name its own. */
  #definition(name: string): string {
    const group = name.slice(name.indexOf('.') + 1);
    return this.apiGroup(group) === group ? name : this.mark.put(name, NAME_LENGTH);
  }

  #isBuiltIn(group: string): boolean {
    return builtIn.has(group) || OWN_GROUPS.test(group) || group === '*';
  }

  /** Kinds of groups that nobody serves are the example's own. */
  apiGroup(group: string): string {
    if (!this.isShared || this.#isBuiltIn(group) || !/[a-z0-9]$/i.test(group)) return group;
    if (this.#options.servedGroups.has(group) && !this.#defined.has(group)) return group;
    return this.mark.put(group, NAME_LENGTH);
  }

  apiVersion(apiVersion: string): string {
    const slash = apiVersion.indexOf('/');
    return slash < 0 ? apiVersion : `${this.apiGroup(apiVersion.slice(0, slash))}${apiVersion.slice(slash)}`;
  }

  /** @see k8s.io/apiserver/pkg/authentication/serviceaccount MakeUsername */
  user(name: string): string {
    const account = /^system:serviceaccount:([^:]*):(.*)$/.exec(name);
    if (account) return `system:serviceaccount:${this.namespace(account[1] ?? '')}:${account[2]}`;
    const node = /^system:node:(.*)$/.exec(name);
    if (node) return `system:node:${this.node(node[1] ?? '')}`;
    return this.#person(name);
  }

  /** @see k8s.io/apiserver/pkg/authentication/serviceaccount MakeNamespaceGroupName */
  group(name: string): string {
    const accounts = /^system:serviceaccounts:(.*)$/.exec(name);
    return accounts ? `system:serviceaccounts:${this.namespace(accounts[1] ?? '')}` : this.#person(name);
  }

  /** Roles of one example must not be those of another, nor of a real person. */
  #person(name: string): string {
    return /^(system|kube):/.test(name) || name === '*' ? name : this.mark.put(name);
  }

  /** The value of a label, wherever it stands: two labels are names. */
  labelValue(key: string, value: string): string {
    if (key === HOSTNAME) return this.node(value);
    return key === NAMESPACE_NAME ? this.namespace(value) : value;
  }
}
