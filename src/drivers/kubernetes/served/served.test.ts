import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { ApiError } from '../../../kubernetes/refusals';
import { Inconclusive } from '../../../port/inconclusive';
import type { Served as Server } from '../../../serve/serve';
import { serve } from '../../../serve/serve';
import { discover } from '../api/discovery';
import type { Connection } from '../connection/connection';
import { makeLens } from '../lens/makeLens';
import type { Heard } from '../watching/heard';
import { plainConnection } from '../watching/plainConnection.testkit';
import { Watching } from '../watching/watching';
import { clusterOfWorker, dropClusters, makesClusters } from './clusters';
import { type Offer, offerIn } from './offer';
import { beginServed, type Served } from './served';

const WATCHED = [resources.nodes, resources.pods, resources.events];
const LABELS = { 'rollcall.dev/run': 'r1' };

describe('a cluster that has time and machines as resources', () => {
  let server: Server;
  let connection: Connection;
  let watching: Watching;
  let offer: Offer;
  let told: { heard: Heard; at: number }[];
  let refreshed: number;
  let open: Served | undefined;

  beforeEach(async () => {
    server = await serve({ pace: 0 });
    connection = plainConnection(server.url);
    const found = offerIn(await discover(connection));
    if (!found) throw new Error('It offers nothing.');
    offer = found;
    watching = new Watching(connection);
    await watching.begin(WATCHED);
    [told, refreshed] = [[], 0];
  });
  afterEach(async () => {
    watching.close();
    connection.close();
    await server.close();
  });

  const begin = async (): Promise<Served> => {
    const lens = makeLens({ suffix: '-r1-1', mode: 'exclusive', labels: LABELS });
    open = await beginServed<Heard>({
      ...{ connection, offer, lens, labels: LABELS, hearing: watching },
      watched: () => WATCHED,
      tell: (heard, at) => void told.push({ heard, at }),
      onSettings: async () => {
        refreshed += 1;
      },
    });
    return open;
  };
  const get = async (path: string): Promise<Record<string, Record<string, unknown>>> =>
    (await connection.send({ method: 'GET', path })).body as Record<string, Record<string, unknown>>;
  const clock = async (): Promise<unknown> =>
    (await get('/apis/clock.rollcall.dev/v1alpha1/clocks/cluster')).spec;
  const namesOf = async (path: string): Promise<readonly string[]> => {
    const { items } = (await get(path)) as unknown as { items: { metadata: { name: string } }[] };
    return items.map(({ metadata }) => metadata.name);
  };
  const pod = async (image = 'web:1'): Promise<void> => {
    const spec = { containers: [{ name: 'main', image }] };
    const body = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec };
    await connection.send({ method: 'POST', path: '/api/v1/namespaces/default/pods', body });
  };
  const isRunning = ({ heard: { object } }: (typeof told)[number]): boolean =>
    object.kind === 'Pod' && (object as Pod).status.phase === 'Running';

  it('takes back what it has made of the world, though nobody heard that it was made', async () => {
    const { send } = connection;
    connection.send = async (call) => {
      const answer = await send.call(connection, call);
      if (call.method === 'POST' && /images|machines/.test(call.path)) throw new Inconclusive('It was lost.');
      return answer;
    };
    const { world, close } = await begin();
    for (const make of [
      () => world.imageBehaves('web:1', { pullable: false }),
      () => world.addNode({ name: 'east-1' }),
    ])
      expect(await make().catch((error: unknown) => error)).to.be.instanceOf(Inconclusive);
    expect(await namesOf('/apis/images.rollcall.dev/v1alpha1/images')).to.have.length(1);
    await close();
    expect(await namesOf('/apis/images.rollcall.dev/v1alpha1/images')).to.deep.equal([]);
    expect(await namesOf('/apis/machines.rollcall.dev/v1alpha1/machines')).to.deep.equal([]);
  });

  it('stands still from a whole second on, and its clock is given back as it was', async () => {
    const before = await clock();
    const { time, close } = await begin();
    expect(time.now() % 1000).to.equal(0);
    expect(await clock()).to.deep.include({ stepped: true });
    await time.pass(1500);
    expect(time.now() % 1000).to.equal(500);
    await close();
    expect(await clock()).to.deep.equal(before);
  });

  it('is given back as it was in the first place, though somebody was stopped who had it', async () => {
    const before = await clock();
    await begin();
    const { close } = await begin();
    await close();
    expect(await clock()).to.deep.equal(before);
  });

  it('tells of everything when it happened, in order, before a step is over', async () => {
    const { world, time, close } = await begin();
    await world.addNode({ name: 'a' });
    expect(told.map(({ heard }) => `${heard.type} ${heard.object.metadata.name}`)).to.deep.equal(['ADDED a']);
    await world.imageBehaves('web:1', { startSeconds: 20 });
    await pod();
    const start = time.now();
    expect(await time.settle()).to.deep.equal({ quiet: true, elapsed: 20_000 });
    expect(told.find(isRunning)?.at).to.equal(start + 20_000);
    const versions = told.map(({ heard }) => Number(heard.object.metadata.resourceVersion));
    expect(versions).to.deep.equal([...versions].sort((a, b) => a - b));
    await close();
  });

  it('carries the label of the run in what it makes, and leaves nothing behind', async () => {
    const { world, configure, close } = await begin();
    await world.addNode({ name: 'a', labels: { disk: 'ssd' } });
    await world.imageBehaves('web:1', { pullable: false });
    await world.imageBehaves('web:1', { startSeconds: 2 });
    await configure({ legacyScheduling: true });
    expect(server.cluster.cluster.settings.legacyScheduling).to.equal(true);
    const ours = '?labelSelector=rollcall.dev/run=r1';
    for (const path of ['/api/v1/nodes', '/apis/machines.rollcall.dev/v1alpha1/machines'])
      expect(await namesOf(path + ours)).to.deep.equal(['a']);
    expect(await namesOf(`/apis/images.rollcall.dev/v1alpha1/images${ours}`)).to.have.length(1);
    expect(refreshed).to.equal(1);
    await close();
    for (const path of ['/api/v1/nodes', '/apis/machines.rollcall.dev/v1alpha1/machines'])
      expect(await namesOf(path)).to.deep.equal([]);
    expect(await namesOf('/apis/images.rollcall.dev/v1alpha1/images')).to.deep.equal([]);
    expect([server.cluster.cluster.settings.legacyScheduling, refreshed]).to.deep.equal([false, 2]);
  });

  it('has machines join again, be silent again, and be started again', async () => {
    const { world, time, close } = await begin();
    const machine = () => server.cluster.cluster.kubelets.machines.find('a');
    await world.addNode({ name: 'a' });
    const again = await world.addNode({ name: 'a' }).catch((error: unknown) => error);
    expect(again).to.be.instanceOf(ApiError);
    expect((again as ApiError).message).to.equal('nodes "a" already exists');
    await time.settle();
    await world.removeNode('a');
    await world.addNode({ name: 'a' });
    await time.settle();
    await world.silenceNode('a');
    await world.rebootNode('a', 10);
    await time.pass(20_000);
    expect(machine()?.silent).to.equal(false);
    await world.silenceNode('a');
    expect(machine()?.silent).to.equal(true);
    await world.reviveNode('a');
    await world.shutDownNode('a');
    await time.pass(60_000);
    expect([machine()?.silent, machine()?.isShuttingDown]).to.deep.equal([true, true]);
    await world.reviveNode('a');
    expect([machine()?.silent, machine()?.isShuttingDown]).to.deep.equal([false, false]);
    await close();
  });

  it('has containers do as they are told, and says what is not there', async () => {
    const { world, time, close } = await begin();
    await world.addNode({ name: 'a' });
    await pod();
    await time.settle();
    await world.setPodReady({ namespace: 'default', name: 'web' }, false);
    await world.exitContainer({ namespace: 'default', name: 'web' }, 3);
    await time.settle();
    const found = watching.get<Pod>(resources.pods, 'default', 'web');
    expect(found?.status.containerStatuses?.[0]).to.deep.include({ restartCount: 1, ready: false });
    await world.finishPod({ namespace: 'default', name: 'web' }, 'Succeeded');
    await time.settle();
    expect(watching.get<Pod>(resources.pods, 'default', 'web')?.status.phase).to.equal('Succeeded');
    for (const deed of [
      () => world.silenceNode('b'),
      () => world.rebootNode('b'),
      () => world.removeNode('b'),
      () => world.setPodReady({ namespace: 'default', name: 'no' }, true),
    ])
      expect(await deed().catch((error: unknown) => error)).to.be.instanceOf(ApiError);
    await close();
  });

  it('can be one of many: a worker is given one of its own, which is dropped in the end', async () => {
    expect(await makesClusters(connection)).to.equal(true);
    const { connection: own } = await clusterOfWorker(connection, 'r1', '0');
    await own.send({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'mine' } },
    });
    const spaces = async (each: Connection): Promise<string> =>
      JSON.stringify((await each.send({ method: 'GET', path: '/api/v1/namespaces' })).body);
    expect(
      [await spaces(own), await spaces(connection)].map((text) => text.includes('"mine"')),
    ).to.deep.equal([true, false]);
    const { connection: anew, drop } = await clusterOfWorker(connection, 'r1', '0');
    expect(await spaces(anew)).not.to.include('"mine"');
    expect(await makesClusters(anew)).to.equal(false);
    await drop();
    expect(server.clusters.all.map(({ name }) => name)).to.deep.equal(['default']);
    for (const run of ['r1', 'r2']) await clusterOfWorker(connection, run, '0');
    expect(await dropClusters(connection, 'r1')).to.deep.equal(['rollcall-r1-0']);
    expect(server.clusters.all.map(({ name }) => name)).to.deep.equal(['default', 'rollcall-r2-0']);
  });
});
