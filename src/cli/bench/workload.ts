import { administrator } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import { storeAll } from './bareLoop';
import { daemonSet, HORIZON, NAMESPACE } from './objects';
import { storedOfOnePod } from './sample';

/**
 * What is measured: daemon sets that start from nothing, one that is updated on every node, or the bare loop that stores
 * as much as starting does.
 */
export type Workload =
  | { readonly kind: 'start'; readonly nodes: number; readonly sets: number }
  | { readonly kind: 'update'; readonly nodes: number; readonly maxUnavailable: number | string }
  | { readonly kind: 'bare'; readonly nodes: number; readonly sets: number };

/** What came out of it. */
export interface Measured {
  readonly pods: number;
  /** Of CPU, all threads of the process. */
  readonly seconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
}

const clusterOf = (nodes: number): InProcessCluster => {
  const cluster = new InProcessCluster({ seed: 1 });
  for (let number = 1; number <= nodes; number++) cluster.kubelets.machines.join({ name: `node-${number}` });
  cluster.loop.settle(HORIZON);
  return cluster;
};

/** Counts the pods that run and are ready; anything else would make the figure meaningless. */
const readyPods = (cluster: InProcessCluster, version: string): number => {
  let ready = 0;
  for (const object of cluster.registry.store.all(resources.pods, NAMESPACE)) {
    const pod = object as Pod;
    if (isReady(pod) && pod.spec.containers[0]?.image?.endsWith(`:${version}`)) ready++;
  }
  return ready;
};

const timed = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const assertAll = (ready: number, wanted: number): void => {
  if (ready !== wanted)
    throw new Error(`Only ${ready} of ${wanted} pods run: the figure would mean nothing.`);
};

const start = (nodes: number, sets: number): number => {
  const cluster = clusterOf(nodes);
  for (let number = 1; number <= sets; number++) {
    cluster.server.create(daemonSet(`agent-${number}`, 'v1'), administrator);
  }
  const seconds = timed(() => cluster.loop.settle(HORIZON));
  assertAll(readyPods(cluster, 'v1'), nodes * sets);
  return seconds;
};

const update = (nodes: number, maxUnavailable: number | string): number => {
  const cluster = clusterOf(nodes);
  cluster.server.create(daemonSet('agent', 'v1', maxUnavailable), administrator);
  cluster.loop.settle(HORIZON);
  const seconds = timed(() => {
    const { spec } = daemonSet('agent', 'v2', maxUnavailable) as unknown as DaemonSet;
    cluster.registry.update<DaemonSet>(resources.daemonsets, NAMESPACE, 'agent', (set) => ({
      ...set,
      spec: { ...set.spec, template: { ...set.spec.template, spec: changed(set, spec) } },
    }));
    cluster.loop.settle(HORIZON);
  });
  assertAll(readyPods(cluster, 'v2'), nodes);
  return seconds;
};

/** The stored template with the new image: everything else keeps its defaults. */
const changed = (set: DaemonSet, wanted: DaemonSet['spec']): DaemonSet['spec']['template']['spec'] => {
  const spec = set.spec.template.spec as Pod['spec'];
  const image = wanted.template.spec?.containers[0]?.image;
  return {
    ...spec,
    containers: spec.containers.map((container) => ({ ...container, ...(image ? { image } : {}) })),
  };
};

const bare = (nodes: number, sets: number): number => {
  const stored = storedOfOnePod();
  let size = 0;
  const seconds = timed(() => {
    size = storeAll(stored, nodes, sets).pods.size;
  });
  assertAll(size, nodes * sets);
  return seconds;
};

const run = (workload: Workload): number => {
  if (workload.kind === 'update') return update(workload.nodes, workload.maxUnavailable);
  return (workload.kind === 'start' ? start : bare)(workload.nodes, workload.sets);
};

/** Runs a workload after a small one that warms the engine up. */
export const measure = (workload: Workload): Measured => {
  run(workload.kind === 'update' ? { ...workload, nodes: 300 } : { ...workload, nodes: 1000, sets: 5 });
  const seconds = run(workload);
  const pods = workload.kind === 'update' ? workload.nodes : workload.nodes * workload.sets;
  return { pods, seconds, megabytes: process.resourceUsage().maxRSS / 1024 };
};
