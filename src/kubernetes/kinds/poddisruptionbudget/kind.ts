import { always } from '../../fields/fill';
import { defineKind } from '../kind';
import { EMPTY_STATUS, type PodDisruptionBudget } from './podDisruptionBudget';
import { validateBudget, validateBudgetStatusUpdate, validateBudgetUpdate } from './validation';

/**
 * Disruption budgets: how many pods may be asked to leave at once. Nothing is filled in for what a budget does not say.
 * @see k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget
 */
export const poddisruptionbudgets = defineKind<PodDisruptionBudget>({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  plural: 'poddisruptionbudgets',
  shortNames: ['pdb'],
  namespaced: true,
  subresources: [{ name: 'status' }],
  countsGenerations: true,
  defaults: (budget) =>
    always(
      always(budget, 'spec', (spec) => spec),
      'status',
      (status) => ({ ...EMPTY_STATUS, ...status }),
    ),
  prepareForCreate: (budget) => ({ ...budget, status: EMPTY_STATUS }),
  validateCreate: validateBudget,
  validateUpdate: validateBudgetUpdate,
  validateStatusUpdate: validateBudgetStatusUpdate,
});
