import { type Quantities, toQuantities } from '../../kubernetes/fields/amounts';
import { deepEqual } from '../../kubernetes/fields/equality';
import { evaluatorOf, limitedBy, usedBy } from '../../kubernetes/kinds/quota/evaluators';
import type { ResourceQuota } from '../../kubernetes/kinds/quota/resourceQuota';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

/** So often everything is counted anew. @see pkg/controller/resourcequota/config/v1alpha1/defaults.go */
const RESYNC = 300_000;

/**
 * Writes into each quota's status how much of it is used: when the quota comes or its limits change, when an object of
 * those that it counts has gone, or takes less than before, and every five minutes. That an object is created is noted
 * at admission. That a pod stuck on its way out counts no longer is no news to anybody: the next count finds it.
 * @see pkg/controller/resourcequota/resource_quota_controller.go
 */
export class ResourceQuotaController extends Component {
  readonly #quotas = new Map<string, ResourceQuota>();
  /** Kinds of which some quota counts something. */
  readonly #watched = new Set<ResourceType>();
  readonly #start = this.loop.now;
  #isResyncing = false;

  constructor(surroundings: Surroundings) {
    super('resourcequota-controller', surroundings);
    this.watch<ResourceQuota>(resources.resourcequotas, (event) => this.#onQuota(event));
  }

  protected override sync(key: string): void {
    const quota = this.#quotas.get(key);
    if (!quota) return;
    const used: Record<string, string> = {};
    for (const kind of this.#countedBy(quota)) {
      this.#watch(kind);
      const objects = this.client.list(kind, { namespace: quota.metadata.namespace ?? '' });
      Object.assign(used, toQuantities(usedBy(quota, evaluatorOf(kind), objects, this.loop.now)));
    }
    const status: ResourceQuota['status'] = { hard: quota.spec.hard ?? {}, used: byName(used) };
    this.client.amendStatus<ResourceQuota>(quota, resources.resourcequotas, (current) =>
      deepEqual(status, current.status) ? undefined : status,
    );
  }

  /** The kinds of which a quota counts something. */
  #countedBy({ spec: { hard = {} } }: ResourceQuota): readonly ResourceType[] {
    const names = Object.keys(hard);
    return this.client.kinds.all.filter((kind) => {
      const evaluator = evaluatorOf(kind);
      return kind.namespaced && names.some((name) => evaluator.counts(name));
    });
  }

  /** Its status changes with every object that is admitted: that is no reason to count. */
  #onQuota({ type, object, before }: StoreEvent<ResourceQuota>): void {
    const key = keyOf(object);
    if (type === 'DELETED') {
      this.#quotas.delete(key);
      return;
    }
    this.#quotas.set(key, object);
    this.#awaitResync();
    if (before && deepEqual(before.spec.hard, object.spec.hard)) return;
    this.queue.add(key);
  }

  #watch(kind: ResourceType): void {
    if (this.#watched.has(kind)) return;
    this.#watched.add(kind);
    const evaluator = evaluatorOf(kind);
    /** @see pkg/quota/v1/install/update_filter.go DefaultUpdateFilter */
    const onNews = ({ type, object, before }: StoreEvent<KubeObject>): void => {
      if (type === 'DELETED' || (before && evaluator.givesBack(object, before, this.loop.now)))
        this.#replenish(object.metadata.namespace, kind);
    };
    this.watch<KubeObject>(kind, onNews);
  }

  /** Counts for the quotas of a namespace that limit something of a kind. */
  #replenish(namespace: string | undefined, kind: ResourceType): void {
    for (const [key, quota] of this.#quotas) {
      const isConcerned = limitedBy(quota, evaluatorOf(kind)).length > 0;
      if (quota.metadata.namespace === namespace && isConcerned) this.queue.add(key);
    }
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

const byName = (quantities: Quantities): Quantities =>
  Object.fromEntries(Object.entries(quantities).sort(([a], [b]) => (a < b ? -1 : 1)));
