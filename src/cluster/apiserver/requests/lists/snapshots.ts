import type { ResourceType } from '../../../../kubernetes/resourceType';
import type { Ordered } from '../../registry/order';

/** A collection as it was at a revision. */
export interface Snapshot extends Ordered {
  readonly revision: number;
}

interface Kept extends Snapshot {
  readonly until: number;
}

/** So long (ms of model time) a list can be gone on with for sure. @see k8s.io/apiserver/pkg/storage/storagebackend DefaultCompactInterval */
const KEPT_FOR = 5 * 60_000;
/** So many objects are held on to in all, in all their versions, and so many lists. */
const MOST_OBJECTS = 1_000_000;
const MOST_LISTS = 500;

/** What lists held of which a first page was given, so that the other pages agree with it. */
export class Snapshots {
  readonly #now: () => number;
  /** The oldest first. */
  readonly #kept = new Map<string, Kept>();
  readonly #numbers = new WeakMap<ResourceType, number>();
  #kinds = 0;
  #objects = 0;

  /** @param now model time (ms) */
  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** The same collection at the same revision is kept once. */
  keep(kind: ResourceType, namespace: string | undefined, snapshot: Snapshot): void {
    const key = this.#keyOf(kind, namespace, snapshot.revision);
    this.#drop(key);
    this.#kept.set(key, { ...snapshot, until: this.#now() + KEPT_FOR });
    this.#objects += snapshot.objects.length;
    for (const [oldest, { until }] of this.#kept) {
      const isTooMuch = this.#objects > MOST_OBJECTS || this.#kept.size > MOST_LISTS;
      if (oldest === key || (!isTooMuch && until > this.#now())) break;
      this.#drop(oldest);
    }
  }

  find(kind: ResourceType, namespace: string | undefined, revision: number): Snapshot | undefined {
    const found = this.#kept.get(this.#keyOf(kind, namespace, revision));
    return found && found.until > this.#now() ? found : undefined;
  }

  #drop(key: string): void {
    this.#objects -= this.#kept.get(key)?.objects.length ?? 0;
    this.#kept.delete(key);
  }

  #keyOf(kind: ResourceType, namespace = '', revision: number): string {
    let number = this.#numbers.get(kind);
    if (number === undefined) {
      number = this.#kinds++;
      this.#numbers.set(kind, number);
    }
    return `${number}/${namespace}/${revision}`;
  }
}
