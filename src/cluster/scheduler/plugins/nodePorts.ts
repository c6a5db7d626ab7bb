import { hostPortsOf, portsClash } from '../../../kubernetes/kinds/pod/hostPorts';
import { type FilterPlugin, tookRoom } from './plugin';

/**
 * A host port is given once on a node, for each protocol and address.
 * @see pkg/scheduler/framework/plugins/nodeports/node_ports.go
 */
export const nodePorts: FilterPlugin = {
  name: 'NodePorts',
  filter: (pod, _node, info) =>
    info.takenPort(pod) && {
      reasons: ["node(s) didn't have free ports for the requested pod ports"],
      preemptible: true,
    },
  mayHelp(pod, news) {
    if (news.type === 'node added') return true;
    if (news.type !== 'pod gone' || !tookRoom(news.pod)) return false;
    const freed = hostPortsOf(news.pod.spec);
    return hostPortsOf(pod.spec).some((wanted) => freed.some((each) => portsClash(wanted, each)));
  },
};
