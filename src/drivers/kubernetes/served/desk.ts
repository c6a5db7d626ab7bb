import { randomUUID } from 'node:crypto';
import type { StringMap } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { Inconclusive } from '../../../port/inconclusive';
import type { Connection } from '../connection/connection';

/** An object of the world, or an order, as the server has it. */
export interface WorldObject {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** What is created: its kind is known from where it is sent. */
export interface Sent {
  readonly metadata: { readonly name: string; readonly labels: StringMap };
  readonly spec: object;
}

const pathOf = ({ apiVersion, plural }: ResourceType, name?: string, namespace?: string): string =>
  [
    apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    plural,
    ...(name === undefined ? [] : [name]),
  ].join('/');

/** A name that nothing else has. */
export const nameOfItsOwn = (): string => `rollcall-${randomUUID()}`;

/** So often it is tried to make something so that may be so already. */
const TRIES = 3;

/** Makes something so. If nobody knows what became of it, it is made so once more. */
const insist = async <T>(make: () => Promise<T>): Promise<T> => {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof Inconclusive) || left === 0) throw error;
    }
  }
};

/** Objects of the world, as an administrator. Rejects as `Connection.send` does. */
export class Desk {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The resource version that it is now. */
  async version(kind: ResourceType): Promise<string> {
    const { body } = await this.#connection.send({ method: 'GET', path: `${pathOf(kind)}?limit=1` });
    return (body as WorldObject).metadata.resourceVersion;
  }

  get(kind: ResourceType, name: string): Promise<WorldObject> {
    return this.#send('GET', pathOf(kind, name));
  }

  /**
   * Stores an object.
   * @param before the one that had its name before; by default there was none, and nobody else makes one
   */
  async create(kind: ResourceType, sent: Sent, before?: WorldObject): Promise<WorldObject> {
    const { apiVersion, kind: itsName } = kind;
    const { body } = await this.#connection.send({
      method: 'POST',
      path: pathOf(kind),
      body: { apiVersion, kind: itsName, ...sent },
      isNew: before === undefined,
      before: before?.metadata,
    });
    return body as WorldObject;
  }

  /**
   * Gives an order, whose answer comes when it is carried out. It has a name that no other one has: under that it is
   * carried out once, and can be sent again if the answer is lost.
   */
  async order(
    kind: ResourceType,
    spec: object,
    { namespace, patience }: { readonly namespace?: string; readonly patience?: number } = {},
  ): Promise<WorldObject> {
    const { apiVersion, kind: itsName } = kind;
    const { body } = await this.#connection.send({
      method: 'POST',
      path: pathOf(kind, undefined, namespace),
      body: { apiVersion, kind: itsName, metadata: { name: nameOfItsOwn() }, spec },
      isOnce: true,
      ...(patience === undefined ? {} : { patience }),
    });
    return body as WorldObject;
  }

  /** Merges a change into an object. */
  change(kind: ResourceType, name: string, change: object): Promise<WorldObject> {
    return insist(() => this.#send('PATCH', pathOf(kind, name), change, 'application/merge-patch+json'));
  }

  replace(kind: ResourceType, name: string, spec: object, labels: StringMap): Promise<WorldObject> {
    const { apiVersion, kind: itsName } = kind;
    return this.#send('PUT', pathOf(kind, name), {
      apiVersion,
      kind: itsName,
      metadata: { name, labels },
      spec,
    });
  }

  /** Deletes an object, if it is there. */
  async withdraw(kind: ResourceType, name: string): Promise<void> {
    try {
      await this.delete(kind, name);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 404) throw error;
    }
  }

  async delete(kind: ResourceType, name: string): Promise<void> {
    let tries = 0;
    await insist(async () => {
      try {
        await this.#connection.send({ method: 'DELETE', path: pathOf(kind, name) });
      } catch (error) {
        // The first time it went, and nobody heard of it.
        if (tries++ === 0 || !(error instanceof ApiError) || error.code !== 404) throw error;
      }
    });
  }

  async #send(
    method: 'GET' | 'PUT' | 'PATCH',
    path: string,
    body?: object,
    contentType = 'application/json',
  ): Promise<WorldObject> {
    const answer = await this.#connection.send({
      method,
      path,
      ...(body ? { body, contentType } : {}),
    });
    return answer.body as WorldObject;
  }
}
