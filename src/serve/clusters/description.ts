import { toTimestamp } from '../../kubernetes/fields/time';
import { resources } from '../../kubernetes/kinds/resources';
import type { HostedCluster } from './hostedCluster';

/** A cluster as those who make and drop clusters see it. */
export interface ClusterDescription {
  readonly name: string;
  /** Where its API is. */
  readonly server: string;
  /** How many nodes it has now. */
  readonly nodes: number;
  readonly seed: number;
  readonly disturbed: boolean;
  readonly paused: boolean;
  readonly speed: number;
  /** What the time is in it. */
  readonly time: string;
}

export const describeCluster = (hosted: HostedCluster, server: string): ClusterDescription => {
  const { name, clock, options, cluster } = hosted;
  return {
    name,
    server,
    nodes: cluster.registry.store.all(resources.nodes).length,
    seed: options.seed ?? 1,
    disturbed: options.disturbed ?? false,
    paused: clock.paused,
    speed: clock.speed,
    time: toTimestamp(clock.now),
  };
};
