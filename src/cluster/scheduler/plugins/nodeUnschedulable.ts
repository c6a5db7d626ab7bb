import { nodeTaints, tolerates } from '../../../kubernetes/fields/taints';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { type FilterPlugin, toleratesMore, unresolvable } from './plugin';

const CORDON = { key: nodeTaints.unschedulable, effect: 'NoSchedule' } as const;

const toleratesCordon = ({ spec }: Pod): boolean =>
  spec.tolerations?.some((each) => tolerates(each, CORDON)) ?? false;

/**
 * A cordoned node takes only pods that tolerate the taint of cordon, whether it carries that taint already or not.
 * @see pkg/scheduler/framework/plugins/nodeunschedulable/node_unschedulable.go
 */
export const nodeUnschedulable: FilterPlugin = {
  name: 'NodeUnschedulable',
  filter: (pod, node) =>
    node.spec.unschedulable && !toleratesCordon(pod) ? unresolvable('node(s) were unschedulable') : undefined,
  mayHelp(pod, news) {
    switch (news.type) {
      case 'node added':
        return !news.node.spec.unschedulable;
      case 'node updated':
        return Boolean(news.before.spec.unschedulable) && !news.node.spec.unschedulable;
      default:
        return toleratesMore(pod, news) && toleratesCordon(news.pod);
    }
  },
};
