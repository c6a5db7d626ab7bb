import { type Amounts, ONE } from '../../fields/amounts';
import type { ExactQuantity } from '../../fields/exactQuantity';
import { fromTimestamp } from '../../fields/time';
import { isExtended, isHugePages, isNative } from '../../fields/validation/resources';
import { limitOf, requestedBy, saysAsAWhole } from '../pod/amounts';
import type { Container, Pod, PodSpec } from '../pod/pod';
import { isTerminal } from '../pod/state';
import type { Evaluator } from './evaluator';
import { isShortLived, suitsPod } from './scopes';

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

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
const REQUESTS = 'requests.';
const LIMITS = 'limits.';

const RESOURCES: ReadonlySet<string> = new Set([
  'count/pods',
  'pods',
  ...COMPUTE.flatMap((name) => [name, `${REQUESTS}${name}`, `${LIMITS}${name}`]),
]);

/** Resources of some make, as quotas call them: `requests.nvidia.com/gpu`. */
const isExtendedOfQuota = (resource: string): boolean => !isNative(resource) && resource.startsWith(REQUESTS);

const ENDED: Amounts = new Map([['count/pods', ONE]]);

const chargeOf = (spec: PodSpec): Amounts => {
  const charge = new Map<string, ExactQuantity>([...ENDED, ['pods', ONE]]);
  const [requests, limits] = [requestedBy(spec), limitOf(spec)];
  for (const name of COMPUTE) {
    const [request, limit] = [requests.get(name), limits.get(name)];
    if (request) charge.set(name, request).set(`${REQUESTS}${name}`, request);
    if (limit) charge.set(`${LIMITS}${name}`, limit);
  }
  for (const [name, request] of requests) {
    if (isHugePages(name)) charge.set(name, request);
    if (isHugePages(name) || isExtended(name)) charge.set(`${REQUESTS}${name}`, request);
  }
  return charge;
};

/** Pods of one template share their containers. */
const known = new WeakMap<object, { readonly from: readonly unknown[]; readonly charge: Amounts }>();

const sharedCharge = (spec: PodSpec): Amounts => {
  const from = [spec.initContainers, spec.overhead, spec.resources];
  const found = known.get(spec.containers);
  if (found?.from.every((each, index) => each === from[index])) return found.charge;
  const charge = chargeOf(spec);
  known.set(spec.containers, { from, charge });
  return charge;
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

const silentAbout = (resource: string, containers: readonly Container[]): readonly string[] => {
  const [list, name] = SAID_BY[resource] ?? [];
  if (!list || !name) return [];
  const silent = containers.filter((each) => each.resources?.[list]?.[name] === undefined);
  if (silent.length === 0) return [];
  const names = new Set(silent.map((each) => each.name));
  return [`${resource} for: ${[...names].sort().join(',')}`];
};

/**
 * Counts pods, what they ask for and what they may take at most. Those that have ended, or are stuck on their way out,
 * count as objects only. Compute resources that a quota limits every container has to mention.
 * @see pkg/quota/v1/evaluator/core/pods.go podEvaluator, PodUsageFunc
 */
export const pods: Evaluator = {
  counts: (resource) =>
    RESOURCES.has(resource) ||
    isHugePages(resource) ||
    resource.startsWith(`${REQUESTS}hugepages-`) ||
    isExtendedOfQuota(resource),
  usage: (pod: Pod, now) => (isCharged(pod, now) ? sharedCharge(pod.spec) : ENDED),
  suits: (scope, pod: Pod) => suitsPod(scope, pod),
  silence: (resources, { spec }: Pod) => {
    if (saysAsAWhole(spec)) return undefined;
    const containers = [...spec.containers, ...(spec.initContainers ?? [])];
    const missing = [...resources].sort().flatMap((resource) => silentAbout(resource, containers));
    return missing.length === 0 ? undefined : `must specify ${missing.join('; ')}`;
  },
  follows: (next: Pod, current: Pod) => isShortLived(next) !== isShortLived(current),
  givesBack: (next: Pod, before: Pod, now) =>
    isShortLived(next) !== isShortLived(before) || (isCharged(before, now) && !isCharged(next, now)),
};
