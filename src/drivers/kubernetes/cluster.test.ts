import { expect } from 'chai';
import { isTerminating } from '../../kubernetes/fields/meta';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import type { Cluster } from '../../port/cluster';
import { BareCluster } from './bareCluster.testkit';
import { closeSessions, createCluster } from './driver';
import type { Asked, Meddling } from './faults/meddler.testkit';

const NODE = 'east-1';
const labels = { app: 'log-agent' };

const namespace = (name: string): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

const logAgent: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'log-agent', namespace: 'demo' },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'log-agent:1.0' }] } },
  },
};

/** Of each sort something: with a namespace and without, in a namespace of its own and in one of the cluster. */
const makeAll = async ({ api, world, time }: Cluster): Promise<void> => {
  await world.addNode({ name: NODE });
  await api.create(namespace('demo'));
  await api.create({ ...logAgent, metadata: { ...logAgent.metadata, finalizers: ['example.com/held'] } });
  await api.create({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'high', finalizers: ['example.com/held'] },
    value: 5,
  });
  await api.create({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', namespace: 'default' },
  });
  await time.settle();
};

const isWatchOf =
  (plural: string) =>
  ({ path }: Asked): boolean =>
    path.includes(`/${plural}?`) && path.includes('watch=true');

describe('a cluster that exists, for one example', function () {
  this.timeout(60_000);
  let bare: BareCluster;
  const meddling: { -readonly [key in keyof Meddling]: Meddling[key] } = {};

  before(async () => {
    bare = await BareCluster.start({
      line: (...told) => (meddling.line ? meddling.line(...told) : told[1]),
      answer: (asked, body) => (meddling.answer ? meddling.answer(asked, body) : body),
      refuses: (asked) => meddling.refuses?.(asked),
    });
  });
  afterEach(async () => {
    for (const each of Object.keys(meddling)) delete meddling[each as keyof Meddling];
    await closeSessions();
  });
  after(() => bare.close());

  for (const mode of ['exclusive', 'shared'] as const)
    it(`is left as it was found when it is closed, ${mode}`, async () => {
      const before = bare.contents();
      const cluster = await createCluster({ target: bare.target({ mode }) });
      await makeAll(cluster);
      const made = bare.contents().filter((each) => !before.includes(each));
      for (const plural of ['nodes', 'pods', 'daemonsets', 'priorityclasses', 'configmaps', 'leases'])
        expect(made.filter((each) => each.startsWith(`${plural}/`))).not.to.deep.equal([]);
      await cluster.close();
      expect(await bare.left(before)).to.deep.equal([]);
    });

  it('deletes nothing that another example, or somebody else, has made', async () => {
    const { registry } = bare.served.cluster.cluster;
    const target = bare.target();
    const [one, other] = [await createCluster({ target }), await createCluster({ target })];
    for (const { world, api } of [one, other]) {
      await world.addNode({ name: NODE });
      await api.create(namespace('demo'));
    }
    await other.api.create({ ...logAgent });
    const before = registry.store.all(resources.nodes).length;
    await one.close();
    expect(registry.store.all(resources.nodes)).to.have.length(before - 1);
    expect((await other.api.list({ resource: resources.nodes })).items).to.have.length(1);
    expect((await other.api.list({ resource: resources.daemonsets })).items).to.have.length(1);
    await other.close();
    expect(registry.store.all(resources.nodes)).to.have.length(before - 2);
  });

  it('says so where it cannot be left as it was found, however often it is closed', async () => {
    const cluster = await createCluster({ target: bare.target() });
    await cluster.world.addNode({ name: NODE });
    meddling.refuses = ({ method, path }) =>
      method === 'DELETE' && path.includes('/nodes/') ? 403 : undefined;
    for (const close of [cluster.close(), cluster.close()])
      expect(String(await close.catch((error: unknown) => error))).to.contain('refused with 403');
  });

  it('confirms nothing while a watch tells nothing', async () => {
    const cluster = await createCluster({ target: bare.target() });
    await cluster.api.create(namespace('demo'));
    await cluster.confirm?.();
    const isPods = isWatchOf('pods');
    let tell = (): void => {};
    const later = new Promise<void>((resolve) => {
      tell = resolve;
    });
    meddling.line = async (asked, line) => {
      if (isPods(asked)) await later;
      return line;
    };
    const { registry } = bare.served.cluster.cluster;
    const [space] = registry.store
      .all(resources.namespaces)
      .filter((each) => each.metadata.name.startsWith('demo-') && !isTerminating(each));
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: space?.metadata.name } };
    await bare.create('pods', { ...pod, spec: { containers: [{ name: 'a', image: 'a' }] } });
    let isConfirmed = false;
    const confirming = cluster.confirm?.().then(() => {
      isConfirmed = true;
    });
    await cluster.time.pass(1000);
    const names = (): readonly string[] =>
      cluster.timeline
        .changes()
        .flatMap(({ object }) => (object.kind === 'Pod' ? [object.metadata.name] : []));
    expect([isConfirmed, names()]).to.deep.equal([false, []]);
    tell();
    await confirming;
    expect(names()).to.include('a');
    await cluster.close();
  });

  it('confirms nothing while controllers are away', async () => {
    const unseen = (text: string): string =>
      text.replaceAll(/"observedGeneration":\d+/g, '"observedGeneration":0');
    let isAway = true;
    const isMeant = ({ path }: Asked): boolean => isAway && path.includes('/daemonsets');
    meddling.line = (asked, line) => (isMeant(asked) ? unseen(line) : line);
    meddling.answer = (asked, body) => (isMeant(asked) ? JSON.parse(unseen(JSON.stringify(body))) : body);
    const cluster = await createCluster({ target: bare.target() });
    await cluster.api.create(namespace('demo'));
    await cluster.api.create(logAgent);
    let isConfirmed = false;
    const confirming = cluster.confirm?.().then(() => {
      isConfirmed = true;
    });
    await cluster.time.pass(4000);
    expect(isConfirmed).to.equal(false);
    isAway = false;
    const set = { resource: resources.daemonsets, namespace: 'demo', name: 'log-agent' };
    await cluster.api.patch(set, { metadata: { labels: { team: 'ops' } } }, 'merge');
    await confirming;
    await cluster.close();
  });
});
