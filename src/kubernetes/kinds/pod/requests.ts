import type { Amounts } from '../../fields/amounts';
import { requestedBy } from './amounts';
import type { PodSpec } from './pod';

/** What a pod asks of a node: cpu in thousandths, memory and storage in bytes. */
export interface Requests {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
}

/** Pods of one template share their containers. */
const requestsMemo = new WeakMap<
  object,
  Pick<PodSpec, 'initContainers' | 'resources' | 'overhead'> & { readonly requests: Requests }
>();

const UNITS = 1e9;
const THOUSANDTHS = 1e6;

const inNano = (amounts: Amounts, name: string): number => Number(amounts.get(name)?.nano ?? 0n);

const sumRequests = (spec: PodSpec): Requests => {
  const amounts = requestedBy(spec);
  return {
    cpu: Math.ceil(inNano(amounts, 'cpu') / THOUSANDTHS),
    memory: inNano(amounts, 'memory') / UNITS,
    storage: inNano(amounts, 'ephemeral-storage') / UNITS,
  };
};

/** What a pod asks of a node, with what its runtime class costs. @see requestedBy */
export const requestsOf = (spec: PodSpec): Requests => {
  const { initContainers, resources, overhead } = spec;
  const known = requestsMemo.get(spec.containers);
  if (
    known &&
    known.initContainers === initContainers &&
    known.resources === resources &&
    known.overhead === overhead
  ) {
    return known.requests;
  }
  const requests = sumRequests(spec);
  requestsMemo.set(spec.containers, { initContainers, resources, overhead, requests });
  return requests;
};
