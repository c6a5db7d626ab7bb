import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { lensOf, stored } from './samples.testkit';

const anObject = (kind: string, metadata: object, fields: object = {}): KubeObject =>
  stored({ apiVersion: 'v1', kind, metadata, ...fields });

const about = (kind: string, name: string, namespace?: string) => ({
  involvedObject: { kind, name, ...(namespace ? { namespace } : {}) },
});

const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'east-1' } };

describe('An example sees', () => {
  for (const mode of ['shared', 'exclusive'] as const) {
    it(`its own nodes, and not those of others (${mode})`, () => {
      const lens = lensOf(7, mode);
      const raw = stored(lens.manifestOut(node, resources.nodes));
      expect(lens.objectIn(raw)?.metadata.name).to.equal('east-1');
      expect(lens.isForeign(raw)).to.equal(false);
      expect(lens.objectIn(anObject('Node', { name: 'worker-1' }))).to.equal(undefined);
      expect(lensOf(8, mode).objectIn(raw)).to.equal(undefined);
    });

    it(`what others made in its namespaces, and nothing of other namespaces (${mode})`, () => {
      const lens = lensOf(7, mode);
      const pod = anObject('Pod', { name: 'log-agent-x7k2p', namespace: 'demo-k3x9-7' });
      expect(lens.objectIn(pod)?.metadata.namespace).to.equal('demo');
      for (const namespace of ['demo', 'demo-k3x9-70', 'demo-k3x9', 'default', 'kube-system'])
        expect(lens.objectIn(anObject('Pod', { name: 'p', namespace })), namespace).to.equal(undefined);
    });

    it(`events and leases of its nodes, wherever they are (${mode})`, () => {
      const lens = lensOf(7, mode);
      const { name } = lens.manifestOut(node, resources.nodes).metadata;
      const event = (kind: string, of: string) =>
        anObject('Event', { name: `${of}.18f2`, namespace: 'default' }, about(kind, of));
      expect(lens.objectIn(event('Node', name))?.metadata.name).to.equal('east-1.18f2');
      expect(lens.objectIn(event('Node', 'worker-1'))).to.equal(undefined);
      const lease = (of: string) => anObject('Lease', { name: of, namespace: 'kube-node-lease' });
      expect(lens.objectIn(lease(name))?.metadata.name).to.equal('east-1');
      expect(lens.objectIn(lease('worker-1'))).to.equal(undefined);
    });

    it(`the cluster's own namespaces, roles and classes (${mode})`, () => {
      const lens = lensOf(7, mode);
      const furniture = [
        anObject('Namespace', { name: 'default' }),
        anObject('Namespace', { name: 'kube-system' }),
        anObject('ClusterRole', { name: 'view' }),
        anObject('PriorityClass', { name: 'system-node-critical' }),
        anObject('ServiceAccount', { name: 'default', namespace: 'default' }),
      ];
      for (const each of furniture) {
        expect(lens.objectIn(each)).to.equal(each);
        expect(lens.isForeign(each)).to.equal(true);
      }
      const foreign = [
        anObject('Namespace', { name: 'monitoring' }),
        anObject('ClusterRole', { name: 'ours' }),
        anObject('StorageClass', { name: 'standard' }),
      ];
      for (const each of foreign) expect(lens.objectIn(each)).to.equal(undefined);
    });
  }

  it('what it made in a namespace of the cluster, and what was made for that', () => {
    const lens = lensOf(7);
    const raw = stored(
      lens.manifestOut(
        { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'default' } },
        resources.daemonsets,
      ),
    );
    const owned = (owner: string, of = 'DaemonSet') =>
      anObject('Pod', {
        name: `${owner}-x7k2p`,
        namespace: 'default',
        ownerReferences: [{ apiVersion: 'apps/v1', kind: of, name: owner, uid: 'u' }],
      });
    expect(lens.objectIn(raw)?.metadata.labels).to.equal(undefined);
    expect(lens.objectIn(owned('agent'))).not.to.equal(undefined);
    expect(lens.objectIn(owned('other'))).to.equal(undefined);
    expect(
      lens.objectIn(
        anObject('Event', { name: 'e', namespace: 'default' }, about('Pod', 'agent-x7k2p', 'default')),
      ),
    ).not.to.equal(undefined);
    expect(
      lens.objectIn(anObject('Event', { name: 'e', namespace: 'default' }, about('Pod', 'else', 'default'))),
    ).to.equal(undefined);
  });

  it('a namespace that stands in for kube-system as kube-system, and the real one no longer', () => {
    const lens = lensOf(7);
    const real = anObject('Namespace', { name: 'kube-system' });
    expect(lens.objectIn(real)).to.equal(real);
    const manifest = lens.standIn('kube-system');
    expect(manifest?.metadata?.name).to.equal('kube-system-k3x9-7');
    expect(lens.standIn('kube-system')).to.equal(undefined);
    expect(lens.standIn('demo')).to.equal(undefined);
    expect(lens.standIn('default')).to.equal(undefined);
    expect(lens.objectIn(real)).to.equal(undefined);
    expect(lens.objectIn(stored(manifest ?? {}))?.metadata).to.include({ name: 'kube-system' });
  });

  it('lists in the order of the names that it knows', () => {
    const lens = lensOf(7);
    const raws = ['demo-k3x9-7', 'demo-2-k3x9-7', 'other'].map((namespace) =>
      anObject('Pod', { name: 'p', namespace }),
    );
    expect(lens.listIn(raws).map(({ metadata }) => metadata.namespace)).to.deep.equal(['demo-2', 'demo']);
  });

  it('kinds that it defined, and none that another example did', () => {
    const lens = lensOf(7);
    const group = { ...resources.priorityclasses, group: 'example.com', apiVersion: 'example.com/v1' };
    const out = lens.resourceOut(group);
    expect(out.apiVersion).to.equal('example.com-k3x9-7/v1');
    expect(lens.resourceIn(out)).to.deep.equal(group);
    expect(lensOf(8).resourceIn(out)).to.equal(undefined);
    expect(lens.resourceIn(resources.pods)).to.equal(resources.pods);
  });
});
