import type { Kind } from '../../kubernetes/kinds/kind';
import type { Claim, PersistentVolume, StorageClass } from '../../kubernetes/kinds/storage/storage';
import type { KubeObject } from '../../kubernetes/object';
import type { StoreEvent } from '../apiserver/registry/topic';
import type { Client } from '../component/client';
import type { News } from './plugins/plugin';
import type { Storage } from './plugins/storage';

const CLAIMS = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const VOLUMES = { apiVersion: 'v1', kind: 'PersistentVolume' };
const CLASSES = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' };

/** The kinds that tell what there is of storage. */
export const storageKinds = ({ kinds }: Client): readonly Kind[] =>
  [CLAIMS, VOLUMES, CLASSES].flatMap((each) => kinds.of(each) ?? []);

/**
 * What the scheduler makes of news about storage. That something is gone helps nobody.
 * @see pkg/scheduler/framework/plugins/volumebinding/volume_binding.go EventsToRegister
 */
export const storageNews = ({ type, object }: StoreEvent): News | undefined => {
  if (type === 'DELETED') return undefined;
  if (object.kind === CLAIMS.kind) return { type: 'claim changed', claim: object };
  return { type: object.kind === VOLUMES.kind ? 'volume changed' : 'class changed' };
};

/** What the API server has stored of storage. */
export class StoredStorage implements Storage {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  claim(namespace: string | undefined, name: string): Claim | undefined {
    return this.#all(CLAIMS).find(
      ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
    );
  }

  volume(name: string): PersistentVolume | undefined {
    return this.volumes.find(({ metadata }) => metadata.name === name);
  }

  class(name: string): StorageClass | undefined {
    return this.#all(CLASSES).find(({ metadata }) => metadata.name === name);
  }

  get volumes(): readonly PersistentVolume[] {
    return this.#all(VOLUMES);
  }

  #all(which: { apiVersion: string; kind: string }): readonly KubeObject[] {
    const kind = this.#client.kinds.of(which);
    return kind ? this.#client.list(kind) : [];
  }
}
