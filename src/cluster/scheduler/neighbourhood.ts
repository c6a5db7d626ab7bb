import type { Namespace } from '../../kubernetes/kinds/namespace/namespace';
import { resources } from '../../kubernetes/kinds/resources';
import type { StringMap } from '../../kubernetes/object';
import type { NodeInfo } from '../capacity/nodeInfo';
import type { Client } from '../component/client';
import { StoredStorage } from '../component/storedStorage';
import type { Known } from './known';
import type { Neighbourhood } from './plugins/plugin';
import { podTermsOf } from './plugins/podTerms';
import { spreadConstraintsOf } from './plugins/spreadConstraints';
import type { Storage } from './plugins/storage';

/** All places of the cluster, and those of their pods that want company, or none. */
export class PodsAround implements Neighbourhood {
  readonly #client: Client;
  readonly #places: ReadonlyMap<string, NodeInfo<Known>>;
  /** Pods that are placed and require others to be far. */
  readonly #loners = new Set<Known>();
  /** Pods that have to be bound and mind where others are. */
  readonly #particular = new Set<Known>();

  readonly storage: Storage;
  attempt = 0;

  constructor(client: Client, places: ReadonlyMap<string, NodeInfo<Known>>) {
    this.#client = client;
    this.#places = places;
    this.storage = new StoredStorage(client);
  }

  placeOf(node: string): NodeInfo | undefined {
    return this.#places.get(node);
  }

  get places(): Iterable<NodeInfo> {
    return this.#places.values();
  }

  get hasLoners(): boolean {
    return this.#loners.size > 0;
  }

  /** Whether somebody who waits minds whom other pods are placed beside. */
  get isWatched(): boolean {
    return this.#particular.size > 0;
  }

  isParticular(known: Known): boolean {
    return this.#particular.has(known);
  }

  /** Notes where a pod stands now. */
  note(known: Known): void {
    const { near, far } = podTermsOf(known.pod);
    const minds = near.length > 0 || far.length > 0 || spreadConstraintsOf(known.pod).length > 0;
    if (!minds) return;
    put(this.#loners, known, known.info !== undefined && far.length > 0);
    put(this.#particular, known, known.isPending);
  }

  readonly labelsOf = (name: string): StringMap | undefined =>
    this.#client.list<Namespace>(resources.namespaces).find(({ metadata }) => metadata.name === name)
      ?.metadata.labels;
}

const put = <T>(set: Set<T>, member: T, belongs: boolean): void => {
  if (belongs) set.add(member);
  else set.delete(member);
};
