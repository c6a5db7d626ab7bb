import { deepEqual } from '../../kubernetes/fields/equality';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../kubernetes/kinds/quota/resourceQuota';
import { chargedUntil, formatQuantity, quotaUsed } from '../../kubernetes/kinds/quota/usage';
import { resources } from '../../kubernetes/kinds/resources';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

/** Writes into each quota's status how much of it is used. */
export class ResourceQuotaController extends Component {
  readonly #quotas = new Map<string, ResourceQuota>();

  constructor(surroundings: Surroundings) {
    super('resourcequota-controller', surroundings);
    this.watch<ResourceQuota>(resources.resourcequotas, (event) => this.#onQuota(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  protected override sync(key: string): void {
    const quota = this.#quotas.get(key);
    if (!quota) return;
    const pods = this.client.list<Pod>(resources.pods, { namespace: quota.metadata.namespace ?? '' });
    const used = Object.fromEntries(
      Object.entries(quotaUsed(quota, pods, this.loop.now)).map(([resource, amount]) => [
        resource,
        formatQuantity(resource, amount),
      ]),
    );
    const status: ResourceQuota['status'] = { hard: quota.spec.hard ?? {}, used };
    if (deepEqual(status, quota.status)) return;
    this.client.amendStatus<ResourceQuota>(quota, resources.resourcequotas, () => status);
  }

  #onQuota({ type, object }: StoreEvent<ResourceQuota>): void {
    const key = keyOf(object);
    if (type === 'DELETED') this.#quotas.delete(key);
    else {
      this.#quotas.set(key, object);
      this.queue.add(key);
    }
  }

  #onPod({ object: pod }: StoreEvent<Pod>): void {
    const until = chargedUntil(pod);
    for (const [key, quota] of this.#quotas) {
      if (quota.metadata.namespace !== pod.metadata.namespace) continue;
      this.queue.add(key);
      if (until === undefined) continue;
      // Each such pod has its own moment; the queue would keep the earliest.
      this.after(until + 1 - this.loop.now, 'background', `quota ${key} is counted anew`, () =>
        this.queue.add(key),
      );
    }
  }
}
