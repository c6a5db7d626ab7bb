import type { ApiServer } from '../../cluster/apiserver/requests/server';
import { InProcessCluster } from '../../cluster/cluster';
import type { Kinds } from '../../kubernetes/kinds/kinds';

/** How the time of a cluster goes. */
export interface Clock {
  /** A write was made: the controllers have their turn soon. */
  touch(): void;
  close(): void;
}

/** A cluster that clients talk to, under a name. */
export interface HostedCluster {
  readonly name: string;
  readonly cluster: InProcessCluster;
  readonly server: ApiServer;
  /** What it serves now. */
  readonly kinds: Kinds;
  readonly clock: Clock;
  close(): void;
}

export const hostCluster = (name: string, options: { readonly nodes?: number } = {}): HostedCluster => {
  const cluster = new InProcessCluster();
  for (let count = 1; count <= (options.nodes ?? 0); count++)
    cluster.kubelets.machines.join({ name: `node-${count}` });
  let before = Date.now();
  const tick = (): void => {
    const now = Date.now();
    cluster.loop.pass(now - before);
    before = now;
  };
  const timer = setInterval(tick, 5);
  return {
    name,
    cluster,
    server: cluster.server,
    kinds: cluster.registry.kinds,
    clock: { touch: () => {}, close: () => clearInterval(timer) },
    close: () => clearInterval(timer),
  };
};
