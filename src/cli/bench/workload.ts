import { administrator } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import type { PodTemplateSpec } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';

/** What is measured: daemon sets that start from nothing, or one that is updated on every node. */
export type Workload =
  | { readonly kind: 'start'; readonly nodes: number; readonly sets: number }
  | { readonly kind: 'update'; readonly nodes: number; readonly maxUnavailable: number | string };

/** What came out of it. */
export interface Measured {
  readonly pods: number;
  readonly milliseconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
}

const NAMESPACE = 'default';
const HORIZON = 24 * 3600_000;

const imageOf = (name: string, version: string): string => `registry.example.com/${name}:${version}`;

const daemonSet = (name: string, version: string, maxUnavailable: number | string): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name, namespace: NAMESPACE },
  spec: {
    selector: { matchLabels: { app: name } },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'agent', image: imageOf(name, version) }] },
    },
  },
});

const clusterOf = (nodes: number): InProcessCluster => {
  const cluster = new InProcessCluster({ seed: 1 });
  for (let number = 1; number <= nodes; number++) cluster.kubelets.join({ name: `node-${number}` });
  cluster.loop.settle(HORIZON);
  return cluster;
};

/** Counts the pods that run and are ready; anything else would make the figure meaningless. */
const readyPods = (cluster: InProcessCluster, version: string): number => {
  let ready = 0;
  for (const pod of cluster.registry.store.all(resources.pods, NAMESPACE)) {
    if (isReady(pod) && pod.spec.containers[0]?.image?.endsWith(`:${version}`)) ready++;
  }
  return ready;
};

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const assertAll = (ready: number, wanted: number): void => {
  if (ready !== wanted)
    throw new Error(`Only ${ready} of ${wanted} pods run: the figure would mean nothing.`);
};

const start = (nodes: number, sets: number): number => {
  const cluster = clusterOf(nodes);
  for (let number = 1; number <= sets; number++) {
    cluster.server.create(daemonSet(`agent-${number}`, 'v1', 1), administrator);
  }
  const milliseconds = timed(() => cluster.loop.settle(HORIZON));
  assertAll(readyPods(cluster, 'v1'), nodes * sets);
  return milliseconds;
};

const update = (nodes: number, maxUnavailable: number | string): number => {
  const cluster = clusterOf(nodes);
  cluster.server.create(daemonSet('agent', 'v1', maxUnavailable), administrator);
  cluster.loop.settle(HORIZON);
  const milliseconds = timed(() => {
    cluster.registry.update(resources.daemonsets, NAMESPACE, 'agent', (set) => ({
      ...set,
      spec: { ...set.spec, template: withImage(set.spec.template, imageOf('agent', 'v2')) },
    }));
    cluster.loop.settle(HORIZON);
  });
  assertAll(readyPods(cluster, 'v2'), nodes);
  return milliseconds;
};

/** The stored template with the new image: everything else keeps its defaults. */
const withImage = ({ spec, ...template }: PodTemplateSpec, image: string): PodTemplateSpec => ({
  ...template,
  spec: spec && { ...spec, containers: spec.containers.map((container) => ({ ...container, image })) },
});

/** Runs a workload after a small one that warms the engine up. */
export const measure = (workload: Workload): Measured => {
  if (workload.kind === 'start') start(300, 2);
  else update(100, workload.maxUnavailable);
  const milliseconds =
    workload.kind === 'start'
      ? start(workload.nodes, workload.sets)
      : update(workload.nodes, workload.maxUnavailable);
  const pods = workload.kind === 'start' ? workload.nodes * workload.sets : workload.nodes;
  return { pods, milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 };
};
