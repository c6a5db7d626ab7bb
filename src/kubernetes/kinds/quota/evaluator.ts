import type { Amounts } from '../../fields/amounts';
import type { KubeObject } from '../../object';
import type { ResourceType } from '../../resourceType';
import type { ResourceQuota } from './resourceQuota';

/** What objects a quota is about, beside the resources that it limits. */
export interface Scope {
  readonly scopeName: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** How objects of one kind are counted for quotas. Objects come as they are stored. */
export interface Evaluator {
  /** Whether it counts a resource that a quota limits. */
  counts(resource: string): boolean;
  /** How much an object takes of each resource. @param now model time in ms */
  usage(object: KubeObject, now: number): Amounts;
  /** Whether an object belongs to what a quota is about. */
  suits(scope: Scope, object: KubeObject): boolean;
  /** Why an object cannot be counted: it does not say what it takes of these resources. Undefined if it does. */
  silence(resources: readonly string[], object: KubeObject): string | undefined;
  /** Whether a change of an object can take more. */
  follows(next: KubeObject, current: KubeObject): boolean;
  /** Whether a change of an object gives something back. @param now model time in ms */
  givesBack(next: KubeObject, before: KubeObject, now: number): boolean;
}

/** The name under which a quota counts the objects of a kind: `count/daemonsets.apps`. */
export const countOf = ({ group, plural }: Pick<ResourceType, 'group' | 'plural'>): string =>
  group === '' ? `count/${plural}` : `count/${plural}.${group}`;

/** The scopes of a quota, whichever way it names them. */
const scopesOf = ({ spec }: ResourceQuota): readonly Scope[] => [
  ...(spec.scopes ?? []).map((scopeName) => ({ scopeName, operator: 'Exists' })),
  ...(spec.scopeSelector?.matchExpressions ?? []),
];

/** Whether an object is of those that a quota is about. */
export const isInScope = (quota: ResourceQuota, evaluator: Evaluator, object: KubeObject): boolean =>
  scopesOf(quota).every((scope) => evaluator.suits(scope, object));
