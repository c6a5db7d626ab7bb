import type { PolicyRule, RoleBindingObject, RoleObject } from '../../../../kubernetes/kinds/rbac/rbac';
import { resourceOf, resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../../kubernetes/object';
import { forbidden, notFound } from '../../../../kubernetes/refusals';
import type { Store } from '../../registry/store';
import type { Caller } from '../caller';
import { mayDo, rulesFor, rulesOf } from './rbac';

type Field = 'apiGroups' | 'resources' | 'nonResourceURLs' | 'resourceNames' | 'verbs';

const LABELS: Readonly<Record<Field, string>> = {
  apiGroups: 'APIGroups',
  resources: 'Resources',
  nonResourceURLs: 'NonResourceURLs',
  resourceNames: 'ResourceNames',
  verbs: 'Verbs',
};

const quoted = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(' ')}]`;

/** A rule in the words of the API server, which leaves out what is empty. */
const inWords = (rule: PolicyRule): string => {
  const parts = (Object.keys(LABELS) as Field[]).flatMap((field) => {
    const words = rule[field] ?? [];
    return words.length === 0 ? [] : [`${LABELS[field]}:${quoted(words)}`];
  });
  return `{${parts.join(', ')}}`;
};

/** One thing that a rule allows: one verb, and one path or one resource, perhaps by one name. */
const singleRules = ({
  verbs,
  apiGroups = [],
  resources = [],
  resourceNames = [],
  nonResourceURLs = [],
}: PolicyRule): PolicyRule[] => {
  const names = resourceNames.length === 0 ? [{}] : resourceNames.map((name) => ({ resourceNames: [name] }));
  return [
    ...apiGroups.flatMap((group) =>
      resources.flatMap((resource) =>
        verbs.flatMap((verb) =>
          names.map((name) => ({ apiGroups: [group], resources: [resource], verbs: [verb], ...name })),
        ),
      ),
    ),
    ...nonResourceURLs.flatMap((url) => verbs.map((verb) => ({ nonResourceURLs: [url], verbs: [verb] }))),
  ];
};

const includesAll = (owned: readonly string[] = [], asked: readonly string[] = []): boolean =>
  owned.includes('*') || asked.every((each) => owned.includes(each));

const includesResources = (owned: readonly string[] = [], asked: readonly string[] = []): boolean =>
  owned.includes('*') ||
  asked.every((each) => {
    const [, subresource] = each.split('/');
    return owned.includes(each) || (subresource !== undefined && owned.includes(`*/${subresource}`));
  });

const includesNames = (owned: readonly string[] = [], asked: readonly string[] = []): boolean =>
  owned.length === 0 || (asked.length > 0 && asked.every((each) => owned.includes(each)));

const includesPaths = (owned: readonly string[] = [], asked: readonly string[] = []): boolean =>
  asked.every((path) =>
    owned.some((each) => each === path || (each.endsWith('*') && path.startsWith(each.slice(0, -1)))),
  );

const covers = (owned: PolicyRule, asked: PolicyRule): boolean =>
  includesAll(owned.verbs, asked.verbs) &&
  includesAll(owned.apiGroups, asked.apiGroups) &&
  includesResources(owned.resources, asked.resources) &&
  includesNames(owned.resourceNames, asked.resourceNames) &&
  includesPaths(owned.nonResourceURLs, asked.nonResourceURLs);

/** Rules about the same resource become one, with all their verbs. Paths stay apart. */
const compact = (rules: readonly PolicyRule[]): PolicyRule[] => {
  const byResource = new Map<string, PolicyRule>();
  for (const rule of rules) {
    const { verbs, ...about } = rule;
    const key = JSON.stringify(rule.nonResourceURLs ? rule : about);
    const known = byResource.get(key);
    byResource.set(key, known ? { ...known, verbs: [...new Set([...known.verbs, ...verbs])] } : rule);
  }
  return [...byResource.values()];
};

/** The role that a binding names. @throws ApiError if there is none */
const grantedBy = (store: Store, binding: RoleBindingObject): readonly PolicyRule[] => {
  const { kind, name } = binding.roleRef;
  const rules = rulesOf(store, binding);
  if (!rules) throw notFound(kind === 'ClusterRole' ? resources.clusterroles : resources.roles, name);
  return rules;
};

/**
 * Nobody gives more rights than they hold: whoever writes a role needs to hold what it allows, or may `escalate`;
 * whoever writes a binding needs to hold what its role allows, or may `bind` it.
 * @throws ApiError 403 in the API server's words
 * @see k8s.io/kubernetes/pkg/registry/rbac/validation ConfirmNoEscalation
 */
export const preventEscalation = (store: Store, caller: Caller, object: KubeObject): void => {
  const resource = resourceOf(object);
  const { namespace, name } = object.metadata;
  const where = namespace === undefined ? {} : { namespace };
  let granted: readonly PolicyRule[];
  switch (resource) {
    case resources.roles:
    case resources.clusterroles:
      if (mayDo(store, caller, { verb: 'escalate', resource, name, ...where })) return;
      granted = (object as RoleObject).rules ?? [];
      break;
    case resources.rolebindings:
    case resources.clusterrolebindings: {
      const binding = object as RoleBindingObject;
      const { kind, name: role } = binding.roleRef;
      const about = kind === 'ClusterRole' ? resources.clusterroles : resources.roles;
      if (mayDo(store, caller, { verb: 'bind', resource: about, name: role, ...where })) return;
      granted = grantedBy(store, binding);
      break;
    }
    default:
      return;
  }
  const owned = rulesFor(store, caller, namespace);
  const missing = granted.flatMap(singleRules).filter((asked) => !owned.some((rule) => covers(rule, asked)));
  if (missing.length === 0) return;
  const lines = [...new Set(compact(missing).map(inWords))].sort();
  const who = `user ${JSON.stringify(caller.name)} (groups=${quoted(caller.groups)})`;
  const why = `${who} is attempting to grant RBAC permissions not currently held:\n${lines.join('\n')}`;
  throw forbidden(resource, name, why);
};
