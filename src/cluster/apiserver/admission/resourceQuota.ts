import type { Pod, ResourceQuota } from '../../../kubernetes/objects';
import { parseQuantity } from '../../../kubernetes/quantity';
import { formatQuantity, quotaUsageOf, quotaUsed } from '../../../kubernetes/quota';
import { resources } from '../../../kubernetes/resources';
import { forbidden } from '../../../kubernetes/status';
import type { AdmissionStep } from './admission';

/** Refuses a pod that would take more than a quota of its namespace leaves. */
export const checkQuota: AdmissionStep<Pod> = ({ object: pod, store, name }) => {
  const quotas = [...store.all(resources.resourcequotas).values()] as ResourceQuota[];
  for (const quota of quotas) {
    if (quota.metadata.namespace !== pod.metadata.namespace) continue;
    const others = [...store.all(resources.pods).values()] as Pod[];
    const used = quotaUsed(
      quota,
      others.filter((other) => other.metadata.namespace === pod.metadata.namespace),
    );
    const asked = quotaUsageOf(pod);
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
  return pod;
};
