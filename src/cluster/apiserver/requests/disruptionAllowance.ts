import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import {
  disruptionCondition,
  SYNC_FAILED,
  withDisruptionCondition,
} from '../../../kubernetes/kinds/poddisruptionbudget/conditions';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import { resources } from '../../../kubernetes/kinds/resources';
import { disruptionNotAllowed, forbidden } from '../../../kubernetes/refusals';
import type { Registry } from '../registry/registry';

const PROCESSING_AGAIN = 10;
const MOST_DISRUPTED = 2000;
const NAMED = { group: 'policy', plural: 'poddisruptionbudget', kind: 'PodDisruptionBudget' };

/** Why a budget that allows no disruption does not. */
const whyNot = ({ metadata: { name }, status }: PodDisruptionBudget): string => {
  const condition = disruptionCondition(status);
  const says = condition?.status === 'False' && condition.message !== '' ? condition : undefined;
  if (says?.reason === SYNC_FAILED)
    return `The disruption budget ${name} does not allow evicting pods currently because it failed sync: ${says.message}`;
  if (status.currentHealthy <= status.desiredHealthy)
    return `The disruption budget ${name} needs ${status.desiredHealthy} healthy pods and has ${status.currentHealthy} currently`;
  return says
    ? `The disruption budget ${name} does not allow evicting pods currently (${says.reason}): ${says.message}`
    : `The disruption budget ${name} does not allow evicting pods currently`;
};

/** @throws ApiError 429, or 403 if the budget's controller does not keep up */
const check = (budget: PodDisruptionBudget): void => {
  const { metadata, status } = budget;
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
    throw disruptionNotAllowed(
      `The disruption budget ${metadata.name} is still being processed by the server.`,
      PROCESSING_AGAIN,
    );
  if (Object.keys(status.disruptedPods ?? {}).length > MOST_DISRUPTED)
    throw forbidden(
      NAMED,
      metadata.name,
      'DisruptedPods map too big - too many evictions not confirmed by PDB controller',
    );
  if (status.disruptionsAllowed === 0) throw disruptionNotAllowed(whyNot(budget));
};

/**
 * Takes one of the disruptions that a budget allows, for a pod that is about to leave. Until the controller has seen it
 * leave, the budget remembers its name.
 * @param dryRun only checks
 * @throws ApiError 429 if the budget allows none
 * @see k8s.io/kubernetes/pkg/registry/core/pod/storage checkAndDecrement
 */
export const spend = (registry: Registry, budget: PodDisruptionBudget, pod: Pod, dryRun: boolean): void => {
  check(budget);
  if (dryRun) return;
  const { namespace, name } = budget.metadata;
  registry.updateStatus<PodDisruptionBudget>(
    resources.poddisruptionbudgets,
    namespace,
    name,
    ({ status }) => {
      const spent = {
        ...status,
        disruptionsAllowed: status.disruptionsAllowed - 1,
        disruptedPods: { ...status.disruptedPods, [pod.metadata.name]: toTimestamp(registry.now) },
      };
      return spent.disruptionsAllowed === 0 ? withDisruptionCondition(spent, registry.now) : spent;
    },
    { manager: 'kube-apiserver' },
  );
};
