import { storageResources } from '../../kubernetes/kinds/storage/resources';
import type { Claim, PersistentVolume, StorageClass } from '../../kubernetes/kinds/storage/storage';
import type { Client } from './client';

/** What there is of storage, by name, as the API server has it. */
export class StoredStorage {
  protected readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  get volumes(): readonly PersistentVolume[] {
    return this.client.list(storageResources.volumes);
  }

  claim(namespace: string | undefined, name: string | undefined): Claim | undefined {
    return this.client
      .list(storageResources.claims, { namespace: namespace ?? '' })
      .find(({ metadata }) => metadata.name === name);
  }

  volume(name: string): PersistentVolume | undefined {
    return this.volumes.find(({ metadata }) => metadata.name === name);
  }

  class(name: string): StorageClass | undefined {
    return this.client.list(storageResources.classes).find(({ metadata }) => metadata.name === name);
  }
}
