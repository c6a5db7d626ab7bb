import { toTimestamp } from '../../kubernetes/fields/time';
import { NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import type { NodeCondition } from '../../kubernetes/kinds/node/node';
import type { Machine } from '../../port/world';
import type { NewObject } from '../component/client';

const healthy = (
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

/** What a healthy kubelet reports about its node. */
export const healthyConditions = (ms: number): readonly NodeCondition[] => {
  const now = toTimestamp(ms);
  return [
    healthy(
      'MemoryPressure',
      'False',
      'KubeletHasSufficientMemory',
      'kubelet has sufficient memory available',
      now,
    ),
    healthy('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure', now),
    healthy('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available', now),
    healthy('NetworkUnavailable', 'False', 'NetworkReady', 'the network of the node is set up', now),
    healthy('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status', now),
  ];
};

/**
 * The node object a machine registers with. Every kubelet says what its machine is, and puts such labels back; all
 * machines here are of one architecture, unless told otherwise.
 * @see k8s.io/kubernetes/pkg/kubelet initialNode, updateDefaultLabels
 */
export const nodeOf = (machine: Machine, address: string, ms: number): NewObject => {
  const resources = {
    cpu: machine.cpu ?? '4',
    memory: machine.memory ?? '16Gi',
    pods: String(machine.pods ?? 110),
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: machine.name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': machine.name,
        'kubernetes.io/os': 'linux',
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
      conditions: healthyConditions(ms),
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
