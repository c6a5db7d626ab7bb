import { matchesNode } from '../../../kubernetes/kinds/pod/affinity';
import type { NodeSelectorTerm, Pod } from '../../../kubernetes/kinds/pod/pod';
import { type FilterPlugin, unresolvable } from './plugin';

/** The nodes that every requirement on the name allows; undefined if there is no such requirement. */
const namedBy = ({ matchFields = [] }: NodeSelectorTerm): readonly string[] | undefined => {
  const lists = matchFields.flatMap(({ key, operator, values = [] }) =>
    key === 'metadata.name' && operator === 'In' ? [values] : [],
  );
  return lists.reduce<readonly string[] | undefined>(
    (common, values) => common?.filter((name) => values.includes(name)) ?? values,
    undefined,
  );
};

/**
 * The nodes a pod asks for by name, if it does in every term of its required affinity: the scheduler looks at no
 * others. None at all (an empty set) if a term contradicts itself.
 * @see pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go PreFilter
 */
export const nodesNamedBy = ({ spec }: Pod): ReadonlySet<string> | undefined => {
  const terms =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  if (!terms || terms.length === 0) return undefined;
  const names = new Set<string>();
  for (const term of terms) {
    const named = namedBy(term);
    if (!named) return undefined;
    for (const name of named) names.add(name);
  }
  return names;
};

/**
 * A pod goes only where its node selector and its required affinity let it.
 * @see pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go
 */
export const nodeAffinity: FilterPlugin = {
  name: 'NodeAffinity',
  filter: ({ spec }, node) =>
    matchesNode(node, spec) ? undefined : unresolvable("node(s) didn't match Pod's node affinity/selector"),
  mayHelp({ spec }, news) {
    switch (news.type) {
      case 'node added':
        return matchesNode(news.node, spec);
      case 'node updated':
        return matchesNode(news.node, spec) && !matchesNode(news.before, spec);
      default:
        return false;
    }
  },
};
