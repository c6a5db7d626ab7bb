import { Clusters, DEFAULT } from './clusters/clusters';
import type { HostedCluster, HostOptions } from './clusters/hostedCluster';
import { addClusterRoutes, pathOf, routeTo } from './clusters/routes';
import { createFront } from './http/front';
import { kubeconfigOf } from './kubeconfig';

/** What is served, and where. The rest is how each of the first clusters is made. */
export interface ServeOptions extends HostOptions {
  /** Default 0: any that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Which clusters there are from the start; default one, `default`, whose API is at the root. */
  readonly clusters?: readonly string[];
  /** Hears what is amiss in a cluster, in a sentence. By default it is written to stderr. */
  tell?(text: string): void;
}

/** A server that is running. */
export interface Served {
  /** `http://127.0.0.1:8001` */
  readonly url: string;
  /** All clusters: more can be made, and others dropped. */
  readonly clusters: Clusters;
  /** The first cluster. */
  readonly cluster: HostedCluster;
  /** The URL of a cluster's API, by the cluster's name. */
  urlOf(name: string): string;
  /** A kubeconfig with a context for each cluster that there is. The first cluster's is the current one. */
  kubeconfig(): string;
  /** Ends the connections, the watches and the clusters. */
  close(): Promise<void>;
}

/** Serves clusters behind Kubernetes' REST API. @throws the error of the system if it cannot listen there */
export const serve = async ({
  port = 0,
  host = '127.0.0.1',
  clusters: names = [DEFAULT],
  tell,
  ...options
}: ServeOptions = {}): Promise<Served> => {
  const clusters = new Clusters(tell ? { tell } : {});
  const [cluster] = names.map((name) => clusters.create(name, options));
  if (!cluster) throw new Error('There must be a cluster to serve.');
  const front = createFront(routeTo(clusters));
  addClusterRoutes(front, clusters);
  const close = async (): Promise<void> => {
    clusters.close();
    await front.close();
  };
  try {
    const url = await front.listen({ port, host });
    const urlOf = (name: string): string => `${url}${pathOf(name)}`;
    return {
      url,
      clusters,
      cluster,
      urlOf,
      kubeconfig: () =>
        kubeconfigOf(byName(clusters, cluster.name).map((name) => ({ name, server: urlOf(name) }))),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The names of all clusters, one of them first. */
const byName = (clusters: Clusters, first: string): readonly string[] => {
  const names = clusters.all.map(({ name }) => name);
  return [...names.filter((name) => name === first), ...names.filter((name) => name !== first)];
};
