import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { fromTimestamp } from '../../kubernetes/fields/time';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { Journal } from '../clusters/journal';
import { type Answered, refusalOf, Scene } from './hosted.testkit';
import { ordersOf } from './orders';
import type { Written } from './written';

const WEB = { containers: [{ name: 'main', image: 'web:1' }] };

const stepped = async (): Promise<Scene> => {
  const scene = new Scene({ paused: false });
  await scene.patch('clock', 'cluster', { stepped: true });
  return scene;
};

const podOf = (scene: Scene): Pod | undefined =>
  scene.hosted.cluster.registry.store.get(resources.pods, 'default', 'web');

const writtenIn = ({ status }: Answered): Written => status?.written as Written;

describe('a cluster that stands still but for steps', () => {
  it('has controllers wait for a step, and goes on when it no longer stands still', async () => {
    const scene = await stepped();
    await scene.create('machine', 'a', {});
    await scene.create('pod', 'web', WEB, 'default');
    const { now } = scene.hosted.clock;
    await scene.wall.pass(60_000);
    expect([podOf(scene)?.spec.nodeName, scene.hosted.clock.now]).to.deep.equal([undefined, now]);
    await scene.create('step', '', { duration: '0s' });
    expect(podOf(scene)?.spec.nodeName).to.equal('a');
    await scene.patch('clock', 'cluster', { stepped: false });
    await scene.wall.pass(2000);
    expect(podOf(scene)?.status.phase).to.equal('Running');
  });

  it('has machines, images and settings do at once as they are told', async () => {
    const scene = await stepped();
    await scene.create('machine', 'a', {});
    expect(scene.names('nodes')).to.deep.equal(['a']);
    await scene.create('image', 'slow', { image: 'web:1', startSeconds: 20 });
    await scene.create('pod', 'web', WEB, 'default');
    const { status } = await scene.create('step', '', { untilQuiet: true });
    expect(status).to.deep.include({ elapsed: '20s', quiet: true });
    await scene.patch('settings', 'cluster', { legacyScheduling: true });
    expect(scene.hosted.cluster.settings.legacyScheduling).to.equal(true);
  });

  it('has a machine fall silent before its kubelet had a turn', async () => {
    const scene = await stepped();
    await scene.create('machine', 'a', {});
    await scene.patch('machine', 'a', { silent: true });
    expect(scene.hosted.cluster.kubelets.machines.find('a')?.silent).to.equal(true);
    await scene.create('step', '', { untilQuiet: true });
    expect(scene.readiness('a')).not.to.equal('True');
  });

  it('tells who watches of what is written', async () => {
    const scene = await stepped();
    const heard: string[] = [];
    scene.hosted.server.watch(resources.nodes, {}, administrator, ({ type, object }) =>
      heard.push(`${type} ${object.metadata.name}`),
    );
    await scene.create('machine', 'a', {});
    expect(heard).to.deep.equal(['ADDED a']);
  });

  it('renews the leases of the control plane when it goes on, and not while a step goes by', async () => {
    const scene = await stepped();
    const renewed = (): number => {
      const lease = scene.hosted.cluster.registry.store.get(
        resources.leases,
        'kube-system',
        'kube-scheduler',
      );
      return fromTimestamp(lease?.spec.renewTime ?? '');
    };
    const before = renewed();
    await scene.create('step', '', { duration: '1h' });
    expect(renewed()).to.equal(before);
    await scene.patch('clock', 'cluster', { stepped: false });
    await scene.wall.pass(3000);
    expect(scene.hosted.clock.now - renewed()).to.be.at.most(2000);
  });

  it('begins so if it is made so', () => {
    expect(new Scene({ stepped: true }).get('clock', 'cluster').spec).to.deep.include({ stepped: true });
  });
});

