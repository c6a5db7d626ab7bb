import { type Capability, reasonWithout } from '../capabilities';
import type { Cluster } from '../cluster';
import { claims } from './claims.testkit';
import type { Chapter, Clause } from './clause.testkit';
import { closing } from './closing.testkit';
import { conflicts } from './conflicts.testkit';
import { containers } from './containers.testkit';
import { deletion } from './deletion.testkit';
import { discovery } from './discovery.testkit';
import { groundIn } from './ground.testkit';
import { impersonation } from './impersonation.testkit';
import { nodes } from './nodes.testkit';
import { resuming } from './resuming.testkit';
import { selectors } from './selectors.testkit';
import { time } from './time.testkit';
import { timeline } from './timeline.testkit';
import { verbs } from './verbs.testkit';
import { watching } from './watching.testkit';
import { writing } from './writing.testkit';

/** All that every driver must keep, whatever is behind it. */
export const contract: readonly Chapter[] = [
  verbs,
  writing,
  discovery,
  selectors,
  conflicts,
  deletion,
  watching,
  resuming,
  impersonation,
  time,
  nodes,
  containers,
  claims,
  timeline,
  closing,
];

/** Makes a cluster for one clause. */
export type MakeCluster = () => Promise<Cluster>;

/**
 * Tries one clause on a cluster of its own.
 * @returns why it does not concern the cluster, if it does not
 * @throws if the clause is broken
 */
export const tryClause = async ({ needs, check }: Clause, make: MakeCluster): Promise<string | undefined> => {
  const clusters: Cluster[] = [];
  const next = async (): Promise<Cluster> => {
    const cluster = await make();
    clusters.push(cluster);
    return cluster;
  };
  try {
    const cluster = await next();
    const missing = needs.find((capability: Capability) => !cluster.capabilities.has(capability));
    if (missing) return reasonWithout(missing, cluster);
    await check(await groundIn(cluster, next));
    return undefined;
  } finally {
    for (const cluster of clusters) await cluster.close();
  }
};

/**
 * The contract as tests of a driver, for Mocha. A clause that needs what the cluster does not claim is skipped, with
 * the reason in its title.
 * @param name what is tested, as the title of all tests
 * @param make called for every test; the clusters are closed
 */
export const describeContract = (name: string, make: MakeCluster): void => {
  describe(`${name}, held to the contract of the port`, () => {
    for (const { title, clauses } of contract) {
      describe(title, () => {
        for (const clause of clauses) {
          it(clause.title, async function () {
            const reason = await tryClause(clause, make);
            if (reason === undefined) return;
            if (this.test) this.test.title += ` (skipped: ${reason})`;
            this.skip();
          });
        }
      });
    }
  });
};
