import { Clusters, DEFAULT } from './clusters/clusters';
import type { HostedCluster, HostOptions } from './clusters/hostedCluster';
import { addClusterRoutes, pathOf, routeTo } from './clusters/routes';
import { makeCertificate } from './http/certificate';
import { createFront } from './http/front';
import { keepStrangersOut } from './http/neighbours';
import { kubeconfigOf } from './kubeconfig';
import { addPages } from './page/routes';
import type { WatchingOptions } from './watch/watching';

/** What is served, and where. The rest is how each of the first clusters is made. */
export interface ServeOptions extends HostOptions {
  /** Default 0: any that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`. Where others could come from elsewhere, a token is needed. */
  readonly host?: string;
  /** What clients have to show. By default whoever is on this machine may do everything. */
  readonly token?: string;
  /**
   * Whether it is served encrypted, with a certificate that is made at the start. By default where others could come from
   * elsewhere: clients written in Go send no token otherwise.
   */
  readonly tls?: boolean;
  /** Which clusters there are from the start; default one, `default`, whose API is at the root. */
  readonly clusters?: readonly string[];
  /** How those who watch are served. */
  readonly watching?: WatchingOptions;
  /** How many connections there may be at a time; one more is closed at once. Default 20,000. */
  readonly connections?: number;
  /** Hears what is amiss in a cluster, in a sentence. By default it is written to stderr. */
  tell?(text: string): void;
}

/** A server that is running. */
export interface Served {
  /** `http://127.0.0.1:8001`, or `https://…` */
  readonly url: string;
  /** The certificate, in PEM, by which clients know the server, if it is served encrypted. */
  readonly authority: string | undefined;
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

/** Only this machine reaches it there. */
export const isLoopback = (host: string): boolean => /^(127(\.\d+){3}|::1|localhost)$/.test(host);

/** So many connections may wait to be taken up: after a break, all who watch come at once. */
const MOST_KNOCKING = 4096;
/** Twice as many as may watch one cluster. */
const MOST_CONNECTIONS = 20_000;

/**
 * Serves clusters behind Kubernetes' REST API.
 * @throws Error if others could reach it and there is no token, ApiError for clusters that make no sense, and the error of
 *   the system if it cannot listen there
 */
export const serve = async ({
  port = 0,
  host = '127.0.0.1',
  clusters: names = [DEFAULT],
  token,
  tls = !isLoopback(host),
  watching,
  connections = MOST_CONNECTIONS,
  tell,
  ...options
}: ServeOptions = {}): Promise<Served> => {
  if (!isLoopback(host) && !token) throw new Error(`Others reach ${host}, too: clients must show a token.`);
  const clusters = new Clusters({ token, watching, ...(tell ? { tell } : {}) });
  const certificate = tls ? await makeCertificate(host) : undefined;
  const authority = certificate?.cert;
  const front = createFront(routeTo(clusters), certificate);
  front.server.maxConnections = connections;
  front.addHook('onRequest', keepStrangersOut({ host, asksForToken: Boolean(token) }));
  addClusterRoutes(front, clusters, { token, authority });
  addPages(front, clusters, { token, authority });
  const close = async (): Promise<void> => {
    clusters.close();
    await front.close();
  };
  try {
    const [cluster] = names.map((name) => clusters.create(name, options));
    if (!cluster) throw new Error('There must be a cluster to serve.');
    await Promise.all(clusters.all.map(({ clock }) => clock.step(0)));
    const address = await front.listen({ port, host, backlog: MOST_KNOCKING });
    // Fastify does not know what its server speaks.
    const url = tls ? address.replace(/^http:/, 'https:') : address;
    const urlOf = (name: string): string => `${url}${pathOf(name)}`;
    return {
      url,
      authority,
      clusters,
      cluster,
      urlOf,
      kubeconfig: () =>
        kubeconfigOf(
          namesIn(clusters, cluster.name).map((name) => ({ name, server: urlOf(name), token, authority })),
        ),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The names of all clusters, one of them first. */
const namesIn = (clusters: Clusters, first: string): readonly string[] => {
  const names = clusters.all.map(({ name }) => name);
  return [...names.filter((name) => name === first), ...names.filter((name) => name !== first)];
};
