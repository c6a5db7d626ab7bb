import { findUntolerated } from '../../../kubernetes/fields/taints';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { type FilterPlugin, toleratesMore, unresolvable } from './plugin';

const EFFECTS = ['NoSchedule', 'NoExecute'] as const;

const isRepelled = ({ spec }: Pod, node: Node): boolean =>
  findUntolerated(node.spec.taints, spec.tolerations, EFFECTS) !== undefined;

/**
 * A tainted node takes only pods that tolerate its taints. One that merely asks pods to go elsewhere takes them all.
 * @see pkg/scheduler/framework/plugins/tainttoleration/taint_toleration.go
 */
export const taintToleration: FilterPlugin = {
  name: 'TaintToleration',
  filter: (pod, node) =>
    isRepelled(pod, node) ? unresolvable('node(s) had untolerated taint(s)') : undefined,
  mayHelp(pod, news) {
    switch (news.type) {
      case 'node added':
        return !isRepelled(pod, news.node);
      case 'node updated':
        return isRepelled(pod, news.before) && !isRepelled(pod, news.node);
      default:
        return toleratesMore(pod, news);
    }
  },
};
