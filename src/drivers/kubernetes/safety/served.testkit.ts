import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { writeKubeconfig } from '../../../serve/kubeconfigFile';
import { type Served, type ServeOptions, serve } from '../../../serve/serve';
import { connect } from '../connection/connect';
import type { Answer, Call, Connection, Stream } from '../connection/connection';

/** A connection, as whoever is named, that remembers what was sent. */
export class TriedConnection implements Connection {
  readonly calls: Call[] = [];

  constructor(
    private readonly inner: Connection,
    private readonly user?: string,
  ) {}

  get server(): string {
    return this.inner.server;
  }

  get latency(): number {
    return this.inner.latency;
  }

  get skew(): Connection['skew'] {
    return this.inner.skew;
  }

  earliest(): number {
    return this.now();
  }

  now(): number {
    return this.inner.now();
  }

  send(call: Call): Promise<Answer> {
    this.calls.push(call);
    return this.inner.send(this.user === undefined ? call : { ...call, as: { name: this.user } });
  }

  listen(path: string, onLine: (line: string) => void): Promise<Stream> {
    return this.inner.listen(path, onLine);
  }

  close(): void {
    this.inner.close();
  }
}

/** What moves all the time. */
const MOVES = ['leases', 'nodes', 'machines', 'clocks'];

/** A served cluster, in which time goes fast, and what is done with it. */
export class TriedCluster {
  private constructor(
    readonly served: Served,
    readonly connection: TriedConnection,
    private readonly folder: string,
  ) {}

  static async start(options: ServeOptions = {}): Promise<TriedCluster> {
    const served = await serve({ speed: 50, tell: () => {}, ...options });
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
    const kubeconfig = join(folder, 'config');
    writeKubeconfig(kubeconfig, served.kubeconfig());
    const { connection } = await connect({ context: 'rollcall', kubeconfig });
    return new TriedCluster(served, new TriedConnection(connection), folder);
  }

  /** A kubeconfig whose context is `rollcall`. */
  get kubeconfig(): string {
    return join(this.folder, 'config');
  }

  as(user: string): TriedConnection {
    return new TriedConnection(this.connection, user);
  }

  async create(path: string, manifest: Manifest): Promise<KubeObject> {
    return (await this.connection.send({ method: 'POST', path, body: manifest })).body as KubeObject;
  }

  /** Everything there is, by where it is, with its uid and, of what does not move by itself, its version. */
  contents(): ReadonlyMap<string, string> {
    const { registry } = this.served.cluster.cluster;
    const all = registry.kinds.all.flatMap((kind) =>
      registry.store
        .all(kind)
        .map(
          ({ metadata: { namespace = '', name, uid, resourceVersion } }) =>
            [
              `${kind.plural}/${namespace}/${name}`,
              MOVES.includes(kind.plural) ? uid : `${uid}@${resourceVersion}`,
            ] as const,
        ),
    );
    return new Map(all);
  }

  /** Resolves when controllers have nothing to do any more. */
  async settle(): Promise<void> {
    await this.served.cluster.clock.step(0);
  }

  async close(): Promise<void> {
    this.connection.close();
    await this.served.close();
    rmSync(this.folder, { recursive: true });
  }
}
