import { aPod } from '../../kubernetes/kinds/samples.testkit';
import type { Budget } from './budgets';

/** A disruption budget over web servers that allows so many disruptions. */
export const budget = (disruptionsAllowed: number, rest: Partial<Budget> = {}): Budget => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: aPod().metadata,
  spec: { selector: { matchLabels: { app: 'web' } } },
  status: { disruptionsAllowed },
  ...rest,
});
