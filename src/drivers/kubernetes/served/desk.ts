import type { Manifest, StringMap } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Connection } from '../connection/connection';

/** An object of the world, or an order, as the server has it. */
export interface WorldObject {
  readonly metadata: {
    readonly name: string;
    readonly resourceVersion: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** What is created: its kind is known from where it is sent. */
export type Sent = Omit<Manifest, 'apiVersion' | 'kind'> & { readonly spec: object };

const pathOf = ({ apiVersion, plural }: ResourceType, name?: string, namespace?: string): string =>
  [
    apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    plural,
    ...(name === undefined ? [] : [name]),
  ].join('/');

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

  /** Stores an object, or gives an order. */
  create(kind: ResourceType, sent: Sent, namespace?: string): Promise<WorldObject> {
    const { apiVersion, kind: itsName } = kind;
    return this.#send('POST', pathOf(kind, undefined, namespace), { apiVersion, kind: itsName, ...sent });
  }

  /** Merges a change into an object. */
  change(kind: ResourceType, name: string, change: object): Promise<WorldObject> {
    return this.#send('PATCH', pathOf(kind, name), change, 'application/merge-patch+json');
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

  async delete(kind: ResourceType, name: string): Promise<void> {
    await this.#connection.send({ method: 'DELETE', path: pathOf(kind, name) });
  }

  async #send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
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
