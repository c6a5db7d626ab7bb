import { NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import type { Machine, Pressure } from '../../port/world';
import type { NewObject } from '../component/client';
import { mergedConditions, networkCondition, reportedConditions } from './nodeConditions';
import { nodeInfoOf } from './nodeFacts';

const NONE: ReadonlySet<Pressure> = new Set();

/**
 * What every kubelet says of its machine in labels. All machines here are of one architecture, unless told otherwise.
 * @see k8s.io/kubernetes/pkg/kubelet initialNode, updateDefaultLabels
 */
export const ownLabelsOf = ({ name, labels }: Machine): Readonly<Record<string, string>> => {
  const own = {
    'beta.kubernetes.io/arch': 'amd64',
    'beta.kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
  };
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, labels?.[key] ?? value]));
};

/**
 * The node object a machine registers with.
 * @see k8s.io/kubernetes/pkg/kubelet initialNode
 */
export const nodeOf = (machine: Machine, address: string, ms: number, isSimulated = false): NewObject => {
  const resources = {
    cpu: machine.cpu ?? '4',
    memory: machine.memory ?? '16Gi',
    'ephemeral-storage': '100Gi',
    'hugepages-1Gi': '0',
    'hugepages-2Mi': '0',
    pods: String(machine.pods ?? 110),
    ...machine.resources,
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: machine.name,
      labels: {
        ...ownLabelsOf(machine),
        ...machine.labels,
      },
    },
    spec: machine.taints && machine.taints.length > 0 ? { taints: machine.taints } : {},
    status: {
      addresses: [
        { type: 'InternalIP', address },
        { type: 'Hostname', address: machine.name },
      ],
      allocatable: resources,
      capacity: resources,
      conditions: mergedConditions(
        [networkCondition(ms)],
        reportedConditions({ ready: machine.ready ?? true, isShuttingDown: false, pressures: NONE }, ms),
      ),
      ...(isSimulated ? {} : { nodeInfo: nodeInfoOf(machine, 1) }),
    },
  };
};

/** The lease a kubelet keeps to show that it is alive. No renewal time means: renewed all the time. */
export const leaseOf = (name: string): NewObject => ({
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: { name, namespace: NODE_LEASES },
  spec: { holderIdentity: name, leaseDurationSeconds: 40 },
});