describe('a Restart', () => {
  it('has controllers begin anew, and set their alarms anew', async () => {
    const scene = await stepped();
    await scene.create('step', '', { duration: '11h' });
    const { loop } = scene.hosted.cluster;
    expect(loop.isReady).to.equal(true);
    const alarms: string[] = [];
    const after = loop.after.bind(loop);
    loop.after = (delay, kind, purpose, run) => {
      alarms.push(purpose);
      return after(delay, kind, purpose, run);
    };
    const { status } = await scene.create('restart', '', {});
    expect(status).to.have.keys('time');
    expect(alarms).to.include('daemonset-controller sets its clock');
  });
});

describe('what a step says that is asked what was written', () => {
  it('is when everything was written, and of what kinds', async () => {
    const scene = await stepped();
    await scene.create('machine', 'a', {});
    await scene.create('step', '', { untilQuiet: true });
    const { now, cluster } = { ...scene.hosted, now: scene.hosted.clock.now };
    const { store } = cluster.registry;
    const since = store.revision;
    await scene.create('pod', 'web', WEB, 'default');
    const seen: [KubeObject, number][] = [];
    store.observe(({ object }) => seen.push([object, cluster.loop.now]));
    const { time, resourceVersion, moments, kinds } = writtenIn(
      await scene.create('step', '', { duration: '2500ms', since: String(since) }),
    );
    expect([fromTimestamp(time), Number(resourceVersion)]).to.deep.equal([now + 2500, store.revision]);
    const momentOf = (version: number): number | undefined =>
      moments
        .map((each) => [Number(each.resourceVersion), fromTimestamp(each.time)] as const)
        .find(([last]) => last >= version)?.[1];
    for (const [{ metadata }, at] of seen) expect(momentOf(Number(metadata.resourceVersion))).to.equal(at);
    expect(momentOf(since + 1)).to.equal(now);
    expect(new Set(seen.map(([, at]) => at - now))).to.deep.equal(new Set([0, 1000]));
    const last = (kind: string): string | undefined =>
      seen.filter(([object]) => object.kind === kind).at(-1)?.[0].metadata.resourceVersion;
    expect(kinds).to.deep.include({ group: '', resource: 'pods', resourceVersion: last('Pod') });
    expect(kinds.map(({ resource }) => resource)).not.to.include('nodes');
  });

  it('lets nobody work if nothing else is asked', async () => {
    const scene = await stepped();
    await scene.create('machine', 'a', {});
    await scene.create('pod', 'web', WEB, 'default');
    const { now } = scene.hosted.clock;
    const { status } = await scene.create('step', '', {
      since: String(scene.hosted.cluster.registry.store.revision),
    });
    expect(status).to.deep.include({ elapsed: '0s', quiet: false });
    expect(writtenIn({ status } as Answered)).to.deep.include({ moments: [], kinds: [] });
    expect([podOf(scene)?.spec.nodeName, scene.hosted.clock.now]).to.deep.equal([undefined, now]);
  });

  it('is nothing, if so much was written that it is not remembered: what was carried out is not refused', async () => {
    const scene = await stepped();
    const { cluster, clock } = scene.hosted;
    const journal = new Journal(0);
    const order = ordersOf(cluster, clock, journal).find(({ kind }) => kind.kind === 'Step');
    if (!order) throw new Error('no order');
    cluster.loop.after(500, 'work', 'much is written', () => {
      for (let revision = 1; revision <= 100_000; revision++) journal.note(revision, revision);
    });
    const { apiVersion, kind } = order.kind;
    const sent: Manifest = { apiVersion, kind, spec: { duration: '1s', since: '0' } };
    const carriedOut = scene.hosted.server.carryOut(order, sent, administrator);
    await scene.rest();
    const { status } = (await carriedOut) as Answered;
    expect(status).to.deep.include({ elapsed: '1s' }).and.not.to.have.property('written');
  });

  it('is refused for what is no version, or too old', async () => {
    const scene = await stepped();
    const no = await refusalOf(scene.create('step', '', { since: 'yesterday' }));
    expect([no.code, no.status.causes?.[0]?.field]).to.deep.equal([422, 'spec.since']);
    const old = await refusalOf(scene.create('step', '', { since: '1' }));
    expect([old.code, old.reason]).to.deep.equal([410, 'Expired']);
  });
});
