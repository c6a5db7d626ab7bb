import { administrator } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import { gaps } from '../../cluster/model/gaps';
import { KUBERNETES } from '../../kubernetes/release';
import type { Capability } from '../../port/capabilities';
import type { Cluster } from '../../port/cluster';
import type { DriverOptions } from '../../port/driver';
import { Timeline } from '../../timeline/timeline';
import { apiFor, callerOf } from './api';
import { timeOf } from './time';
import { OpenWatches } from './watches';
import { worldOf } from './world';

/** How an in-process cluster is made. */
export interface InProcessOptions extends DriverOptions {
  /** Kubelets start whatever is bound to their node without checking that it fits, and tell no events, as simulated nodes do. */
  readonly simulatedNodes?: boolean;
}

const CLAIMS: readonly Capability[] = [
  'legacy-scheduling',
  'default-node-selector',
  'project-node-selector',
  'security-context-constraints',
  'node-control',
  'container-control',
  'long-waits',
  'movable-clock',
  'impersonation',
  'no-other-nodes',
];

/** A rough day restarts controllers. */
const claimsOf = (disturbed: boolean): readonly Capability[] =>
  disturbed ? CLAIMS : [...CLAIMS, 'steady-control-plane'];

/** A cluster in this process: nothing sleeps, and the same seed (default 1) gives the same history to the byte. */
export const createInProcessCluster = (options: InProcessOptions = {}): Cluster => {
  const { seed = 1, disturbed = false, simulatedNodes = false } = options;
  const cluster = new InProcessCluster({ seed, disturbed });
  cluster.kubelets.isSimulated = simulatedNodes;
  const timeline = new Timeline();
  cluster.registry.store.observe(({ type, object }) =>
    timeline.record({ at: cluster.loop.now, type, object }),
  );
  const watches = new OpenWatches();
  return {
    name: `in-process cluster, Kubernetes ${KUBERNETES.release}`,
    capabilities: new Set(claimsOf(disturbed)),
    seed,
    gaps,
    api: apiFor(cluster.server, watches, administrator),
    as: (user) => apiFor(cluster.server, watches, callerOf(user)),
    world: worldOf(cluster),
    time: timeOf(cluster.loop),
    timeline,
    configure: async (settings) => cluster.configure(settings),
    close: async () => watches.close(),
  };
};
