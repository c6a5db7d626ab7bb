import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError, notFound } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import { Inconclusive } from '../../port/inconclusive';
import type { Answer, Call, Connection } from './connection/connection';
import { leave, type Remains, untilGone } from './leave';
import type { Heard } from './watching/heard';
import type { Watching } from './watching/watching';

const { namespaces, nodes, pods, daemonsets, configmaps } = {
  ...resources,
  configmaps: resources.configmaps,
};
const WATCHED: readonly ResourceType[] = [namespaces, nodes, pods, daemonsets, configmaps];

const object = (
  resource: ResourceType,
  name: string,
  more: Partial<KubeObject['metadata']> = {},
): KubeObject => ({
  apiVersion: resource.apiVersion,
  kind: resource.kind,
  metadata: { name, uid: `uid-${name}`, resourceVersion: '1', creationTimestamp: '', ...more },
});

/** A server that holds these objects, and the watch of it. */
class Server {
  readonly calls: Call[] = [];
  /** Answers that are lost, by the first words of the request. */
  readonly lost: string[] = [];
  readonly #objects: Map<ResourceType, KubeObject[]>;
  readonly #listeners = new Set<(heard: Heard) => void>();

  constructor(objects: readonly (readonly [ResourceType, KubeObject])[]) {
    this.#objects = new Map(WATCHED.map((each) => [each, []]));
    for (const [resource, each] of objects) this.#objects.get(resource)?.push(each);
  }

  readonly connection = {
    send: async (call: Call): Promise<Answer> => {
      this.calls.push(call);
      const words = `${call.method} ${call.path}`;
      const at = this.lost.indexOf(words);
      if (at >= 0) {
        this.lost.splice(at, 1);
        throw new Inconclusive('The reply was lost.');
      }
      return { code: 200, body: this.#answer(call), warnings: [] };
    },
  } as Partial<Connection> as Connection;

  readonly watching = {
    watches: () => true,
    all: (resource: ResourceType) => this.#objects.get(resource) ?? [],
    get: (resource: ResourceType, namespace: string | undefined, name: string) =>
      this.#objects
        .get(resource)
        ?.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace),
    subscribe: (listener: (heard: Heard) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  } as Partial<Watching> as Watching;

  get left(): readonly string[] {
    return [...this.#objects.values()].flat().map(({ metadata }) => metadata.name);
  }

  #answer({ method, path, body }: Call): unknown {
    const name = path.split('/').at(-1) ?? '';
    for (const [resource, all] of this.#objects) {
      const found = all.find(({ metadata }) => metadata.name === name);
      if (!found) continue;
      const asked = body as { readonly metadata?: Partial<KubeObject['metadata']> } | undefined;
      const finalizers = asked?.metadata?.finalizers ?? found.metadata.finalizers ?? [];
      const next = { ...found, metadata: { ...found.metadata, finalizers, deletionTimestamp: 'now' } };
      if (method === 'GET') return found;
      const others = all.filter((each) => each !== found);
      this.#objects.set(resource, finalizers.length > 0 ? [...others, next] : others);
      for (const listen of this.#listeners) listen({ resource, type: 'MODIFIED', object: next });
      return next;
    }
    if (method === 'DELETE' && path.includes('/namespaces/')) return {};
    throw notFound(nodes, name);
  }
}

const leaving = async (server: Server): Promise<void> => untilGone(server.watching, await askedToGo(server));

const askedToGo = (server: Server): Promise<Remains> =>
  leave({
    connection: server.connection,
    watching: server.watching,
    watched: WATCHED,
    isOurs: ({ metadata }) => metadata.labels?.ours === 'yes',
  });

const ours = { labels: { ours: 'yes' } };

describe('what an example leaves behind', () => {
  it('is deleted, and what is somebody else’s is not', async () => {
    const server = new Server([
      [namespaces, object(namespaces, 'demo', ours)],
      [nodes, object(nodes, 'east-1', ours)],
      [nodes, object(nodes, 'worker-1')],
      [configmaps, object(configmaps, 'notes', { namespace: 'default' })],
    ]);
    await leaving(server);
    expect(server.left).to.have.members(['worker-1', 'notes']);
    const [deletion] = server.calls.filter(({ path }) => path.endsWith('/nodes/east-1'));
    expect(deletion?.body).to.deep.include({ preconditions: { uid: 'uid-east-1' } });
  });

  it('goes workloads first, then pods at once, so that nothing comes after', async () => {
    const inside = { ...ours, namespace: 'demo' };
    const server = new Server([
      [namespaces, object(namespaces, 'demo', ours)],
      [daemonsets, object(daemonsets, 'log-agent', inside)],
      [pods, object(pods, 'log-agent-x', inside)],
    ]);
    await leaving(server);
    expect(server.calls.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'DELETE /apis/apps/v1/namespaces/demo/daemonsets',
      'DELETE /api/v1/namespaces/demo/pods',
      'DELETE /api/v1/namespaces/demo',
    ]);
    expect(server.calls[1]?.body).to.include({ gracePeriodSeconds: 0 });
  });

  it('is deleted again where the answer was lost', async () => {
    const server = new Server([[nodes, object(nodes, 'east-1', ours)]]);
    server.lost.push('DELETE /api/v1/nodes/east-1', 'DELETE /api/v1/nodes/east-1');
    await leaving(server);
    expect(server.left).to.deep.equal([]);
    expect(server.calls).to.have.length(3);
  });

  it('loses the finalizers of examples, and of nobody else', async () => {
    const held = { ...ours, finalizers: ['example.com/evidence', 'kubernetes.io/pvc-protection'] };
    const server = new Server([[nodes, object(nodes, 'east-1', held)]]);
    server.lost.push('PATCH /api/v1/nodes/east-1');
    const done = leaving(server);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    const patches = server.calls.filter(({ method }) => method === 'PATCH');
    expect(patches).to.have.length(2);
    expect(patches[1]?.body).to.deep.equal({
      metadata: { uid: 'uid-east-1', resourceVersion: '1', finalizers: ['kubernetes.io/pvc-protection'] },
    });
    await server.connection.send({
      method: 'PATCH',
      path: '/api/v1/nodes/east-1',
      body: { metadata: { finalizers: [] } },
    });
    await done;
    expect(server.left).to.deep.equal([]);
  });

  it('is known by kind and name until it is gone', async () => {
    const held = { ...ours, finalizers: ['kubernetes.io/pvc-protection'] };
    const server = new Server([
      [nodes, object(nodes, 'east-1', held)],
      [nodes, object(nodes, 'east-2', ours)],
      [namespaces, object(namespaces, 'demo', { ...ours, finalizers: ['kubernetes'] })],
    ]);
    const remains = await askedToGo(server);
    expect(remains()).to.deep.equal(['nodes/east-1']);
    const body = { metadata: { finalizers: [] } };
    await server.connection.send({ method: 'PATCH', path: '/api/v1/nodes/east-1', body });
    expect(remains()).to.deep.equal([]);
  });

  it('says so where the server refuses', async () => {
    const server = new Server([[nodes, object(nodes, 'east-1', ours)]]);
    const refusal = new ApiError({ ...notFound(nodes, 'east-1').status, code: 403, reason: 'Forbidden' });
    const connection = { send: () => Promise.reject(refusal) } as Partial<Connection> as Connection;
    const outcome = await leave({
      ...{ connection, watching: server.watching, watched: WATCHED },
      isOurs: () => true,
    }).catch((error: unknown) => error);
    expect(outcome).to.equal(refusal);
  });
});
