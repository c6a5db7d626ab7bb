import { expect } from 'chai';
import fc from 'fast-check';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import type { ResourceQuota } from '../../../kubernetes/kinds/quota/resourceQuota';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Cluster } from '../../../port/cluster';
import { createInProcessCluster } from '../../in-process/driver';
import type { Picture } from './finding';
import { findingsIn } from './findings';

const NODES = ['east-1', 'east-2', 'east-3'];

const listOf = async <T extends KubeObject>(
  { api }: Cluster,
  resource: ResourceType,
): Promise<readonly T[]> => (await api.list<KubeObject>({ resource })).items as readonly T[];

const pictureOf = async (cluster: Cluster, silent: Picture['silent'] = new Map()): Promise<Picture> => ({
  now: cluster.time.now(),
  daemonSets: await listOf<DaemonSet>(cluster, resources.daemonsets),
  pods: await listOf<Pod>(cluster, resources.pods),
  nodes: await listOf<Node>(cluster, resources.nodes),
  revisions: await listOf(cluster, resources.controllerrevisions),
  budgets: await listOf<PodDisruptionBudget>(cluster, resources.poddisruptionbudgets),
  quotas: await listOf<ResourceQuota>(cluster, resources.resourcequotas),
  silent,
});

const found = async (cluster: Cluster, silent?: Picture['silent']): Promise<readonly string[]> =>
  findingsIn(await pictureOf(cluster, silent)).map(({ what }) => what);

const labels = { app: 'agent' };
const agent = (image = 'agent:v1', more: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent', namespace: 'default' },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'agent', image }] } },
    ...more,
  },
});

const set = { resource: resources.daemonsets, namespace: 'default', name: 'agent' };
const node = (name: string) => ({ resource: resources.nodes, name });

/** What people do to a cluster, by what it is. */
const deeds: Readonly<Record<string, (cluster: Cluster) => Promise<unknown>>> = {
  update: ({ api, time }) => api.patch(set, agent(`agent:v${time.now()}`), 'merge'),
  taint: ({ api }) =>
    api.patch(node('east-1'), { spec: { taints: [{ key: 'a', effect: 'NoExecute' }] } }, 'merge'),
  reserve: ({ api }) =>
    api.patch(node('east-2'), { spec: { taints: [{ key: 'b', effect: 'NoSchedule' }] } }, 'merge'),
  untaint: ({ api }) => api.patch(node('east-1'), { spec: { taints: [] } }, 'merge'),
  cordon: ({ api }) => api.patch(node('east-2'), { spec: { unschedulable: true } }, 'merge'),
  label: ({ api }) => api.patch(node('east-3'), { metadata: { labels: { gpu: 'yes' } } }, 'merge'),
  select: ({ api }) =>
    api.patch(set, { spec: { template: { spec: { nodeSelector: { gpu: 'yes' } } } } }, 'merge'),
  patience: ({ api }) => api.patch(set, { spec: { minReadySeconds: 20 } }, 'merge'),
  kill: ({ api }) => api.deleteCollection({ resource: resources.pods, namespace: 'default' }),
  join: async ({ world, timeline }) => world.addNode({ name: `west-${timeline.changes().length}` }),
  pause: ({ time }) => time.pass(7000),
};

const clusterWithAgent = async (): Promise<Cluster> => {
  const cluster = createInProcessCluster();
  for (const name of NODES) await cluster.world.addNode({ name });
  await cluster.time.settle();
  await cluster.api.create(agent());
  return cluster;
};

describe('what a cluster has still to do', () => {
  it('is nothing when it has come to rest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 6 }), async (names) => {
        const cluster = await clusterWithAgent();
        for (const name of names) await deeds[name]?.(cluster);
        expect((await cluster.time.settle()).quiet).to.equal(true);
        expect(await found(cluster)).to.deep.equal([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is seen right after something was done', async () => {
    const cluster = await clusterWithAgent();
    expect(await found(cluster)).to.deep.equal([
      'daemon set "agent" of "default" to be looked at by its controller',
      ...NODES.map((name) => `a pod of daemon set "agent" of "default" for "${name}"`),
    ]);
    await cluster.time.settle();
    await deeds.taint?.(cluster);
    const [leave, evicted, ...more] = await found(cluster);
    expect(leave).to.equal('the pod of daemon set "agent" of "default" to leave "east-1"');
    expect(evicted).to.match(/^pod "agent-.*" of "default" to be asked to leave node "east-1"$/);
    expect(more).to.deep.equal([]);
  });

  it('is known to come later where time decides it', async () => {
    const cluster = await clusterWithAgent();
    await cluster.api.patch(set, { spec: { minReadySeconds: 60 } }, 'merge');
    await cluster.time.eventually(async () => {
      expect((await cluster.api.get(set)).status.numberReady).to.equal(3);
    });
    const picture = await pictureOf(cluster);
    const [first] = findingsIn(picture);
    expect(first?.what).to.equal('pods of daemon set "agent" of "default" to be available');
    expect((first?.due ?? 0) - picture.now).to.be.within(58_000, 60_000);
  });

  it('is that a node is found silent, and its pods not ready', async () => {
    const cluster = await clusterWithAgent();
    await cluster.time.settle();
    const since = cluster.time.now();
    await cluster.world.silenceNode('east-1');
    const silent = new Map([['east-1', since]]);
    const [finding] = findingsIn(await pictureOf(cluster, silent));
    expect(finding).to.deep.include({ what: 'node "east-1" to be found silent', due: since + 40_000 });
    await cluster.time.settle();
    expect(await found(cluster, silent)).to.deep.equal([]);
  });

  it('is to collect what is left of a daemon set', async () => {
    const cluster = await clusterWithAgent();
    await cluster.time.settle();
    await cluster.api.delete(set);
    const things = await found(cluster);
    expect(things.filter((each) => each.endsWith('whose daemon set is gone, to go'))).to.have.length(4);
    await cluster.time.settle();
    expect(await found(cluster)).to.deep.equal([]);
  });

  it('is to count what quotas and budgets are about', async () => {
    const cluster = await clusterWithAgent();
    await cluster.time.settle();
    const metadata = { name: 'few', namespace: 'default' };
    const hard = { pods: '9' };
    await cluster.api.create({ apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard } });
    const spec = { minAvailable: 1, selector: { matchLabels: labels } };
    await cluster.api.create({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec });
    expect(await found(cluster)).to.deep.equal([
      'disruption budget "few" of "default" to be looked at by its controller',
      'quota "few" of "default" to be counted',
    ]);
    await cluster.time.settle();
    expect(await found(cluster)).to.deep.equal([]);
  });
});
