import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { requestsOf } from '../../../kubernetes/kinds/pod/requests';
import { capacityOf, NodeInfo, type ResourceShortage } from '../../capacity/nodeInfo';
import { type FilterPlugin, tookRoom } from './plugin';

const inWords = ({ resource }: ResourceShortage): string =>
  resource === 'pods' ? 'Too many pods' : `Insufficient ${resource}`;

/** More than the whole node has: no other pod could make room for that. A node may hold no pods at all, though. */
const isHopeless = ({ resource, requested, capacity }: ResourceShortage): boolean =>
  resource !== 'pods' && requested > capacity;

/** The pod would fit if it were alone on the node. */
const fitsAlone = (pod: Pod, node: Node): boolean => {
  const empty = new NodeInfo();
  empty.node = node;
  return empty.shortages(pod).length === 0;
};

/** The node has come to have more of something that the pod asks for, or to hold more pods. */
const hasGrown = (pod: Pod, before: Node, node: Node): boolean => {
  if (before.status === node.status) return false;
  const [old, now] = [capacityOf(before), capacityOf(node)];
  const { cpu, memory, storage, others } = requestsOf(pod.spec);
  return (
    now.pods > old.pods ||
    (cpu > 0 && now.cpu > old.cpu) ||
    (memory > 0 && now.memory > old.memory) ||
    (storage > 0 && now.storage > old.storage) ||
    [...others.keys()].some((each) => (now.others.get(each) ?? 0) > (old.others.get(each) ?? 0))
  );
};

/**
 * A pod needs room: among the pods, and for what it asks for. Everything that is short is named.
 * @see pkg/scheduler/framework/plugins/noderesources/fit.go Filter, fitsRequest, isSchedulableAfterNodeChange
 */
export const nodeResourcesFit: FilterPlugin = {
  name: 'NodeResourcesFit',
  filter(pod, _node, info) {
    const shortages = info.shortages(pod);
    if (shortages.length === 0) return undefined;
    return { reasons: shortages.map(inWords), preemptible: !shortages.some(isHopeless) };
  },
  mayHelp(pod, news) {
    switch (news.type) {
      case 'node added':
        return fitsAlone(pod, news.node);
      case 'node updated':
        return hasGrown(pod, news.before, news.node) && fitsAlone(pod, news.node);
      case 'pod gone':
        return tookRoom(news.pod);
      default:
        return false;
    }
  },
};
