import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { ListOptions, WatchEvent } from '../../../port/api';
import type { Actor } from '../../simulation/loop';
import { nameSelectedBy } from './fieldSelector';
import { readWatchVersion } from './resourceVersion';
import { compileSelectors } from './selection';
import type { Store } from './store';
import { selectionIn, storedVersion, toldIn } from './versions';
import type { Audience, WatchRequest } from './watch';
import { type OpenWatch, Watches } from './watches';

/** What there is to watch. */
interface Collections {
  readonly store: Store;
  readonly kinds: Kinds;
  /** @throws ApiError 404 */
  served(resource: ResourceType): Kind;
  list(resource: ResourceType, options: ListOptions): readonly KubeObject[];
}

/** How those outside of the control plane watch a collection: in the version that they ask for. */
export class Watchers {
  readonly #collections: Collections;
  readonly #watches: Watches;

  constructor(collections: Collections) {
    this.#collections = collections;
    this.#watches = new Watches(collections.store);
  }

  /** Who tells them what happened. */
  get herald(): Actor {
    return this.#watches;
  }

  /** How many watches are open. */
  get size(): number {
    return this.#watches.size;
  }

  /**
   * Watches a collection from a resource version on or, without one, beginning with what there is.
   * @returns ends the watch
   * @throws ApiError 410 for a version that is too old
   */
  watch<T extends KubeObject>(
    resource: ResourceType<T>,
    options: ListOptions,
    onEvent: (event: WatchEvent<T>) => void,
  ): () => void {
    const since = readWatchVersion(options.resourceVersion);
    const present = since === undefined ? this.#collections.list(resource, options) : [];
    const told = onEvent as (event: WatchEvent) => void;
    return this.#open(resource, options, { since, present }, { onEvent: told }).stop;
  }

  /**
   * Watches a collection for somebody who knows what is there already.
   * @param since the revision it begins after; undefined for the present one
   * @throws ApiError 410 for a version that is too old
   */
  watchSince(
    resource: ResourceType,
    options: ListOptions,
    since: number | undefined,
    audience: Audience,
  ): OpenWatch {
    return this.#open(resource, options, { since, present: [] }, audience);
  }

  /** Ends all watches of a kind, once they have heard what has been written. */
  endAll(kind: Kind): void {
    this.#watches.endAll(kind);
  }

  /** @param begin what is told first, in the version that is asked for */
  #open(
    resource: ResourceType,
    options: ListOptions,
    begin: Pick<WatchRequest, 'since' | 'present'>,
    audience: Audience,
  ): OpenWatch {
    const asked: Kind = this.#collections.served(resource);
    const selection = selectionIn(asked, compileSelectors(asked, options));
    const { namespace, fieldSelector } = options;
    const selects = (object: KubeObject): boolean =>
      (!namespace || object.metadata.namespace === namespace) && (!selection || selection(object));
    const kind = storedVersion(this.#collections.kinds, asked);
    const request = { kind, namespace, name: nameSelectedBy(fieldSelector), selects, ...begin };
    return this.#watches.open(request, toldIn(asked, audience));
  }
}
