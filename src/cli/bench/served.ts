import { hostCluster } from '../../serve/clusters/hostedCluster';
import { serve } from '../../serve/serve';
import type { Command, Report } from './servedProcess';

const ROUNDS = 40;

/** Milliseconds of CPU to make a cluster, once the code is warm. */
const timeToFreshCluster = (): number => {
  const make = (): void => hostCluster('fresh').close();
  for (let round = 0; round < ROUNDS; round++) make();
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) make();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / ROUNDS;
};

/** The process of a server that is measured: says where it serves, and on demand what it costs. */
const main = async (): Promise<void> => {
  const served = await serve({ nodes: 5 });
  const { server } = served.cluster;
  const spentOnReports = { user: 0, system: 0 };
  const report = (): Report => {
    const { user, system } = process.cpuUsage(spentOnReports);
    const begun = process.cpuUsage();
    // More than once: what one collection finds to be free, the next one frees.
    for (let round = 0; round < 3; round++) globalThis.gc?.();
    const { user: moreUser, system: moreSystem } = process.cpuUsage(begun);
    spentOnReports.user += moreUser;
    spentOnReports.system += moreSystem;
    return {
      url: served.url,
      cpu: (user + system) / 1_000_000,
      heap: process.memoryUsage().heapUsed,
      objects: server.store.size,
      watches: served.cluster.watching.size,
    };
  };
  process.on('message', (command: Command) => {
    if (command === 'fresh') process.send?.(timeToFreshCluster());
    else process.send?.(report());
  });
  // Whoever measures is gone.
  process.on('disconnect', () => process.exit());
  process.send?.(report());
};

void main();
