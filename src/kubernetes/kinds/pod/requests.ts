import { isScalar } from '../../fields/validation/resources';
import type { PodSpec } from './pod';
import { ofPod } from './sums';

/** What a pod asks of a node: cpu in thousandths, memory and storage in bytes. */
export interface Requests {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
  /** What else a node may have, by name, such as devices and huge pages. Nothing is asked for zero times. */
  readonly others: ReadonlyMap<string, number>;
}

type Asked = Pick<PodSpec, 'initContainers' | 'overhead' | 'resources'>;

/** Pods of one template share their containers. */
const memo = new WeakMap<object, Asked & { readonly requests: Requests }>();

const NOTHING: ReadonlyMap<string, number> = new Map();

const sumRequests = (spec: PodSpec): Requests => {
  const all = ofPod(spec, 'requests');
  const others = new Map([...all].filter(([resource, amount]) => amount > 0 && isScalar(resource)));
  return {
    cpu: all.get('cpu') ?? 0,
    memory: all.get('memory') ?? 0,
    storage: all.get('ephemeral-storage') ?? 0,
    others: others.size > 0 ? others : NOTHING,
  };
};

/**
 * What a pod asks of a node, as the scheduler and the kubelets see it.
 * @see pkg/scheduler/framework/plugins/noderesources/fit.go computePodResourceRequest
 */
export const requestsOf = (spec: PodSpec): Requests => {
  const { initContainers, overhead, resources } = spec;
  const known = memo.get(spec.containers);
  if (
    known &&
    known.initContainers === initContainers &&
    known.overhead === overhead &&
    known.resources === resources
  )
    return known.requests;
  const requests = sumRequests(spec);
  memo.set(spec.containers, { initContainers, overhead, resources, requests });
  return requests;
};
