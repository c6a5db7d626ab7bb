import { parseQuantity, toMilli } from '../../fields/quantity';
import type { Pod } from './pod';

/** What a pod asks of a node: cpu in thousandths, memory and storage in bytes. */
export interface Requests {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
}

/** Pods of one template share their containers. */
const requestsMemo = new WeakMap<
  object,
  {
    readonly initContainers: Pod['spec']['initContainers'];
    readonly resources: Pod['spec']['resources'];
    readonly requests: Requests;
  }
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
  const { cpu, memory } = spec.resources?.requests ?? {};
  if (cpu !== undefined) sum.cpu = toMilli(String(cpu));
  if (memory !== undefined) sum.memory = parseQuantity(String(memory));
  return sum;
};

/**
 * What a pod requests: the sum of its containers, or the largest init container where that is more; but what the pod
 * says as a whole, where it does.
 * @see staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests
 */
export const requestsOf = (spec: Pod['spec']): Requests => {
  const known = requestsMemo.get(spec.containers);
  const { initContainers, resources } = spec;
  if (known && known.initContainers === initContainers && known.resources === resources)
    return known.requests;
  const requests = sumRequests(spec);
  requestsMemo.set(spec.containers, { initContainers, resources, requests });
  return requests;
};
