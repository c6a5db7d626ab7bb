import { deepEqual } from '../../fields/equality';
import { saysAsAWhole } from './amounts';
import type { PodSpec } from './pod';

type QualityOfService = 'Guaranteed' | 'Burstable' | 'BestEffort';

/** Pods of one template share their containers. */
const memo = new WeakMap<
  object,
  Pick<PodSpec, 'initContainers' | 'resources'> & { readonly quality: QualityOfService }
>();

/**
 * Guaranteed if every container has equal requests and limits for cpu and memory, BestEffort if none
 * has any, Burstable otherwise. What the pod says for itself counts instead of what its containers say.
 * @see k8s.io/kubernetes/pkg/apis/core/v1/helper/qos
 */
export const qualityOfService = (spec: PodSpec): QualityOfService => {
  const { initContainers, resources } = spec;
  const known = memo.get(spec.containers);
  if (known && known.initContainers === initContainers && known.resources === resources) return known.quality;
  const quality = classify(spec);
  memo.set(spec.containers, { initContainers, resources, quality });
  return quality;
};

const classify = (spec: PodSpec): QualityOfService => {
  const containers = saysAsAWhole(spec) ? [spec] : [...(spec.initContainers ?? []), ...spec.containers];
  const pick = (list: object | undefined): Record<string, unknown> => {
    const { cpu, memory } = (list ?? {}) as Record<string, unknown>;
    return { cpu, memory };
  };
  const counted = containers.map(({ resources }) => ({
    requests: pick(resources?.requests),
    limits: pick(resources?.limits),
  }));
  if (counted.every(({ requests, limits }) => deepEqual(requests, {}) && deepEqual(limits, {})))
    return 'BestEffort';
  const guaranteed = counted.every(
    ({ requests, limits }) =>
      limits.cpu !== undefined &&
      limits.memory !== undefined &&
      (requests.cpu ?? limits.cpu) === limits.cpu &&
      (requests.memory ?? limits.memory) === limits.memory,
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
};
