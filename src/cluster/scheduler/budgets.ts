import type { LabelSelector } from '../../kubernetes/fields/labels';
import { selects } from '../../kubernetes/fields/validation/labels';
import type { KubeObject } from '../../kubernetes/object';
import type { Tenant } from '../capacity/nodeInfo';

/** As much of a disruption budget as preemption looks at. */
export interface Budget extends KubeObject {
  readonly spec?: { readonly selector?: LabelSelector };
  readonly status?: {
    readonly disruptionsAllowed?: number;
    /** Pods that the API server has let somebody evict already, by name. */
    readonly disruptedPods?: Readonly<Record<string, unknown>>;
  };
}

const isEmpty = ({ spec }: Budget): boolean =>
  Object.keys(spec?.selector?.matchLabels ?? {}).length + (spec?.selector?.matchExpressions ?? []).length ===
  0;

const covers = (budget: Budget, { pod: { metadata } }: Tenant): boolean =>
  budget.metadata.namespace === metadata.namespace &&
  metadata.labels !== undefined &&
  !isEmpty(budget) &&
  selects(budget.spec?.selector, metadata.labels) === true &&
  budget.status?.disruptedPods?.[metadata.name] === undefined;

/**
 * Parts pods into those whose going would be against a disruption budget, and the others. Each that goes uses up one of
 * the disruptions that its budgets allow; the order stays.
 * @see pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go filterPodsWithPDBViolation
 */
export const spared = <T extends Tenant>(pods: readonly T[], budgets: readonly Budget[]): [T[], T[]] => {
  const left = new Map(budgets.map((budget) => [budget, budget.status?.disruptionsAllowed ?? 0]));
  const kept: T[] = [];
  const others: T[] = [];
  for (const pod of pods) {
    let isAgainst = false;
    for (const budget of budgets) {
      if (!covers(budget, pod)) continue;
      const allowed = (left.get(budget) ?? 0) - 1;
      left.set(budget, allowed);
      if (allowed < 0) isAgainst = true;
    }
    (isAgainst ? kept : others).push(pod);
  }
  return [kept, others];
};
