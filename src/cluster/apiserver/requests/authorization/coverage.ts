import { brokenDown, compacted } from '../../../../kubernetes/kinds/rbac/breakdown';
import type { PolicyRule } from '../../../../kubernetes/kinds/rbac/rbac';

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

/**
 * What somebody lacks of what they want to give, a line for each resource, in the words and order of the API server.
 * @param owned all that they hold
 * @see k8s.io/component-helpers/auth/rbac/validation Covers
 */
export const lacking = (granted: readonly PolicyRule[], owned: readonly PolicyRule[]): string[] => {
  const missing = granted.flatMap(brokenDown).filter((asked) => !owned.some((rule) => covers(rule, asked)));
  return [...new Set(compacted(missing).map(inWords))].sort();
};
