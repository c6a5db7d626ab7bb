import { MODEL_EPOCH } from '../../../kubernetes/fields/time';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { ApiError, type Status } from '../../../kubernetes/refusals';
import { type Served, serve } from '../../../serve/serve';
import type { Answer, Call, Connection } from '../connection/connection';

/** A plain connection, as whoever is named, that counts what it sends. */
export class TriedConnection implements Connection {
  readonly latency = 1;
  readonly calls: Call[] = [];

  constructor(
    readonly server: string,
    private readonly user?: string,
  ) {}

  now(): number {
    return Date.now() - MODEL_EPOCH;
  }

  async send(call: Call): Promise<Answer> {
    this.calls.push(call);
    const response = await fetch(`${this.server}${call.path}`, {
      method: call.method,
      headers: {
        'content-type': call.contentType ?? 'application/json',
        ...(this.user ? { 'impersonate-user': this.user } : {}),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const body = (await response.json()) as unknown;
    if (!response.ok) throw new ApiError(body as Status);
    return { code: response.status, body, warnings: [] };
  }

  listen(): never {
    throw new Error('Nobody watches here.');
  }

  close(): void {}
}

/** A served cluster, in which time goes fast, and what is done with it. */
export class TriedCluster {
  private constructor(
    readonly served: Served,
    readonly connection: TriedConnection,
  ) {}

  static async start(nodes = 0): Promise<TriedCluster> {
    const served = await serve({ nodes, speed: 50, tell: () => {} });
    return new TriedCluster(served, new TriedConnection(served.url));
  }

  as(user: string): TriedConnection {
    return new TriedConnection(this.served.url, user);
  }

  async create(path: string, manifest: Manifest): Promise<KubeObject> {
    return (await this.connection.send({ method: 'POST', path, body: manifest })).body as KubeObject;
  }

  /** Everything there is, by where it is and its uid, but for events and what stands for the world. */
  contents(): ReadonlyMap<string, string> {
    const { registry } = this.served.cluster.cluster;
    const all = registry.kinds.all.flatMap((kind) =>
      registry.store.all(kind).map(({ metadata: { namespace = '', name, uid, resourceVersion } }) => {
        const moves = ['leases', 'nodes', 'machines', 'clocks'].includes(kind.plural);
        return [`${kind.plural}/${namespace}/${name}`, moves ? uid : `${uid}@${resourceVersion}`] as const;
      }),
    );
    return new Map(all);
  }

  /** Resolves when controllers have nothing to do any more. */
  async settle(): Promise<void> {
    await this.served.cluster.clock.step(0);
  }

  close(): Promise<void> {
    return this.served.close();
  }
}
