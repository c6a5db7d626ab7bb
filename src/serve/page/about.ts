import type { FastifyRequest } from 'fastify';
import type { Clusters } from '../clusters/clusters';
import type { HostedCluster } from '../clusters/hostedCluster';
import { pathOf } from '../clusters/routes';
import { kubeconfigOf } from '../kubeconfig';
import type { About } from './view';

/** So many clusters are linked. */
const MOST_CLUSTERS = 30;

/** Where a cluster is for whoever asks, and which others there are. */
export const aboutOf = (
  { name }: HostedCluster,
  { protocol, host }: FastifyRequest,
  {
    clusters,
    token,
    authority,
  }: {
    readonly clusters: Clusters;
    readonly token: string | undefined;
    readonly authority?: string | undefined;
  },
): About => {
  const url = `${protocol}://${host}`;
  const server = `${url}${pathOf(name)}`;
  const names = clusters.all.map((each) => each.name);
  const linked = names.slice(0, MOST_CLUSTERS);
  return {
    name,
    server,
    kubeconfig: kubeconfigOf([{ name, server, token, authority }]),
    kubeconfigUrl: `${url}/clusters/${name}/kubeconfig`,
    asksForToken: token !== undefined,
    clusters: linked,
    moreClusters: names.length - linked.length,
  };
};
