import { brokenDown, compacted } from '../kubernetes/kinds/rbac/breakdown';
import type { PolicyRule } from '../kubernetes/kinds/rbac/rbac';
import { alignTabs, TABLE_TABS } from '../kubernetes/print/tabs';

/** All rules that concern somebody in a namespace. */
export interface RulesStatus {
  readonly resourceRules?: readonly PolicyRule[];
  readonly nonResourceRules?: readonly PolicyRule[];
}

const inBrackets = (words: readonly string[] = []): string => `[${words.join(' ')}]`;

/** `daemonsets.apps/status`: @see k8s.io/kubectl/pkg/describe CombineResourceGroup */
const qualified = ({ resources = [], apiGroups = [] }: PolicyRule): string => {
  const [first = ''] = resources;
  const [resource = '', part] = first.split(/\/(.*)/s);
  const group = apiGroups[0] ? `.${apiGroups[0]}` : '';
  return `${resource}${group}${part === undefined ? '' : `/${part}`}`;
};

/** What rules are sorted by: their text as Go writes it. */
const sortKey = ({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): string =>
  `&PolicyRule{Verbs:${inBrackets(verbs)},APIGroups:${inBrackets(apiGroups)},Resources:${inBrackets(resources)},` +
  `ResourceNames:${inBrackets(resourceNames)},NonResourceURLs:${inBrackets(nonResourceURLs)},}`;

const byText = (a: PolicyRule, b: PolicyRule): number => {
  const [one, other] = [sortKey(a), sortKey(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/**
 * The table of `auth can-i --list`: a line for each resource, with all that may be done with it.
 * @see k8s.io/kubectl/pkg/cmd/auth printStatus
 */
export const rulesTable = (
  { resourceRules = [], nonResourceRules = [] }: RulesStatus,
  noHeaders: boolean,
): string => {
  const rules = compacted([...resourceRules, ...nonResourceRules].flatMap(brokenDown)).sort(byText);
  const lines = rules.map((rule) =>
    [
      qualified(rule),
      inBrackets(rule.nonResourceURLs),
      inBrackets(rule.resourceNames),
      inBrackets(rule.verbs),
    ].join('\t'),
  );
  const header = ['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs'].join('\t');
  return alignTabs(`${[...(noHeaders ? [] : [header]), ...lines].join('\n')}\n`, TABLE_TABS);
};
