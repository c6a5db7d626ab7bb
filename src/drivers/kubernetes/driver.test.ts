import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract, tryClause } from '../../port/contract/contract.testkit';
import type { Target } from '../../port/target';
import { writeKubeconfig } from '../../serve/kubeconfigFile';
import { type Served, serve } from '../../serve/serve';
import { closeSessions, createCluster } from './driver';

for (const mode of ['exclusive', 'shared'] as const)
  describe(`a served cluster, ${mode}, held to the contract of the port`, () => {
    let served: Served;
    let target: Target;
    let folder: string;

    before(async () => {
      served = await serve();
      folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
      const kubeconfig = join(folder, 'config');
      writeKubeconfig(kubeconfig, served.kubeconfig());
      target = { context: 'rollcall', kubeconfig, run: 'contract', mode, patience: 65_000, hold: 500 };
    });

    after(async () => {
      await closeSessions();
      await served.close();
      rmSync(folder, { recursive: true });
    });

    for (const { title, clauses } of contract)
      describe(title, () => {
        for (const clause of clauses)
          it(clause.title, async function () {
            this.timeout(60_000);
            const reason = await tryClause(clause, () => createCluster({ target }));
            if (reason !== undefined) this.skip();
          });
      });
  });
