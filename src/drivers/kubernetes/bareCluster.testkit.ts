import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  async close(): Promise<void> {
    await this.meddler.close();
    await this.served.close();
    rmSync(this.folder, { recursive: true });
  }
}
