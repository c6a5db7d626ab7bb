import { nodeNamedBy } from './affinity';
import type { KubeObject, OwnerReference, Pod, PodCondition } from './objects';
import { parseQuantity, toMilli } from './quantity';
import { fromTimestamp } from './time';

export const conditionOf = (pod: Pod, type: string): PodCondition | undefined =>
  pod.status.conditions?.find((condition) => condition.type === type);

/** Ready: its Ready condition is True. */
export const isReady = (pod: Pod): boolean => conditionOf(pod, 'Ready')?.status === 'True';

/**
 * The model time (ms) from which a ready pod counts as available, or undefined while it is not ready.
 * @see k8s.io/kubernetes/pkg/api/v1/pod IsPodAvailable
 */
export const availableFrom = (pod: Pod, minReadySeconds: number): number | undefined => {
  const ready = conditionOf(pod, 'Ready');
  if (ready?.status !== 'True') return undefined;
  if (minReadySeconds === 0) return 0;
  return fromTimestamp(ready.lastTransitionTime as unknown as string) + minReadySeconds * 1000;
};

/** Available: ready for at least `minReadySeconds`. `now` is model time in ms. */
export const isAvailable = (pod: Pod, minReadySeconds: number, now: number): boolean => {
  const from = availableFrom(pod, minReadySeconds);
  return from !== undefined && from <= now;
};

/** Its containers have ended for good. */
export const isTerminal = (pod: Pod): boolean =>
  pod.status.phase === 'Failed' || pod.status.phase === 'Succeeded';

export const isTerminating = (object: KubeObject): boolean => object.metadata.deletionTimestamp !== undefined;

/** The node a pod is bound to or, while it is unbound, the one its affinity names. */
export const targetNode = (pod: Pod): string | undefined =>
  pod.spec.nodeName || nodeNamedBy(pod.spec.affinity);

/** The owner that manages the object, if it has one. */
export const controllerOf = (object: KubeObject): OwnerReference | undefined =>
  object.metadata.ownerReferences?.find((owner) => owner.controller);

/** What a pod asks of a node: cpu in thousandths, memory and storage in bytes. */
export interface Requests {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
}

/**
 * What a pod's containers request together: the sum of its containers, or the largest init container
 * where that is more.
 * @see k8s.io/component-helpers resource.PodRequests
 */
export const requestsOf = (spec: Pod['spec']): Requests => {
  const known = requestsMemo.get(spec.containers);
  if (known && known.initContainers === spec.initContainers) return known.requests;
  const requests = sumRequests(spec);
  requestsMemo.set(spec.containers, { initContainers: spec.initContainers, requests });
  return requests;
};

/** Pods of one template share their containers. */
const requestsMemo = new WeakMap<
  object,
  { readonly initContainers: Pod['spec']['initContainers']; readonly requests: Requests }
>();

const sumRequests = (spec: Pod['spec']): Requests => {
  const sum = { cpu: 0, memory: 0, storage: 0 };
  for (const { resources } of spec.containers) {
    sum.cpu += toMilli((resources?.requests?.cpu as string | undefined) ?? 0);
    sum.memory += parseQuantity((resources?.requests?.memory as string | undefined) ?? 0);
    sum.storage += parseQuantity((resources?.requests?.['ephemeral-storage'] as string | undefined) ?? 0);
  }
  for (const { resources, restartPolicy } of spec.initContainers ?? []) {
    const cpu = toMilli((resources?.requests?.cpu as string | undefined) ?? 0);
    const memory = parseQuantity((resources?.requests?.memory as string | undefined) ?? 0);
    const storage = parseQuantity((resources?.requests?.['ephemeral-storage'] as string | undefined) ?? 0);
    if (restartPolicy === 'Always') {
      sum.cpu += cpu;
      sum.memory += memory;
      sum.storage += storage;
    } else {
      sum.cpu = Math.max(sum.cpu, cpu);
      sum.memory = Math.max(sum.memory, memory);
      sum.storage = Math.max(sum.storage, storage);
    }
  }
  return sum;
};

const portsMemo = new WeakMap<object, readonly HostPort[]>();

/** Every port a pod claims on its node. */
export const hostPortsOf = ({ containers }: Pod['spec']): readonly HostPort[] => {
  const known = portsMemo.get(containers);
  if (known) return known;
  const ports: HostPort[] = [];
  portsMemo.set(containers, ports);
  for (const container of containers) {
    for (const port of container.ports ?? []) {
      if (port.hostPort)
        ports.push({ port: port.hostPort, protocol: port.protocol ?? 'TCP', ip: port.hostIP || '0.0.0.0' });
    }
  }
  return ports;
};

/** A port claimed on a node. The address 0.0.0.0 claims it on every address. */
export interface HostPort {
  readonly port: number;
  readonly protocol: string;
  readonly ip: string;
}

export const portsClash = (a: HostPort, b: HostPort): boolean =>
  a.port === b.port &&
  a.protocol === b.protocol &&
  (a.ip === b.ip || a.ip === '0.0.0.0' || b.ip === '0.0.0.0');
