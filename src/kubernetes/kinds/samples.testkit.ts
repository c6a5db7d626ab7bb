import type { Taint } from '../fields/taints';
import { toTimestamp } from '../fields/time';
import type { OwnerReference, StringMap } from '../object';
import { type DaemonSet, EMPTY_STATUS } from './daemonset/daemonSet';
import type { Node } from './node/node';
import { requiringNode } from './pod/affinity';
import type { Container, Pod, PodCondition } from './pod/pod';

/** What of a sample pod is not ordinary. */
export interface PodTraits {
  readonly name?: string;
  readonly labels?: StringMap;
  readonly owner?: string;
  /** Bound to this node. */
  readonly node?: string;
  /** Meant for this node by its affinity. */
  readonly meantFor?: string;
  readonly phase?: string;
  /** Model time (ms) since when it is ready; never by default. */
  readonly readySince?: number;
  /** Model time (ms) of its creation. */
  readonly created?: number;
  readonly terminating?: boolean;
  readonly spec?: Partial<Pod['spec']>;
  readonly containers?: readonly Container[];
  readonly cpu?: string;
  readonly priority?: number;
}

const readyCondition = (since: number): PodCondition => ({
  type: 'Ready',
  status: 'True',
  lastTransitionTime: toTimestamp(since),
});

/** An affinity that requires one node by its name. */
export const pinnedTo = (node: string): Pod['spec']['affinity'] => ({
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: requiringNode(node) },
});

/** Names a daemon set as manager. Its uid is `uid-of-` and its name. */
export const managedBy = (set: string): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  name: set,
  uid: `uid-of-${set}`,
  controller: true,
  blockOwnerDeletion: true,
});

/** A pod with one container, as the API server might hold it. Its uid is `uid-of-` and its name. */
export const aPod = ({
  name = 'agent-x',
  labels,
  owner,
  node,
  meantFor,
  phase = 'Running',
  readySince,
  created = 0,
  terminating = false,
  spec = {},
  containers,
  cpu,
  priority,
}: PodTraits = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'shop',
    uid: `uid-of-${name}`,
    resourceVersion: '1',
    creationTimestamp: toTimestamp(created),
    ...(labels ? { labels } : {}),
    ...(owner ? { ownerReferences: [managedBy(owner)] } : {}),
    ...(terminating ? { deletionTimestamp: toTimestamp(created) } : {}),
  },
  spec: {
    containers: containers ?? [
      { name: 'main', image: 'agent:v1', ...(cpu ? { resources: { requests: { cpu } } } : {}) },
    ],
    ...(node ? { nodeName: node } : {}),
    ...(meantFor ? { affinity: pinnedTo(meantFor) } : {}),
    ...(priority === undefined ? {} : { priority }),
    ...spec,
  },
  status: { phase, ...(readySince === undefined ? {} : { conditions: [readyCondition(readySince)] }) },
});

/** What of a sample node is not ordinary. */
export interface NodeTraits {
  readonly name?: string;
  readonly labels?: StringMap;
  readonly taints?: readonly Taint[];
  readonly cordoned?: boolean;
  readonly allocatable?: StringMap;
}

/** A healthy node. */
export const aNode = ({
  name = 'east-1',
  labels = {},
  taints = [],
  cordoned = false,
  allocatable = { cpu: '4', memory: '16Gi', pods: '110' },
}: NodeTraits = {}): Node => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    uid: `uid-of-${name}`,
    resourceVersion: '1',
    creationTimestamp: toTimestamp(0),
    labels,
  },
  spec: { ...(taints.length > 0 ? { taints } : {}), ...(cordoned ? { unschedulable: true } : {}) },
  status: { allocatable },
});

/** What of a sample daemon set is not ordinary. */
export interface DaemonSetTraits {
  readonly name?: string;
  readonly spec?: Partial<DaemonSet['spec']>;
  readonly template?: Partial<Pod['spec']>;
  readonly annotations?: StringMap;
}

/** A daemon set whose pods are labelled `app=` and its name. Its uid is `uid-of-` and its name. */
export const aDaemonSet = ({
  name = 'agent',
  spec = {},
  template = {},
  annotations,
}: DaemonSetTraits = {}): DaemonSet => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: {
    name,
    namespace: 'shop',
    uid: `uid-of-${name}`,
    resourceVersion: '1',
    generation: 1,
    creationTimestamp: toTimestamp(0),
    ...(annotations ? { annotations } : {}),
  },
  spec: {
    selector: { matchLabels: { app: name } },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image: 'agent:v1' }], ...template },
    },
    ...spec,
  },
  status: EMPTY_STATUS,
});

/** A daemon set whose pods an update replaces, as it says. */
export const rolling = (rollingUpdate: {
  maxUnavailable?: number | string;
  maxSurge?: number | string;
}): DaemonSet => aDaemonSet({ spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate } } });

/** A daemon set that is updated in place, so many nodes at a time. */
export const inPlace = (maxUnavailable: number | string): DaemonSet =>
  rolling({ maxUnavailable, maxSurge: 0 });

/** A daemon set that starts new pods beside the old ones, on so many nodes at a time. */
export const beside = (maxSurge: number | string): DaemonSet => rolling({ maxUnavailable: 0, maxSurge });
