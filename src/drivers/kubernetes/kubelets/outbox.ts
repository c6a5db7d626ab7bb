import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Connection } from '../connection/connection';
import type { Copy, Outcome } from './copy';
import { pathOf } from './paths';
import { Ended, type Patience } from './patience';
import { appliedTo, type Change, type Creation, type Deletion, isSame, type Write } from './write';

const GONE: Outcome = { kind: 'gone' };

const isRefused = (error: unknown, ...reasons: readonly string[]): boolean =>
  error instanceof ApiError && reasons.includes(error.reason);

/** How a new object is sent: with what everything of a run carries. */
export type Dress = (object: KubeObject, resource: ResourceType) => KubeObject;

/** Sends what kubelets write, and sees to it that it is stored. */
export class Outbox {
  readonly #connection: Connection;
  readonly #patience: Patience;
  readonly #dress: Dress;

  constructor(connection: Connection, patience: Patience, dress: Dress) {
    this.#connection = connection;
    this.#patience = patience;
    this.#dress = dress;
  }

  /** Carries a write out. What it finds out about the object on the way is noted in the copy. Never rejects. */
  async perform(copy: Copy, write: Write): Promise<Outcome> {
    try {
      if (write.kind === 'create') return await this.#create(copy, write);
      return write.kind === 'delete' ? await this.#delete(copy, write) : await this.#change(copy, write);
    } catch (error) {
      if (error instanceof Ended || isRefused(error, 'NotFound')) return GONE;
      return { kind: 'refused', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  /** @returns the object as the server has it; undefined if it has none @throws ApiError, Ended */
  async read(
    resource: ResourceType,
    namespace: string | undefined,
    name: string,
  ): Promise<KubeObject | undefined> {
    try {
      const call = { method: 'GET', path: pathOf(resource, namespace, name) } as const;
      const { body } = await this.#patience.insist(() => this.#connection.send(call));
      return body as KubeObject;
    } catch (error) {
      if (isRefused(error, 'NotFound')) return undefined;
      throw error;
    }
  }

  async #create({ resource, namespace, name }: Copy, { object }: Creation): Promise<Outcome> {
    const { uid: _none, resourceVersion: _neither, creationTimestamp: _nor, ...metadata } = object.metadata;
    const body = this.#dress({ ...object, metadata } as KubeObject, resource);
    const path = pathOf(resource, namespace);
    let isSecond = false;
    try {
      const answer = await this.#patience.insist((again) => {
        isSecond = again;
        return this.#connection.send({ method: 'POST', path, body });
      });
      return { kind: 'stored', object: answer.body as KubeObject };
    } catch (error) {
      if (!isSecond || !isRefused(error, 'AlreadyExists')) throw error;
      // The reply to an earlier attempt may have been lost.
      const there = await this.read(resource, namespace, name);
      if (!there || !isMadeFrom(there, body)) throw error;
      return { kind: 'stored', object: there };
    }
  }

  /** Replaces the version that is known. If there is a newer one, the change is made for that. */
  async #change(copy: Copy, write: Change): Promise<Outcome> {
    const { resource, namespace, name } = copy;
    const path = pathOf(resource, namespace, name, ...(write.kind === 'status' ? ['status'] : []));
    for (;;) {
      const { server } = copy;
      if (!server) return GONE;
      const body = appliedTo(write, server);
      if (isSame(body, server)) return { kind: 'stored', object: server };
      try {
        const answer = await this.#patience.insist(() =>
          this.#connection.send({ method: 'PUT', path, body }),
        );
        return { kind: 'stored', object: answer.body as KubeObject };
      } catch (error) {
        if (!isRefused(error, 'Conflict')) throw error;
        const fresh = await this.read(resource, namespace, name);
        if (fresh?.metadata.uid !== server.metadata.uid) return GONE;
        copy.server = fresh;
      }
    }
  }

  async #delete({ resource, namespace, name, server }: Copy, { options }: Deletion): Promise<Outcome> {
    const path = pathOf(resource, namespace, name);
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', ...options };
    try {
      await this.#patience.insist(() => this.#connection.send({ method: 'DELETE', path, body }));
    } catch (error) {
      // Another object has the name by now.
      if (!isRefused(error, 'Conflict')) throw error;
    }
    return server ? { kind: 'stored', object: server } : GONE;
  }
}

/** Whether an object that is there is the one that was sent, whose labels name the run. */
const isMadeFrom = ({ metadata }: KubeObject, { metadata: sent }: KubeObject): boolean =>
  Object.entries(sent.labels ?? {}).every(([key, value]) => metadata.labels?.[key] === value);
