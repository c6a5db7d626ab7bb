import type { PolicyRule } from './rbac';

/**
 * What a rule allows, one thing at a time: one verb, and one path or one resource, perhaps by one name.
 * @see k8s.io/kubectl/pkg/util/rbac BreakdownRule
 */
export const brokenDown = ({
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

/**
 * Rules about the same resource become one, with all their verbs. Paths stay apart.
 * @see k8s.io/kubectl/pkg/util/rbac CompactRules
 */
export const compacted = (rules: readonly PolicyRule[]): PolicyRule[] => {
  const byResource = new Map<string, PolicyRule>();
  for (const rule of rules) {
    const { verbs, ...about } = rule;
    const key = JSON.stringify(rule.nonResourceURLs ? rule : about);
    const known = byResource.get(key);
    byResource.set(key, known ? { ...known, verbs: [...new Set([...known.verbs, ...verbs])] } : rule);
  }
  return [...byResource.values()];
};
