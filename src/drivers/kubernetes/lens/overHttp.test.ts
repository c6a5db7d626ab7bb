import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import type { Cluster } from '../../../port/cluster';
import { writeKubeconfig } from '../../../serve/kubeconfigFile';
import { type Served, serve } from '../../../serve/serve';
import { closeSessions, createCluster } from '../driver';

const { nodes, namespaces, daemonsets, pods, priorityclasses, clusterrolebindings } = resources;

const manifest = (apiVersion: string, kind: string, metadata: object, fields: object = {}): Manifest => ({
  apiVersion,
  kind,
  metadata,
  ...fields,
});

const agent = (namespace: string, priorityClassName: string) =>
  manifest(
    'apps/v1',
    'DaemonSet',
    { name: 'log-agent', namespace },
    {
      spec: {
        selector: { matchLabels: { app: 'log-agent' } },
        template: {
          metadata: { labels: { app: 'log-agent' } },
          spec: { priorityClassName, containers: [{ name: 'main', image: 'example.test/log-agent:v1' }] },
        },
      },
    },
  );

/** What two examples would do that know nothing of each other. */
const furnish = async ({ api, world }: Cluster, value: number): Promise<void> => {
  await world.addNode({ name: 'east-1' });
  for (const name of ['demo', 'shop']) await api.create(manifest('v1', 'Namespace', { name }));
  await api.create(manifest('scheduling.k8s.io/v1', 'PriorityClass', { name: 'high' }, { value }));
  await api.create(agent('demo', 'high'));
  await api.create(agent('shop', 'system-node-critical'));
};

describe('Two examples on one cluster', () => {
  let served: Served;
  let folder: string;
  let both: readonly [Cluster, Cluster];

  before(async () => {
    served = await serve({ tell: () => {} });
    folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
    const kubeconfig = join(folder, 'config');
    writeKubeconfig(kubeconfig, served.kubeconfig());
    const target = {
      context: 'rollcall',
      kubeconfig,
      run: 'two',
      mode: 'shared',
      patience: 65_000,
      hold: 500,
    } as const;
    both = [await createCluster({ target }), await createCluster({ target })];
    await Promise.all([furnish(both[0], 1), furnish(both[1], 2)]);
    for (const { time } of both) await time.settle();
  });

  after(async () => {
    await closeSessions();
    await served.close();
    rmSync(folder, { recursive: true });
  });

  it('have a node, a project, a class and pods of the same names each', async () => {
    for (const [index, { api }] of both.entries()) {
      const { items } = await api.list({ resource: nodes });
      expect(
        items.map(({ metadata }) => [metadata.name, metadata.labels?.['kubernetes.io/hostname']]),
      ).to.deep.equal([['east-1', 'east-1']]);
      expect(await api.get({ resource: priorityclasses, name: 'high' })).to.include({ value: index + 1 });
      for (const namespace of ['demo', 'shop']) {
        const { items: all } = await api.list({ resource: pods, namespace });
        expect(all, namespace).to.have.length(1);
        expect(all[0]).to.have.nested.property('spec.nodeName', 'east-1');
        expect(all[0]).not.to.have.nested.property('spec.nodeSelector');
      }
      const spaces = (await api.list({ resource: namespaces })).items.map(({ metadata }) => metadata.name);
      expect(spaces)
        .to.deep.equal([...new Set(spaces)])
        .and.include.members(['demo', 'shop', 'default']);
    }
  });

  it('have users that may do different things', async () => {
    const [one, other] = both;
    await one.api.create(
      manifest(
        'rbac.authorization.k8s.io/v1',
        'ClusterRoleBinding',
        { name: 'jane' },
        {
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
          subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'jane' }],
        },
      ),
    );
    const lists = (cluster: Cluster) =>
      cluster.as({ name: 'jane' }).list({ resource: pods, namespace: 'demo' });
    expect((await lists(one)).items).to.have.length(1);
    const error: unknown = await lists(other).catch((refused: unknown) => refused);
    expect(error)
      .to.have.property('message')
      .that.equals(
        'pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "demo"',
      );
    expect(
      (await other.api.list({ resource: clusterrolebindings, fieldSelector: 'metadata.name=jane' })).items,
    ).to.be.empty;
  });

  it('change and delete what is theirs', async () => {
    const [one, other] = both;
    const set = { resource: daemonsets, namespace: 'demo', name: 'log-agent' };
    await one.api.patch(
      set,
      { metadata: { labels: null }, spec: { template: { spec: { nodeSelector: null } } } },
      'merge',
    );
    await one.api.patch(
      set,
      [
        {
          op: 'add',
          path: '/spec/template/spec/nodeSelector',
          value: { 'kubernetes.io/hostname': 'east-1' },
        },
      ],
      'json',
    );
    await one.time.settle();
    expect((await one.api.get(set)).status).to.include({ numberReady: 1, desiredNumberScheduled: 1 });
    await one.api.deleteCollection({ resource: nodes });
    await one.api.delete({ resource: namespaces, name: 'demo' });
    await one.time.settle();
    expect((await one.api.list({ resource: nodes })).items).to.be.empty;
    expect((await other.api.list({ resource: nodes })).items).to.have.length(1);
    expect((await other.api.get(set)).status).to.include({ numberReady: 1 });
  });

  it('have seen nothing of each other', () => {
    for (const { timeline } of both) {
      const text = JSON.stringify(timeline.changes());
      expect(text).not.to.match(/-two-|rollcall[.]dev\/(run|example)/);
    }
  });
});
