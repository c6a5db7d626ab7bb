import { parseQuantity } from '../../fields/quantity';
import { fromTimestamp } from '../../fields/time';
import type { Pod } from '../pod/pod';
import { requestsOf } from '../pod/requests';
import { isTerminal } from '../pod/state';
import type { ResourceQuota } from './resourceQuota';

/**
 * Until when (model time in ms) a pod that is leaving takes of a quota: twice its grace period. One that is stuck, on a
 * node that is lost, say, must not keep others out. Undefined while it stays.
 * @see k8s.io/kubernetes/pkg/quota/v1/evaluator/core QuotaV1Pod
 */
export const chargedUntil = ({ metadata }: Pod): number | undefined =>
  metadata.deletionTimestamp === undefined
    ? undefined
    : fromTimestamp(metadata.deletionTimestamp) + (metadata.deletionGracePeriodSeconds ?? 0) * 1000;

/**
 * How much of each quota resource a pod takes. Pods that have ended, or are stuck on their way out, take nothing of
 * `pods`, cpu and memory.
 * @param now model time in ms
 */
export const quotaUsageOf = (pod: Pod, now: number): Readonly<Record<string, number>> => {
  const ended = isTerminal(pod) || now > (chargedUntil(pod) ?? Number.POSITIVE_INFINITY);
  const { cpu, memory } = requestsOf(pod.spec);
  let limitCpu = 0;
  let limitMemory = 0;
  for (const { resources } of pod.spec.containers) {
    limitCpu += parseQuantity((resources?.limits?.cpu as string | undefined) ?? 0);
    limitMemory += parseQuantity((resources?.limits?.memory as string | undefined) ?? 0);
  }
  return {
    'count/pods': 1,
    pods: ended ? 0 : 1,
    cpu: ended ? 0 : cpu / 1000,
    'requests.cpu': ended ? 0 : cpu / 1000,
    memory: ended ? 0 : memory,
    'requests.memory': ended ? 0 : memory,
    'limits.cpu': ended ? 0 : limitCpu,
    'limits.memory': ended ? 0 : limitMemory,
  };
};

/** The sum of what these pods take of a quota's resources. @param now model time in ms */
export const quotaUsed = (quota: ResourceQuota, pods: Iterable<Pod>, now: number): Record<string, number> => {
  const used: Record<string, number> = {};
  for (const resource in quota.spec.hard ?? {}) used[resource] = 0;
  for (const pod of pods) {
    const usage = quotaUsageOf(pod, now);
    for (const resource in used) used[resource] = (used[resource] ?? 0) + (usage[resource] ?? 0);
  }
  return used;
};

/** Where a container says how much it takes of a quota resource. What stands here it has to say. */
const SAID_BY: Readonly<Record<string, readonly ['requests' | 'limits', 'cpu' | 'memory']>> = {
  cpu: ['requests', 'cpu'],
  memory: ['requests', 'memory'],
  'requests.cpu': ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

/**
 * What the quota counts and containers do not mention, in the API server's words: `limits.cpu for: main,proxy`.
 * @see k8s.io/kubernetes/pkg/quota/v1/evaluator/core podEvaluator.Constraints
 */
export const unspecified = (quota: ResourceQuota, { spec }: Pod): readonly string[] => {
  const containers = [...spec.containers, ...(spec.initContainers ?? [])];
  return Object.keys(quota.spec.hard ?? {})
    .sort()
    .flatMap((resource) => {
      const [list, name] = SAID_BY[resource] ?? [];
      if (!list || !name) return [];
      const silent = containers.filter((each) => each.resources?.[list]?.[name] === undefined);
      if (silent.length === 0) return [];
      return `${resource} for: ${silent
        .map((each) => each.name)
        .sort()
        .join(',')}`;
    });
};

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** A number as a quantity: whole numbers plain, cpu in thousandths where needed, memory in binary units. */
export const formatQuantity = (resource: string, amount: number): string => {
  if (/memory|storage/.test(resource)) {
    let value = amount;
    let unit = '';
    for (const next of BINARY) {
      if (value === 0 || value % 1024 !== 0) break;
      value /= 1024;
      unit = next;
    }
    return `${value}${unit}`;
  }
  return Number.isInteger(amount) ? String(amount) : `${Math.round(amount * 1000)}m`;
};
