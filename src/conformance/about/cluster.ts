import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { type Distribution, distributionOf } from './distribution';

/** Which cluster a run was on. Nothing in it lets anybody in, or leads anybody there. */
export interface ClusterFacts {
  /** The uid of its namespace kube-system: the same for as long as the cluster lives. */
  readonly id: string;
  /** `v1.36.2` */
  readonly version: string;
  /** `linux/amd64`, as the server says. */
  readonly platform: string;
  readonly distribution: Distribution;
  /** Nodes that were there before the run. */
  readonly nodes: number;
}

interface Item {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec?: { readonly providerID?: string };
}

/** Nodes of a run carry it, those that an earlier one has left behind, too. */
const RUN_LABEL = 'rollcall.dev/run';

/** Asks a cluster what it is. */
export const clusterFacts = async (connection: Pick<Connection, 'send'>): Promise<ClusterFacts> => {
  const get = async (path: string): Promise<unknown> => (await connection.send({ method: 'GET', path })).body;
  const [version, groups, nodes, system] = (await Promise.all(
    ['/version', '/apis', '/api/v1/nodes', '/api/v1/namespaces/kube-system'].map(get),
  )) as [
    { readonly gitVersion?: string; readonly platform?: string },
    { readonly groups?: readonly { readonly name: string }[] },
    { readonly items?: readonly Item[] },
    { readonly metadata?: { readonly uid?: string } },
  ];
  const theirs = (nodes.items ?? []).filter(({ metadata }) => !metadata?.labels?.[RUN_LABEL]);
  return {
    id: system.metadata?.uid ?? '',
    version: version.gitVersion ?? '',
    platform: version.platform ?? '',
    distribution: distributionOf({
      version: version.gitVersion ?? '',
      groups: (groups.groups ?? []).map(({ name }) => name),
      nodes: theirs.map(({ metadata, spec }) => ({
        labels: metadata?.labels ?? {},
        providerID: spec?.providerID ?? '',
      })),
    }),
    nodes: theirs.length,
  };
};
