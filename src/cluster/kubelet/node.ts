import { toTimestamp } from '../../kubernetes/fields/time';
import { NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import type { NodeCondition } from '../../kubernetes/kinds/node/node';
import type { Machine } from '../../port/world';
import type { NewObject } from '../component/client';

const condition = (
  type: string,
  status: 'True' | 'False',
  reason: string,
  message: string,
  now: string,
): NodeCondition => ({
  type,
  status,
  lastHeartbeatTime: now,
  lastTransitionTime: now,
  reason,
  message,
});

const NO_NETWORK =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: no CNI configuration file in /etc/kubernetes/cni/net.d/. Has your network provider started?';

/**
 * What a kubelet reports about its node that is well, but may wait for a network.
 * @see k8s.io/kubernetes/pkg/kubelet/nodestatus ReadyCondition
 */
export const reportedConditions = (ready: boolean, ms: number): readonly NodeCondition[] => {
  const now = toTimestamp(ms);
  return [
    condition(
      'MemoryPressure',
      'False',
      'KubeletHasSufficientMemory',
      'kubelet has sufficient memory available',
      now,
    ),
    condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure', now),
    condition('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available', now),
    condition('NetworkUnavailable', 'False', 'NetworkReady', 'the network of the node is set up', now),
    ready
      ? condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status', now)
      : condition('Ready', 'False', 'KubeletNotReady', NO_NETWORK, now),
  ];
};

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
export const nodeOf = (machine: Machine, address: string, ms: number): NewObject => {
  const resources = {
    cpu: machine.cpu ?? '4',
    memory: machine.memory ?? '16Gi',
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
      conditions: reportedConditions(machine.ready ?? true, ms),
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
