import { parseQuantity } from '../../../kubernetes/fields/quantity';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../../kubernetes/kinds/quota/resourceQuota';
import { formatQuantity, quotaUsageOf, quotaUsed, unspecified } from '../../../kubernetes/kinds/quota/usage';
import { resources } from '../../../kubernetes/kinds/resources';
import { forbidden } from '../../../kubernetes/refusals';
import type { AdmissionContext, AdmissionPlugin } from './plugin';

/** How much too much a pod asks of a quota, in the API server's words; empty if it does not. */
const excessOf = (quota: ResourceQuota, pod: Pod, others: readonly Pod[], now: number): string => {
  const used = quotaUsed(quota, others, now);
  const asked = quotaUsageOf(pod, now);
  const hard = quota.spec.hard ?? {};
  const exceeded = Object.keys(hard)
    .sort()
    .filter((resource) => (asked[resource] ?? 0) > 0)
    .filter(
      (resource) => (used[resource] ?? 0) + (asked[resource] ?? 0) > parseQuantity(hard[resource] ?? 0),
    );
  if (exceeded.length === 0) return '';
  const list = (amount: (resource: string) => string): string =>
    exceeded.map((resource) => `${resource}=${amount(resource)}`).join(',');
  return (
    `exceeded quota: ${quota.metadata.name}, requested: ${list((each) => formatQuantity(each, asked[each] ?? 0))}, ` +
    `used: ${list((each) => formatQuantity(each, used[each] ?? 0))}, limited: ${list((each) => hard[each] ?? '')}`
  );
};

/** Refuses a pod that does not say what a quota of its namespace counts, or would take more than it leaves. */
export const holdToQuota = ({ store, now }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'last',
  admit(pod, name) {
    const { namespace } = pod.metadata;
    const quotas = store.all(resources.resourcequotas, namespace) as ResourceQuota[];
    for (const quota of quotas) {
      const missing = unspecified(quota, pod);
      if (missing.length === 0) continue;
      const why = `failed quota: ${quota.metadata.name}: must specify ${missing.join('; ')}`;
      throw forbidden(resources.pods, name, why);
    }
    for (const quota of quotas) {
      const why = excessOf(quota, pod, store.all(resources.pods, namespace) as Pod[], now());
      if (why !== '') throw forbidden(resources.pods, name, why);
    }
    return pod;
  },
});
