import { administrator } from '../../cluster/apiserver/requests/caller';
import type { Kind } from '../../kubernetes/kinds/kind';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import { type HostedCluster, type HostOptions, hostCluster } from '../clusters/hostedCluster';
import { FakeWall } from '../clusters/wall.testkit';

/** A hosted cluster, its clock paused unless told otherwise, and what a client asks of it. */
export class Scene {
  readonly wall = new FakeWall();
  readonly told: string[] = [];
  readonly hosted: HostedCluster;

  constructor(options: HostOptions = {}) {
    this.hosted = hostCluster(
      'default',
      { paused: true, pace: 0, ...options },
      { wall: this.wall, tell: (text) => this.told.push(text) },
    );
  }

  /** The kind of that name as this cluster serves it. */
  kind(word: string): Kind {
    const kind = this.hosted.kinds.named(word);
    if (!kind) throw new Error(`There is no kind ${word}.`);
    return kind;
  }

  /**
   * Creates an object, or gives an order, and lets the controllers work. Orders are given without a name: each is one of its
   * own.
   * @returns what the server answers
   */
  async create(word: string, name: string, spec: object, namespace?: string): Promise<Answered> {
    const kind = this.kind(word);
    const { apiVersion, kind: itsName } = kind;
    this.hosted.attend(kind, false);
    const order = this.hosted.orderOf(kind);
    const sent = { apiVersion, kind: itsName, ...(order ? {} : { metadata: { name } }), spec } as Manifest;
    const { server } = this.hosted;
    const answer = order
      ? this.#whenDone(server.carryOut(order, sent, administrator, namespace))
      : server.create(sent, administrator, namespace, {}, kind);
    const answered = await answer;
    this.hosted.follow(kind);
    await this.rest();
    return answered as Answered;
  }

  async patch(word: string, name: string, spec: object): Promise<Answered> {
    const change = { patch: { spec }, type: 'merge' } as const;
    const { server } = this.hosted;
    const kind = this.kind(word);
    const patched = server.patch(kind, undefined, name, change, administrator);
    this.hosted.follow(kind);
    await this.rest();
    return patched as Answered;
  }

  async delete(resource: ResourceType, name: string): Promise<void> {
    this.hosted.server.delete(resource, undefined, name, {}, administrator);
    await this.rest();
  }

  get(word: string, name: string): Answered {
    const kind = this.kind(word);
    this.hosted.attend(kind, true);
    return this.hosted.server.get(kind, undefined, name, administrator) as Answered;
  }

  names(word: string): readonly string[] {
    return this.hosted.server
      .list(this.kind(word), {}, administrator)
      .items.map(({ metadata }) => metadata.name);
  }

  /** `True`, `False` or `Unknown`: whether a node is ready; undefined if there is none. */
  readiness(node: string): string | undefined {
    const found = this.hosted.cluster.registry.store.get(resources.nodes, undefined, node);
    return found?.status?.conditions?.find(({ type }) => type === 'Ready')?.status;
  }

  /** Lets the controllers do what takes no time. */
  async rest(): Promise<void> {
    await this.wall.pass(1000);
  }

  async #whenDone<T>(promise: Promise<T>): Promise<T> {
    let isOver = false;
    const note = (): void => {
      isOver = true;
    };
    promise.then(note, note);
    for (let turns = 0; !isOver && turns < 10_000; turns++) await this.wall.pass(0);
    return promise;
  }
}

/** An object with whatever spec and status. */
export interface Answered extends KubeObject {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** The refusal that a promise ends in. */
export const refusalOf = async (promise: Promise<unknown>): Promise<ApiError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};
