import { matchesNode } from '../../../kubernetes/kinds/pod/affinity';
import type { NodeSelectorTerm, Pod } from '../../../kubernetes/kinds/pod/pod';
import { type FilterPlugin, unresolvable } from './plugin';

/** The nodes that every requirement on the name allows; undefined if there is no such requirement. */
const namedBy = ({ matchFields }: NodeSelectorTerm): readonly string[] | undefined => {
  let common: readonly string[] | undefined;
  for (const { key, operator, values = [] } of matchFields ?? []) {
    if (key !== 'metadata.name' || operator !== 'In') continue;
    common = common ? common.filter((name) => values.includes(name)) : values;
  }
  return common;
};

/**
 * The nodes a pod asks for by name, if it does in every term of its required affinity: the scheduler looks at no
 * others. None at all if every term contradicts itself.
 * @see pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go PreFilter
 */
export const nodesNamedBy = ({ spec }: Pod): readonly string[] | undefined => {
  const terms =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  let names: readonly string[] | undefined;
  for (const term of terms ?? []) {
    const named = namedBy(term);
    if (!named) return undefined;
    names = names ? [...new Set([...names, ...named])] : named;
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
