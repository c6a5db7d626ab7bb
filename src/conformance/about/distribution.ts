/** Whose Kubernetes a cluster runs, and by what it was told. */
export interface Distribution {
  /** `kubernetes`, `openshift`, `k3s`, `eks` … */
  readonly name: string;
  readonly toldBy: string;
}

/** What a cluster gives away of itself. */
export interface Signs {
  /** `v1.34.1+k3s1` */
  readonly version: string;
  /** `route.openshift.io` … */
  readonly groups: readonly string[];
  readonly nodes: readonly {
    readonly labels: Readonly<Record<string, string>>;
    /** `aws:///eu-west-1a/i-0…` */
    readonly providerID: string;
  }[];
}

interface Rule {
  readonly name: string;
  readonly version?: RegExp;
  readonly group?: string;
  readonly label?: RegExp;
  readonly provider?: RegExp;
}

/** The first that fits. What is served by itself stands before what is built of others. */
const RULES: readonly Rule[] = [
  { name: 'rollcall', group: 'machines.rollcall.dev' },
  { name: 'openshift', group: 'config.openshift.io' },
  { name: 'microshift', group: 'security.openshift.io' },
  { name: 'k3s', version: /\+k3s/ },
  { name: 'rke2', version: /\+rke2/ },
  { name: 'k0s', version: /\+k0s/ },
  { name: 'eks', version: /-eks-/ },
  { name: 'gke', version: /-gke\./ },
  { name: 'tanzu', version: /\+vmware\./ },
  { name: 'aks', label: /^kubernetes\.azure\.com\// },
  { name: 'microk8s', label: /^microk8s\.io\// },
  { name: 'minikube', label: /^minikube\.k8s\.io\// },
  { name: 'kind', provider: /^kind:/ },
];

/** Whose Kubernetes this is; `kubernetes` where nothing says otherwise. */
export const distributionOf = (signs: Signs): Distribution => {
  for (const rule of RULES) {
    const toldBy = signOf(rule, signs);
    if (toldBy !== undefined) return { name: rule.name, toldBy };
  }
  return { name: 'kubernetes', toldBy: 'nothing that speaks of another one' };
};

const signOf = (
  { version, group, label, provider }: Rule,
  { version: said, groups, nodes }: Signs,
): string | undefined => {
  if (group && groups.includes(group)) return `the API group ${group}`;
  if (version?.test(said)) return `the version ${said}`;
  for (const node of nodes) {
    const found = label && Object.keys(node.labels).find((key) => label.test(key));
    if (found !== undefined) return `the label ${found} of a node`;
    if (provider?.test(node.providerID)) return `the provider of a node, ${node.providerID.split(':')[0]}`;
  }
  return undefined;
};
