import { type Amounts, addTo } from '../../fields/amounts';
import type { ExactQuantity } from '../../fields/exactQuantity';
import type { KubeObject } from '../../object';
import type { ResourceType } from '../../resourceType';
import { claims } from './claims';
import { countingOf } from './counts';
import { countOf, type Evaluator, isInScope } from './evaluator';
import { pods } from './pods';
import type { ResourceQuota } from './resourceQuota';
import { services } from './services';

/** Kinds of which more is counted than their objects. */
const SPECIAL: Readonly<Record<string, Evaluator>> = {
  'count/pods': pods,
  'count/services': services,
  'count/persistentvolumeclaims': claims,
};

const counting = new Map<string, Evaluator>();

/** How objects of a kind are counted. */
export const evaluatorOf = (kind: Pick<ResourceType, 'group' | 'plural'>): Evaluator => {
  const name = countOf(kind);
  const special = SPECIAL[name];
  if (special) return special;
  let evaluator = counting.get(name);
  if (evaluator === undefined) {
    evaluator = countingOf(kind);
    counting.set(name, evaluator);
  }
  return evaluator;
};

/**
 * The resources of a kind that a quota limits, by name, as far as the quota controller has noted them: until then they
 * are not limited.
 */
export const limitedBy = ({ status }: ResourceQuota, evaluator: Evaluator): readonly string[] =>
  Object.keys(status?.hard ?? {})
    .filter((resource) => evaluator.counts(resource))
    .sort();

/**
 * What objects of one kind take of what a quota limits.
 * @param now model time in ms
 * @returns an amount of each resource of the kind that the quota limits, if only none
 * @see staging/src/k8s.io/apiserver/pkg/quota/v1/generic/evaluator.go CalculateUsageStats
 */
export const usedBy = (
  quota: ResourceQuota,
  evaluator: Evaluator,
  objects: Iterable<KubeObject>,
  now: number,
): Amounts => {
  const limited = Object.keys(quota.spec.hard ?? {}).filter((resource) => evaluator.counts(resource));
  const sum = new Map<string, ExactQuantity>(limited.map((name) => [name, { nano: 0n, format: 'decimal' }]));
  if (limited.length === 0) return sum;
  for (const object of objects) {
    if (!isInScope(quota, evaluator, object)) continue;
    addTo(sum, new Map([...evaluator.usage(object, now)].filter(([name]) => sum.has(name))));
  }
  return sum;
};
