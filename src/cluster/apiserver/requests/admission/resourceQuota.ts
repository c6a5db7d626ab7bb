import { parseQuantity } from '../../../../kubernetes/fields/quantity';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../../../kubernetes/kinds/quota/resourceQuota';
import {
  formatQuantity,
  quotaUsageOf,
  quotaUsed,
  unspecified,
} from '../../../../kubernetes/kinds/quota/usage';
import { resources } from '../../../../kubernetes/kinds/resources';
import { forbidden } from '../../../../kubernetes/refusals';
import type { PodAdmission } from './admission';

/** Refuses a pod that does not say what a quota of its namespace counts, or would take more than it leaves. */
export const checkQuota = ({ pod, name, context: { store, now } }: PodAdmission): void => {
  const { namespace } = pod.metadata;
  const quotas = store.all(resources.resourcequotas, namespace) as ResourceQuota[];
  for (const quota of quotas) {
    const missing = unspecified(quota, pod);
    if (missing.length > 0) {
      const why = `failed quota: ${quota.metadata.name}: must specify ${missing.join('; ')}`;
      throw forbidden(resources.pods, name, why);
    }
  }
  for (const quota of quotas) {
    const used = quotaUsed(quota, store.all(resources.pods, namespace) as Pod[], now());
    const asked = quotaUsageOf(pod, now());
    const hard = (quota.spec.hard ?? {}) as unknown as Readonly<Record<string, string>>;
    const exceeded = Object.keys(hard)
      .sort()
      .filter((resource) => (asked[resource] ?? 0) > 0)
      .filter(
        (resource) => (used[resource] ?? 0) + (asked[resource] ?? 0) > parseQuantity(hard[resource] ?? 0),
      );
    if (exceeded.length === 0) continue;
    const list = (amount: (resource: string) => string): string =>
      exceeded.map((resource) => `${resource}=${amount(resource)}`).join(',');
    throw forbidden(
      resources.pods,
      name,
      `exceeded quota: ${quota.metadata.name}, requested: ${list((each) => formatQuantity(each, asked[each] ?? 0))}, ` +
        `used: ${list((each) => formatQuantity(each, used[each] ?? 0))}, limited: ${list((each) => hard[each] ?? '')}`,
    );
  }
};
