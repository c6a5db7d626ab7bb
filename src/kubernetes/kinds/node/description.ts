import { parseQuantity, toMilli } from '../../fields/quantity';
import { age, longDate } from '../../print/ages';
import { defineDescription } from '../../print/describe/description';
import { describeEvents } from '../../print/describe/events';
import { annotations, labels, taints } from '../../print/describe/metadata';
import { field, type Lines, toText } from '../../print/describe/text';
import { leases } from '../lease/kind';
import type { Lease } from '../lease/lease';
import { pods } from '../pod/kind';
import type { Pod } from '../pod/pod';
import { isTerminal } from '../pod/state';
import type { Node } from './node';
import { type Amounts, formatBytes, formatCpu, limits, requests, share } from './resourceTotals';
import { rolesOf } from './summary';

const describeLease = (node: Node, lease: Lease | undefined): Lines => {
  if (!lease) {
    const missing = `leases.coordination.k8s.io "${node.metadata.name}" not found`;
    return [field('Lease', `Failed to get lease: ${missing}`)];
  }
  const { holderIdentity, renewTime } = lease.spec;
  return [
    'Lease:',
    field('  HolderIdentity', holderIdentity ?? '<unset>'),
    field('  AcquireTime', '<unset>'),
    field('  RenewTime', renewTime ? longDate(renewTime) : '<unset>'),
  ];
};

const conditions = (node: Node): Lines => {
  const all = node.status.conditions ?? [];
  if (all.length === 0) return [];
  const date = (timestamp: string | undefined): string =>
    timestamp ? longDate(timestamp) : 'Mon, 01 Jan 0001 00:00:00 +0000';
  return [
    'Conditions:',
    '  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage',
    '  ----\t------\t-----------------\t------------------\t------\t-------',
    ...all.map((each) => {
      const times = `${date(each.lastHeartbeatTime)} \t${date(each.lastTransitionTime)}`;
      return `  ${each.type} \t${each.status} \t${times} \t${each.reason ?? ''} \t${each.message ?? ''}`;
    }),
  ];
};

const quantities = (title: string, map: Node['status']['capacity']): Lines => {
  const list = Object.entries(map ?? {}).sort();
  return list.length === 0 ? [] : [`${title}:`, ...list.map(([name, value]) => `  ${name}:\t${value}`)];
};

const systemInfo = ({ status: { nodeInfo } }: Node): Lines => [
  'System Info:',
  field('  Machine ID', nodeInfo?.machineID ?? ''),
  field('  System UUID', nodeInfo?.systemUUID ?? ''),
  field('  Boot ID', nodeInfo?.bootID ?? ''),
  field('  Kernel Version', nodeInfo?.kernelVersion ?? ''),
  field('  OS Image', nodeInfo?.osImage ?? ''),
  field('  Operating System', nodeInfo?.operatingSystem ?? ''),
  field('  Architecture', nodeInfo?.architecture ?? ''),
  field('  Container Runtime Version', nodeInfo?.containerRuntimeVersion ?? ''),
  field('  Kubelet Version', nodeInfo?.kubeletVersion ?? ''),
  field('  Kube-Proxy Version', nodeInfo?.kubeProxyVersion ?? ''),
];

const allocatableOf = (node: Node): Amounts => {
  const all = node.status.allocatable ?? node.status.capacity ?? {};
  return {
    cpu: toMilli(all.cpu ?? 0),
    memory: parseQuantity(all.memory ?? 0),
    storage: parseQuantity(all['ephemeral-storage'] ?? 0),
  };
};

const describePods = (running: readonly Pod[], whole: Amounts, now: number): Lines => [
  field('Non-terminated Pods', `(${running.length} in total)`),
  '  Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge',
  '  ---------\t----\t\t------------\t----------\t---------------\t-------------\t---',
  ...running.map((pod) => {
    const [request, limit] = [requests(pod), limits(pod)];
    return `  ${[
      pod.metadata.namespace,
      pod.metadata.name,
      '',
      share(request.cpu, whole.cpu, formatCpu),
      share(limit.cpu, whole.cpu, formatCpu),
      share(request.memory, whole.memory, formatBytes),
      share(limit.memory, whole.memory, formatBytes),
      age(pod.metadata.creationTimestamp, now),
    ].join('\t')}`;
  }),
];

const total = (all: readonly Amounts[]): Amounts => {
  const sum = (of: (amounts: Amounts) => number): number => all.reduce((done, each) => done + of(each), 0);
  return {
    cpu: sum(({ cpu }) => cpu),
    memory: sum(({ memory }) => memory),
    storage: sum(({ storage }) => storage),
  };
};

const describeAllocated = (running: readonly Pod[], whole: Amounts): Lines => {
  const [request, limit] = [total(running.map(requests)), total(running.map(limits))];
  const row = (name: string, key: keyof Amounts, format: (amount: number) => string): string =>
    `  ${name}\t${share(request[key], whole[key], format)}\t${share(limit[key], whole[key], format)}`;
  return [
    'Allocated resources:',
    '  (Total limits may be over 100 percent, i.e., overcommitted.)',
    '  Resource\tRequests\tLimits',
    '  --------\t--------\t------',
    row('cpu', 'cpu', formatCpu),
    row('memory', 'memory', formatBytes),
    row('ephemeral-storage', 'storage', formatBytes),
  ];
};

/** Where kubelets keep their leases. */
const LEASES = 'kube-node-lease';

/**
 * With the pods that are bound to the node, and its lease.
 * @see k8s.io/kubectl/pkg/describe describeNode
 */
export const nodeDescription = defineDescription({
  // Kubelets speak of their node by its name: they do not know its uid.
  eventsBy: 'name',
  needs: ({ metadata: { name } }: Node) => ({
    bound: { resource: pods, fieldSelector: `spec.nodeName=${name}` },
    lease: { resource: leases, namespace: LEASES, name },
  }),
  text(node, { bound, lease }, { events, now }) {
    const running = bound.filter((pod) => !isTerminal(pod));
    const whole = allocatableOf(node);
    return toText([
      field('Name', node.metadata.name),
      field('Roles', rolesOf(node).join(',') || '<none>'),
      ...labels('Labels', node.metadata.labels),
      ...annotations('Annotations', node.metadata.annotations),
      field('CreationTimestamp', longDate(node.metadata.creationTimestamp)),
      ...taints('Taints', node.spec.taints),
      field('Unschedulable', String(node.spec.unschedulable ?? false)),
      ...describeLease(node, lease),
      ...conditions(node),
      'Addresses:',
      ...(node.status.addresses ?? []).map(({ type, address }) => field(`  ${type}`, address)),
      ...quantities('Capacity', node.status.capacity),
      ...quantities('Allocatable', node.status.allocatable),
      ...systemInfo(node),
      ...describePods(running, whole, now),
      ...describeAllocated(running, whole),
      ...describeEvents(events, now),
    ]);
  },
});
