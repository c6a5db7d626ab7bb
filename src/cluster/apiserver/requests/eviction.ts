import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import { podCondition, withCondition } from '../../../kubernetes/kinds/pod/condition';
import type { Pod, PodStatus } from '../../../kubernetes/kinds/pod/pod';
import { conditionOf, isReady } from '../../../kubernetes/kinds/pod/state';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import { isAbout } from '../../../kubernetes/kinds/poddisruptionbudget/selection';
import { resources } from '../../../kubernetes/kinds/resources';
import { ApiError } from '../../../kubernetes/refusals';
import type { EvictionOptions } from '../../../port/api';
import { checkNamespace } from '../registry/namespaceLifecycle';
import { checkDeletePreconditions } from '../registry/preconditions';
import type { Registry } from '../registry/registry';
import { spend } from './disruptionAllowance';

const IDLE = new Set(['Pending', 'Succeeded', 'Failed']);

/** Budgets protect pods that run and are not leaving yet. */
const isProtected = (pod: Pod): boolean => !IDLE.has(pod.status.phase ?? '') && !isTerminating(pod);

const budgetsFor = ({ store }: Registry, pod: Pod): readonly PodDisruptionBudget[] =>
  store.all(resources.poddisruptionbudgets, pod.metadata.namespace).filter((budget) => isAbout(budget)(pod));

/**
 * A pod that is not ready may always go if its budget says so, and otherwise as long as enough others are: its leaving
 * costs nothing then.
 */
const isSpare = (pod: Pod, { spec, status }: PodDisruptionBudget): boolean =>
  !isReady(pod) &&
  (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow' ||
    (status.currentHealthy >= status.desiredHealthy && status.desiredHealthy > 0));

const TARGET = 'DisruptionTarget';
const BY_EVICTION = { reason: 'EvictionByEvictionAPI', message: 'Eviction API: evicting' };

const evicting = (pod: Pod, now: number): PodStatus => {
  const before = conditionOf(pod, TARGET);
  const since = before?.status === 'True' ? String(before.lastTransitionTime) : toTimestamp(now);
  const condition = podCondition(TARGET, { status: 'True', since, ...BY_EVICTION });
  return { ...pod.status, conditions: withCondition(pod.status.conditions, condition) };
};

/** Says in the pod's status why it leaves, and deletes it. */
const remove = (registry: Registry, pod: Pod, options: EvictionOptions): void => {
  if (options.dryRun) return;
  checkDeletePreconditions(resources.pods, pod, options.preconditions ?? {});
  const { namespace, name } = pod.metadata;
  registry.updateStatus<Pod>(resources.pods, namespace, name, (current) => evicting(current, registry.now));
  const { gracePeriodSeconds } = options;
  registry.delete(resources.pods, namespace, name, {
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
  });
};

/**
 * Asks a pod to leave. Pods that do not run are deleted without asking; the budget of any other must allow it, and is
 * told.
 * @throws ApiError 429 if the budget does not allow it, 500 if there is more than one
 * @see k8s.io/kubernetes/pkg/registry/core/pod/storage EvictionREST.Create
 */
export const evict = (
  registry: Registry,
  namespace: string,
  name: string,
  options: EvictionOptions,
): void => {
  checkNamespace(registry.store, resources.pods, namespace, name);
  const pod = registry.get(resources.pods, namespace, name);
  const [budget, ...others] = isProtected(pod) ? budgetsFor(registry, pod) : [];
  if (others.length > 0)
    throw new ApiError({
      code: 500,
      reason: '',
      message:
        'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    });
  if (budget && !isSpare(pod, budget)) spend(registry, budget, pod, options.dryRun ?? false);
  remove(registry, pod, options);
};
