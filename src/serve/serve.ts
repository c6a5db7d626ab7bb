import { type HostedCluster, hostCluster } from './clusters/hostedCluster';
import { createFront } from './http/front';

/** What is served, and where. */
export interface ServeOptions {
  /** Default 0: any that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** How many nodes the first cluster has. Default 0. */
  readonly nodes?: number;
}

/** A server that is running. */
export interface Served {
  /** `http://127.0.0.1:8001` */
  readonly url: string;
  readonly cluster: HostedCluster;
  /** Ends the connections, the watches and the clusters. */
  close(): Promise<void>;
}

/** Serves clusters behind Kubernetes' REST API. */
export const serve = async ({
  port = 0,
  host = '127.0.0.1',
  nodes = 0,
}: ServeOptions = {}): Promise<Served> => {
  const cluster = hostCluster('default', { nodes });
  const front = createFront((path) => ({ cluster, path }));
  const url = await front.listen({ port, host });
  return {
    url,
    cluster,
    close: async () => {
      cluster.close();
      await front.close();
    },
  };
};
