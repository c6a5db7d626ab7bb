import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import type { Target } from '../../port/target';
import { kubeconfigOf } from '../../serve/kubeconfig';
import { writeKubeconfig } from '../../serve/kubeconfigFile';
import { type Served, type ServeOptions, serve } from '../../serve/serve';
import { type Meddler, type Meddling, meddlerBefore, withoutWorld } from './faults/meddler.testkit';

/**
 * A control plane whose clock is that on the wall, and that has no kubelets: a served cluster, whose own world is not to be
 * seen. What is done with it is done as on a real one.
 */
export class BareCluster {
  private constructor(
    readonly served: Served,
    private readonly meddler: Meddler,
    private readonly folder: string,
  ) {}

  static async start(
    { answer, ...meddling }: Meddling = {},
    options: ServeOptions = {},
  ): Promise<BareCluster> {
    const served = await serve({ tell: () => {}, ...options });
    const meddler = await meddlerBefore(served.url, {
      ...meddling,
      answer: (asked, body) => {
        const seen = withoutWorld(asked, body);
        return answer ? answer(asked, seen) : seen;
      },
    });
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
    writeKubeconfig(join(folder, 'config'), kubeconfigOf([{ name: 'default', server: meddler.url }]));
    return new BareCluster(served, meddler, folder);
  }

  /** How examples are run there. */
  target(changes: Partial<Target> = {}): Target {
    return {
      context: 'rollcall',
      kubeconfig: join(this.folder, 'config'),
      run: 'bare',
      mode: 'shared',
      patience: 65_000,
      hold: 500,
      ...changes,
    };
  }

  /** Creates an object as somebody else does. */
  async create(plural: string, { apiVersion, ...manifest }: Manifest): Promise<void> {
    const { namespace } = manifest.metadata ?? {};
    const root = apiVersion.includes('/') ? '/apis' : '/api';
    const path = `${root}/${apiVersion}/${namespace ? `namespaces/${namespace}/` : ''}${plural}`;
    const answer = await fetch(`${this.served.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ apiVersion, ...manifest }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** Everything there is, by where it is. */
  contents(): readonly string[] {
    const { registry } = this.served.cluster.cluster;
    return registry.kinds.all.flatMap((kind) =>
      registry.store
        .all(kind)
        .map(({ metadata: { namespace = '', name } }) => `${kind.plural}/${namespace}/${name}`),
    );
  }

  /**
   * What there is beside what there was. Namespaces that go are waited for; they take five seconds and more. Nodes take their
   * leases with them, but for served ones: leases are left out.
   */
  async left(before: readonly string[]): Promise<readonly string[]> {
    const { registry } = this.served.cluster.cluster;
    const isGoing = (): boolean =>
      registry.store
        .all(resources.namespaces)
        .some(({ metadata }) => metadata.deletionTimestamp !== undefined);
    for (const end = Date.now() + 30_000; isGoing() && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 100));
    return this.contents().filter(
      (each) => !before.includes(each) && !each.startsWith('leases/kube-node-lease/'),
    );
  }

  async close(): Promise<void> {
    await this.meddler.close();
    await this.served.close();
    rmSync(this.folder, { recursive: true });
  }
}
