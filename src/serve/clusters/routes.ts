import type { FastifyInstance, FastifyRequest } from 'fastify';
import { gate } from '../http/gate';
import { type Access, kubeconfigOf } from '../kubeconfig';
import type { Clusters } from './clusters';
import { DEFAULT } from './clusters';
import { describeCluster } from './description';
import type { HostedCluster } from './hostedCluster';
import { readHostOptions } from './hostOptions';

/** Below this the clusters are: `/clusters/NAME`, with the API of each. */
const PREFIX = '/clusters';

interface Named {
  readonly name: string;
}

/** Where a request goes: to the cluster in its path, or else to the one at the root. */
export const routeTo =
  (clusters: Clusters) =>
  (path: string): { readonly cluster: HostedCluster; readonly path: string } | undefined => {
    const [, first, name, ...rest] = path.split('/');
    const isNamed = first === 'clusters' && name !== undefined;
    const cluster = isNamed ? clusters.get(decodeURIComponent(name)) : clusters.find(DEFAULT);
    return cluster && { cluster, path: isNamed ? `/${rest.join('/')}` : path };
  };

/** The path of a cluster's API. */
export const pathOf = (name: string): string => (name === DEFAULT ? '' : `${PREFIX}/${name}`);

/**
 * Lets clusters be made and dropped: `PUT /clusters/NAME` with how it is to be made, `GET`, `DELETE`, `GET /clusters`, and
 * `GET /clusters/NAME/kubeconfig`.
 * @param access what clients have to show, and by what they know the server, if by anything
 */
export const addClusterRoutes = (
  front: FastifyInstance,
  clusters: Clusters,
  { token, authority }: Pick<Access, 'token' | 'authority'> = {},
): void => {
  const serverOf = ({ protocol, host }: FastifyRequest, name: string): string =>
    `${protocol}://${host}${pathOf(name)}`;
  const shown = (request: FastifyRequest, cluster: HostedCluster) =>
    describeCluster(cluster, serverOf(request, cluster.name));

  const guarded = { onRequest: gate(token) };
  front.get(PREFIX, guarded, async (request) => ({
    clusters: clusters.all.map((each) => shown(request, each)),
  }));
  front.get<{ Params: Named }>(`${PREFIX}/:name`, guarded, async (request) =>
    shown(request, clusters.get(request.params.name)),
  );
  front.put<{ Params: Named }>(`${PREFIX}/:name`, guarded, async (request, reply) => {
    const options = readHostOptions(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
    const cluster = clusters.create(request.params.name, options);
    await cluster.clock.step(0);
    reply.code(201);
    return shown(request, cluster);
  });
  front.delete<{ Params: Named }>(`${PREFIX}/:name`, guarded, async (request) => {
    const last = shown(request, clusters.get(request.params.name));
    clusters.drop(request.params.name);
    return last;
  });
  front.get<{ Params: Named }>(`${PREFIX}/:name/kubeconfig`, guarded, async (request, reply) => {
    const { name } = clusters.get(request.params.name);
    reply.type('application/yaml');
    return kubeconfigOf([{ name, server: serverOf(request, name), token, authority }]);
  });
};
