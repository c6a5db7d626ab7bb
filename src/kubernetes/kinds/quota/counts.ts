import { type Amounts, ONE } from '../../fields/amounts';
import type { ResourceType } from '../../resourceType';
import { countOf, type Evaluator } from './evaluator';

/** Kinds that quotas could count before they could count any. */
const ALIASES: ReadonlySet<string> = new Set([
  'count/configmaps',
  'count/resourcequotas',
  'count/replicationcontrollers',
  'count/secrets',
]);

/**
 * Counts objects, one by one. What they say does not matter, and scopes are not about them.
 * @see staging/src/k8s.io/apiserver/pkg/quota/v1/generic/evaluator.go objectCountEvaluator
 */
export const countingOf = (kind: Pick<ResourceType, 'group' | 'plural'>): Evaluator => {
  const count = countOf(kind);
  const names = ALIASES.has(count) ? [count, kind.plural] : [count];
  const one: Amounts = new Map(names.map((name) => [name, ONE]));
  return {
    counts: (resource) => names.includes(resource),
    usage: () => one,
    suits: () => false,
    silence: () => undefined,
    follows: () => false,
    givesBack: () => false,
  };
};
