import { parseQuantity } from '../../../kubernetes/fields/quantity';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../../kubernetes/kinds/quota/resourceQuota';
import {
  formatQuantity,
  limitedOfPods,
  quotaUsageOf,
  unspecified,
} from '../../../kubernetes/kinds/quota/usage';
import { resources } from '../../../kubernetes/kinds/resources';
import { forbidden } from '../../../kubernetes/refusals';
import { withStatus } from '../registry/status';
import type { Store } from '../registry/store';
import type { AdmissionContext, AdmissionPlugin } from './plugin';

/** A quota, and what of it would be used with one pod more. */
interface Charge {
  readonly quota: ResourceQuota;
  readonly used: Readonly<Record<string, string>>;
}

/** Why a pod may not be counted at all, in the API server's words; empty if it may. */
const uncountable = (quota: ResourceQuota, limited: readonly string[], pod: Pod): string => {
  const { name } = quota.metadata;
  const missing = unspecified(limited, pod);
  if (missing.length > 0) return `failed quota: ${name}: must specify ${missing.join('; ')}`;
  const isUnknown = limited.some((resource) => quota.status.used?.[resource] === undefined);
  return isUnknown ? `status unknown for quota: ${name}, resources: ${limited.join(',')}` : '';
};

/**
 * What is used of a quota with the pod.
 * @returns the reason in the API server's words, if that is too much
 */
const charged = (
  quota: ResourceQuota,
  limited: readonly string[],
  asked: Readonly<Record<string, number>>,
): Charge | string => {
  const hard = (quota.status.hard ?? {}) as Readonly<Record<string, string>>;
  const before = (quota.status.used ?? {}) as Readonly<Record<string, string>>;
  const requested = limited.filter((resource) => (asked[resource] ?? 0) > 0);
  const total = (resource: string): number => parseQuantity(before[resource] ?? 0) + (asked[resource] ?? 0);
  const exceeded = requested.filter((resource) => total(resource) > parseQuantity(hard[resource] ?? 0));
  if (exceeded.length === 0) {
    const more = requested.map((resource) => [resource, formatQuantity(resource, total(resource))]);
    return { quota, used: { ...before, ...Object.fromEntries(more) } };
  }
  const list = (amount: (resource: string) => string): string =>
    exceeded.map((resource) => `${resource}=${amount(resource)}`).join(',');
  return (
    `exceeded quota: ${quota.metadata.name}, requested: ${list((each) => formatQuantity(each, asked[each] ?? 0))}, ` +
    `used: ${list((each) => before[each] ?? '')}, limited: ${list((each) => hard[each] ?? '')}`
  );
};

const note = (store: Store, { quota, used }: Charge): void => {
  const { namespace, name } = quota.metadata;
  const row = store.find<ResourceQuota>(resources.resourcequotas, namespace, name);
  if (row) store.replace(resources.resourcequotas, row, withStatus(quota, { ...quota.status, used }));
};

/**
 * Refuses a pod that does not say what a quota of its namespace counts, or would take more than it leaves, and notes on
 * the quota what an admitted pod takes. What is left is what the quota's status says: pods are not counted here, and
 * one that has gone gives back what it took when the quota controller has counted.
 * @see staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go CheckRequest, checkQuotas
 */
export const holdToQuota = ({ store, now }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'last',
  admit(pod, name, { dryRun }) {
    const refuse = (why: string) => forbidden(resources.pods, name, why);
    const quotas = store.all<ResourceQuota>(resources.resourcequotas, pod.metadata.namespace);
    if (quotas.length === 0) return pod;
    const concerned = quotas
      .map((quota) => ({ quota, limited: limitedOfPods(quota) }))
      .filter(({ limited }) => limited.length > 0);
    for (const { quota, limited } of concerned) {
      const why = uncountable(quota, limited, pod);
      if (why !== '') throw refuse(why);
    }
    const asked = quotaUsageOf(pod, now());
    const charges = concerned.map(({ quota, limited }) => charged(quota, limited, asked));
    for (const charge of charges) if (typeof charge === 'string') throw refuse(charge);
    if (dryRun) return pod;
    for (const charge of charges) if (typeof charge !== 'string') note(store, charge);
    return pod;
  },
});
