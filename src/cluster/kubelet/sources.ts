import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Client } from '../component/client';
import type { Source } from './references';

/** The objects that pods read. */
export class Sources {
  readonly #client: Client;
  readonly #byKind: Readonly<Partial<Record<Source, ResourceType>>>;

  constructor(client: Client) {
    this.#client = client;
    const secrets = client.kinds.of({ apiVersion: 'v1', kind: 'Secret' });
    this.#byKind = { ConfigMap: resources.configmaps, ...(secrets ? { Secret: secrets } : {}) };
  }

  get kinds(): readonly ResourceType[] {
    return Object.values(this.#byKind);
  }

  /** Undefined if there is none of that name. */
  find(kind: Source, namespace: string, name: string): KubeObject | undefined {
    const resource = this.#byKind[kind];
    try {
      return resource && this.#client.get(resource, namespace, name);
    } catch (error) {
      if (error instanceof ApiError) return undefined;
      throw error;
    }
  }
}
