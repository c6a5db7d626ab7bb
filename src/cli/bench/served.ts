import { performance } from 'node:perf_hooks';
import { hostCluster } from '../../serve/clusters/hostedCluster';
import { serve } from '../../serve/serve';
import { median } from './figures';
import type { Command, Report } from './servedProcess';

/** Milliseconds to make a cluster, once the code is warm. */
const timeToFreshCluster = (): number => {
  const times: number[] = [];
  for (let round = 0; round < 50; round++) {
    const begun = performance.now();
    hostCluster(`fresh-${round}`).close();
    times.push(performance.now() - begun);
  }
  return median(times.slice(10));
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
