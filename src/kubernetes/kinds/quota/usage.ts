import { parseQuantity } from '../../fields/quantity';
import { fromTimestamp } from '../../fields/time';
import type { Pod } from '../pod/pod';
import { requestsOf } from '../pod/requests';
import { isTerminal } from '../pod/state';
import type { ResourceQuota } from './resourceQuota';

/**
 * Whether a pod takes of a quota. One that has ended does not; nor does one that is stuck on its way out, on a node that
 * is lost, say, twice its grace period after it was deleted: it must not keep others out.
 * @param now model time in ms
 * @see pkg/quota/v1/evaluator/core/pods.go QuotaV1Pod
 */
export const isCharged = (pod: Pod, now: number): boolean => {
  if (isTerminal(pod)) return false;
  const { deletionTimestamp, deletionGracePeriodSeconds } = pod.metadata;
  if (deletionTimestamp === undefined || deletionGracePeriodSeconds === undefined) return true;
  return now <= fromTimestamp(deletionTimestamp) + deletionGracePeriodSeconds * 1000;
};

/**
 * How much of each quota resource a pod takes. Pods that have ended, or are stuck on their way out, take nothing of
 * `pods`, cpu and memory.
 * @param now model time in ms
 * @see pkg/quota/v1/evaluator/core/pods.go PodUsageFunc
 */
export const quotaUsageOf = (pod: Pod, now: number): Readonly<Record<string, number>> => {
  const ended = !isCharged(pod, now);
  const { cpu, memory } = requestsOf(pod.spec);
  let limitCpu = 0;
  let limitMemory = 0;
  for (const { resources } of pod.spec.containers) {
    limitCpu += parseQuantity((resources?.limits?.cpu as string | undefined) ?? 0);
    limitMemory += parseQuantity((resources?.limits?.memory as string | undefined) ?? 0);
  }
  const whole = pod.spec.resources?.limits ?? {};
  if (whole.cpu !== undefined) limitCpu = parseQuantity(String(whole.cpu));
  if (whole.memory !== undefined) limitMemory = parseQuantity(String(whole.memory));
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

const COUNTED_OF_PODS: ReadonlySet<string> = new Set([
  'count/pods',
  'pods',
  'cpu',
  'requests.cpu',
  'memory',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
]);

/**
 * The resources of pods that a quota limits, as far as the quota controller has noted them: until then they are not
 * limited.
 * @see pkg/quota/v1/evaluator/core/pods.go MatchingResources
 */
export const limitedOfPods = ({ status }: ResourceQuota): readonly string[] =>
  Object.keys(status?.hard ?? {})
    .filter((resource) => COUNTED_OF_PODS.has(resource))
    .sort();

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
 * Whether the pod says as a whole how much it takes.
 * @see staging/src/k8s.io/component-helpers/resource/helpers.go IsPodLevelResourcesSet
 */
const speaksForItself = ({ spec: { resources } }: Pod): boolean =>
  [...Object.keys(resources?.requests ?? {}), ...Object.keys(resources?.limits ?? {})].some(
    (name) => name === 'cpu' || name === 'memory' || name.startsWith('hugepages-'),
  );

/**
 * What the quota counts and containers do not mention, if the pod does not speak for them, in the API server's words: `limits.cpu for: main,proxy`.
 * @param resources those that the quota limits
 * @see pkg/quota/v1/evaluator/core/pods.go Constraints
 */
export const unspecified = (resources: readonly string[], pod: Pod): readonly string[] => {
  if (speaksForItself(pod)) return [];
  const containers = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])];
  return resources.flatMap((resource) => {
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
