import { administrator, type Caller } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import { compileSelectorText } from '../../kubernetes/fields/labels';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { Api, Query, User, WatchEvent } from '../../port/api';
import { capabilities } from '../../port/capabilities';
import type { Cluster } from '../../port/cluster';
import type { Settled, Time } from '../../port/time';
import type { World } from '../../port/world';
import { Timeline } from '../../timeline/timeline';

/** How an in-process cluster is made. */
export interface InProcessOptions {
  /** Decides names, orders and interleavings: the same seed gives the same history. Default 1. */
  readonly seed?: number;
  /** Events arrive late and in pieces, writes fail or lose their reply, controllers are restarted. */
  readonly disturbed?: boolean;
  /** Kubelets start whatever is bound to their node without checking that it fits, as simulated nodes do. */
  readonly simulatedNodes?: boolean;
}

const HORIZON = 10 * 60_000;
const PATIENCE = 5 * 60_000;

const callerOf = ({ name, groups = [] }: User): Caller => ({
  name,
  groups: [...groups, 'system:authenticated'],
});

/** Verbs as one caller. Nothing waits: the promises are the port's, so that a real cluster can stand behind it too. */
const apiFor = (cluster: InProcessCluster, caller: Caller): Api => {
  const { server } = cluster;
  return {
    create: async (manifest, options) => server.create(manifest, caller, options?.namespace),
    get: async ({ resource, namespace, name }) => server.get(resource, namespace, name, caller),
    list: async ({ resource, ...query }) => server.list(resource, query, caller),
    patch: async ({ resource, namespace, name }, patch, type, options) =>
      server.patch(resource, namespace, name, { patch, type }, caller, options?.subresource),
    replace: async (object, options) => server.update(object, caller, options?.subresource),
    delete: async ({ resource, namespace, name }, options) => {
      server.delete(resource, namespace, name, options ?? {}, caller);
    },
    deleteCollection: async ({ resource, ...query }, options) =>
      server.deleteCollection(resource, query, options ?? {}, caller),
    evict: async ({ namespace, name }, options) => server.evict(namespace, name, caller, options),
    watch: async (query, onEvent) => watch(cluster, query, onEvent),
  };
};

const watch = (
  { server }: InProcessCluster,
  { resource, namespace, labelSelector }: Query,
  onEvent: (event: WatchEvent) => void,
): (() => void) => {
  const matches = labelSelector ? compileSelectorText(labelSelector) : () => true;
  const wanted = (object: KubeObject): boolean =>
    (!namespace || object.metadata.namespace === namespace) && matches(object.metadata.labels);
  const cursor = server.store.topic(resource).read(() => {
    cursor.take(cursor.waiting, (event) => {
      if (wanted(event.object)) onEvent(event);
    });
  });
  return cursor.close;
};

const worldOf = (cluster: InProcessCluster): World => {
  const { kubelets, server } = cluster;
  return {
    addNode: async (machine) => kubelets.join(machine),
    removeNode: async (name) => {
      server.delete(resources.nodes, undefined, name, {}, administrator);
    },
    silenceNode: async (name) => kubelets.silence(name),
    reviveNode: async (name) => kubelets.revive(name),
    imageBehaves: async (image, behaviour) => kubelets.imageBehaves(image, behaviour),
    setPodReady: async ({ namespace, name }, ready) => kubelets.setReady(namespace, name, ready),
    finishPod: async ({ namespace, name }, phase) => kubelets.finish(namespace, name, phase),
  };
};

const timeOf = ({ loop }: InProcessCluster): Time => ({
  now: () => loop.now,
  settle: async ({ horizon = HORIZON } = {}): Promise<Settled> => loop.settle(horizon),
  pass: async (duration) => loop.pass(duration),
  eventually: async (check, { within = PATIENCE } = {}) => {
    const end = loop.now + within;
    loop.runReady();
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (loop.now >= end) throw error;
        loop.advance(end);
      }
    }
  },
});

/** A cluster in this process: nothing sleeps, and the same seed gives the same history to the byte. */
export const createInProcessCluster = (options: InProcessOptions = {}): Cluster => {
  const seed = options.seed ?? 1;
  const cluster = new InProcessCluster({ seed, disturbed: options.disturbed ?? false });
  cluster.kubelets.checksPods = !options.simulatedNodes;
  const timeline = new Timeline();
  cluster.server.store.observe(({ type, object }) => timeline.record({ at: cluster.loop.now, type, object }));
  return {
    name: 'in-process cluster, Kubernetes 1.36',
    capabilities: new Set(
      capabilities.filter((each) => each !== 'steady-control-plane' || !options.disturbed),
    ),
    seed,
    api: apiFor(cluster, administrator),
    as: (user) => apiFor(cluster, callerOf(user)),
    world: worldOf(cluster),
    time: timeOf(cluster),
    timeline,
    configure: async (settings) => cluster.configure(settings),
    close: async () => {},
  };
};
