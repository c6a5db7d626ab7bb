import { copyMetadata } from '../../../kubernetes/fields/copies';
import type { KubeObject } from '../../../kubernetes/object';
import type { WatchEvent } from '../../../port/api';
import type { Selection } from './selection';
import type { StoreEvent } from './topic';

/** One write, as those who watch are told of it. Those who are told the same are told the very same object. */
export class News {
  readonly event: StoreEvent;
  readonly revision: number;
  #gone: KubeObject | undefined;

  constructor(event: StoreEvent) {
    this.event = event;
    this.revision = Number(event.object.metadata.resourceVersion);
  }

  /**
   * What it means to a collection: an object that comes to match has been added, one that matches no longer has been
   * deleted, and is told of as it was.
   * @returns undefined if it is none of the collection's concern
   * @see k8s.io/apiserver/pkg/storage/cacher cacheWatcher.convertToWatchEvent
   */
  seenThrough(selects: Selection): WatchEvent | undefined {
    const { type, object, before } = this.event;
    const isIn = type !== 'DELETED' && selects(object);
    const wasIn = before !== undefined && selects(before);
    if (isIn) return { type: wasIn ? 'MODIFIED' : 'ADDED', object };
    return wasIn ? { type: 'DELETED', object: this.#lastOf(before) } : undefined;
  }

  #lastOf(before: KubeObject): KubeObject {
    if (!this.#gone) {
      const metadata = copyMetadata(before.metadata);
      metadata.resourceVersion = this.event.object.metadata.resourceVersion;
      this.#gone = { ...before, metadata };
    }
    return this.#gone;
  }
}
