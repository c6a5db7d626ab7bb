import { createInProcessCluster } from '../../drivers/in-process/driver';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import type { Cluster } from '../../port/cluster';
import { BEGINNING } from '../operations/anyOperation.testkit';
import type { Operation } from '../operations/operation';
import { ImpossibleError, perform } from '../operations/perform';
import { NAMESPACE, stateOf } from './state.testkit';

/** How hard each property looks. `RUNS=1000 npm run unit` looks harder. */
export const RUNS = { numRuns: Number(process.env.RUNS ?? 20) };

export interface RunOptions {
  readonly seed: number;
  readonly disturbed?: boolean;
}

/** Longer than any set of these properties asks its pods to be ready, and than pods stay after their node. */
const A_WHILE = 90_000;

/** Makes every set look once more: its status may be old where nothing has woken it. */
const nudge = async ({ api }: Cluster, reason: string): Promise<void> => {
  const sets = await api.list({ resource: resources.daemonsets, namespace: NAMESPACE });
  for (const { metadata } of sets.items) {
    const ref = { resource: resources.daemonsets, namespace: NAMESPACE, name: metadata.name };
    await api.patch(ref, { metadata: { annotations: { nudge: reason } } }, 'merge');
  }
};

/** Lets the cluster come to rest for good: nothing is left to do, even for a set that looks once more. */
export const rest = async (cluster: Cluster): Promise<void> => {
  for (let round = 0; round < 30; round++) {
    const before = await podsOf(cluster);
    await cluster.time.pass(A_WHILE);
    await nudge(cluster, `${round} at ${cluster.time.now()}`);
    const settled = await cluster.time.settle();
    if (!settled.quiet) throw new Error(`never comes to rest: ${settled.busy}`);
    if ((await podsOf(cluster)) === before) return;
  }
  throw new Error('pods come and go for ever');
};

const podsOf = async (cluster: Cluster): Promise<string> =>
  JSON.stringify(
    (await stateOf(cluster)).pods.map(({ metadata }) => [metadata.uid, metadata.deletionTimestamp]),
  );

/** Makes it happen. What it speaks of may be missing, or be there already: then nothing happens. */
const tryOut = async (cluster: Cluster, operation: Operation): Promise<void> => {
  try {
    await perform(cluster, NAMESPACE, operation);
  } catch (error) {
    if (error instanceof ImpossibleError) return;
    const expected = ['NotFound', 'AlreadyExists'];
    if (!(error instanceof ApiError) || !expected.includes(error.reason)) throw error;
  }
};

/** A cluster with three nodes, ready for operations. */
export const begin = async ({ seed, disturbed = false }: RunOptions): Promise<Cluster> => {
  const cluster = createInProcessCluster({ seed, disturbed });
  for (const operation of BEGINNING) await tryOut(cluster, operation);
  await cluster.time.settle();
  return cluster;
};

/** Lets operations happen on a new cluster, and everything settle after each group of them. */
export const play = async (
  groups: readonly (readonly Operation[])[],
  options: RunOptions,
  afterEach?: (cluster: Cluster) => Promise<void>,
): Promise<Cluster> => {
  const cluster = await begin(options);
  for (const group of groups) {
    for (const operation of group) await tryOut(cluster, operation);
    await cluster.time.settle();
    await afterEach?.(cluster);
  }
  return cluster;
};
