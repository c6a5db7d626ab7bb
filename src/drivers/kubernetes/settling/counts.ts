import { isTerminal } from '../../../kubernetes/kinds/pod/state';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import { type Look, naming } from './finding';

const PODS: readonly string[] = ['pods', 'count/pods'];

/** Whether its controller has looked at a budget; where it cannot make sense of it, only a condition says so. */
const isSeen = ({ metadata, status }: PodDisruptionBudget): boolean =>
  (status.observedGeneration ?? 0) >= (metadata.generation ?? 0) ||
  (status.conditions ?? []).some(({ reason }) => reason === 'SyncFailed');

/** Budgets whose numbers are of an older version of what they say. */
const budgets: Look = (picture) =>
  picture.budgets
    .filter((budget) => !isSeen(budget))
    .map((budget) => ({
      what: `disruption budget ${naming(budget)} to be looked at by its controller`,
      isUnseen: true,
    }));

/** Quotas that have counted other pods than there are. */
const quotas: Look = (picture) =>
  picture.quotas.flatMap((quota) => {
    const { hard = {}, scopes, scopeSelector } = quota.spec;
    const { hard: known = {}, used = {} } = quota.status;
    const what = `quota ${naming(quota)} to be counted`;
    if (Object.keys(hard).some((name) => known[name] === undefined || used[name] === undefined))
      return [{ what }];
    if (scopes?.length || scopeSelector) return [];
    const own = picture.pods.filter(({ metadata }) => metadata.namespace === quota.metadata.namespace);
    const isOff = (name: string): boolean => {
      const there = name === 'pods' ? own.filter((pod) => !isTerminal(pod)) : own;
      return used[name] !== undefined && Number(used[name]) !== there.length;
    };
    return PODS.some(isOff) ? [{ what }] : [];
  });

/** What the controllers of budgets and quotas have still to count. */
export const counts: Look = (picture) => [...budgets(picture), ...quotas(picture)];
