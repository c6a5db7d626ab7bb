import { deepEqual } from '../../kubernetes/fields/equality';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../kubernetes/kinds/quota/resourceQuota';
import { formatQuantity, isCharged, limitedOfPods, quotaUsed } from '../../kubernetes/kinds/quota/usage';
import { resources } from '../../kubernetes/kinds/resources';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

/** So often everything is counted anew. @see pkg/controller/resourcequota/config/v1alpha1/defaults.go */
const RESYNC = 300_000;

/**
 * Writes into each quota's status how much of it is used: when the quota comes or its limits change, when a pod has
 * gone or ended, and every five minutes. That a pod is created is noted at admission. That one stuck on its way out
 * counts no longer is no news to anybody: the next count finds it.
 * @see pkg/controller/resourcequota/resource_quota_controller.go
 */
export class ResourceQuotaController extends Component {
  readonly #quotas = new Map<string, ResourceQuota>();
  readonly #start = this.loop.now;
  #isResyncing = false;

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
    this.client.amendStatus<ResourceQuota>(quota, resources.resourcequotas, (current) =>
      deepEqual(status, current.status) ? undefined : status,
    );
  }

  /** Its status changes with every pod that is admitted: that is no reason to count. */
  #onQuota({ type, object, before }: StoreEvent<ResourceQuota>): void {
    const key = keyOf(object);
    if (type === 'DELETED') {
      this.#quotas.delete(key);
      return;
    }
    this.#quotas.set(key, object);
    this.#awaitResync();
    if (!before || !deepEqual(before.spec.hard, object.spec.hard)) this.queue.add(key);
  }

  /** @see pkg/quota/v1/install/update_filter.go DefaultUpdateFilter */
  #onPod({ type, object: pod, before }: StoreEvent<Pod>): void {
    if (this.#quotas.size === 0) return;
    const { now } = this.loop;
    if (type === 'DELETED' || (before && isCharged(before, now) && !isCharged(pod, now)))
      this.#replenish(pod.metadata.namespace);
  }

  /** Counts for the quotas of a namespace that limit pods. */
  #replenish(namespace: string | undefined): void {
    for (const [key, quota] of this.#quotas)
      if (quota.metadata.namespace === namespace && limitedOfPods(quota).length > 0) this.queue.add(key);
  }

  #awaitResync(): void {
    if (this.#isResyncing) return;
    this.#isResyncing = true;
    const next = RESYNC - ((this.loop.now - this.#start) % RESYNC);
    this.after(next, 'background', 'all quotas are counted anew', () => {
      this.#isResyncing = false;
      for (const key of this.#quotas.keys()) this.queue.add(key);
      if (this.#quotas.size > 0) this.#awaitResync();
    });
  }
}
