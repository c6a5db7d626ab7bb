import { type PolicyRule, RBAC_GROUP } from '../../kubernetes/kinds/rbac/rbac';
import type { NewObject } from '../component/client';
import data from './roles.data.json';

/** A role as the table has it. */
interface Listed {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** It has the rules of all that have this label. */
  readonly aggregates?: string;
  /** `verbs|groups|resources|names` with commas, or `verbs|paths`. */
  readonly rules?: readonly string[];
}

interface ListedBinding {
  readonly name: string;
  readonly namespace?: string;
  /** By default the one of its own name. */
  readonly role?: string;
  readonly subjects: readonly string[];
}

const RBAC = `${RBAC_GROUP}/v1`;
const ANNOTATIONS = { 'rbac.authorization.kubernetes.io/autoupdate': 'true' };
const LABELS = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };

const words = (text = ''): readonly string[] => text.split(',');

const ruleOf = (text: string): PolicyRule => {
  const [verbs = '', first = '', resources, names] = text.split('|');
  if (resources === undefined) return { nonResourceURLs: [...words(first)], verbs: [...words(verbs)] };
  return {
    apiGroups: words(first),
    ...(names === undefined ? {} : { resourceNames: words(names) }),
    resources: words(resources),
    verbs: words(verbs),
  };
};

const roles: readonly Listed[] = data.clusterRoles as readonly Listed[];

/** The rules of a role: its own, or those of all that it stands for, each once. */
const rulesOf = ({ rules = [], aggregates }: Listed): readonly string[] =>
  aggregates === undefined
    ? rules
    : [...new Set(roles.filter(({ labels }) => labels?.[aggregates] === 'true').flatMap(rulesOf))];

const metadataOf = ({ name, namespace, labels }: Listed) => ({
  name,
  ...(namespace ? { namespace } : {}),
  labels: { ...LABELS, ...labels },
  annotations: ANNOTATIONS,
});

const clusterRole = (listed: Listed): NewObject => ({
  apiVersion: RBAC,
  kind: 'ClusterRole',
  metadata: metadataOf(listed),
  ...(listed.aggregates
    ? { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [listed.aggregates]: 'true' } }] } }
    : {}),
  rules: rulesOf(listed).map(ruleOf),
});

const subjectOf = (text: string): object => {
  const [kind = '', called = ''] = text.split(' ');
  const [namespace, name] = called.split('/');
  return kind === 'ServiceAccount' ? { kind, name, namespace } : { kind, apiGroup: RBAC_GROUP, name: called };
};

const binding =
  (kind: string, roleKind: string) =>
  (listed: ListedBinding): NewObject => ({
    apiVersion: RBAC,
    kind,
    metadata: metadataOf(listed),
    roleRef: { apiGroup: RBAC_GROUP, kind: roleKind, name: listed.role ?? listed.name },
    ...(listed.subjects.length > 0 ? { subjects: listed.subjects.map(subjectOf) } : {}),
  });

/**
 * The roles and bindings that a real API server makes when it starts, as a table of 1.36.
 * @see k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy
 */
export const bootstrapRoles = (): readonly NewObject[] => [
  ...roles.map(clusterRole),
  ...data.clusterRoleBindings.map(binding('ClusterRoleBinding', 'ClusterRole')),
  ...data.roles.map((listed) => ({
    apiVersion: RBAC,
    kind: 'Role',
    metadata: metadataOf(listed),
    rules: listed.rules.map(ruleOf),
  })),
  ...data.roleBindings.map(binding('RoleBinding', 'Role')),
];
