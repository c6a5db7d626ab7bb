import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { servedKind } from '../../kubernetes/kinds/served';
import type { KubeObject } from '../../kubernetes/object';
import { administrator } from '../apiserver/requests/caller';
import { InProcessCluster } from '../cluster';

const claims = servedKind('v1', 'PersistentVolumeClaim');
const volumes = servedKind('v1', 'PersistentVolume');

describe('storage that is deleted', () => {
  let cluster = new InProcessCluster({ furnished: 'served' });
  beforeEach(() => {
    cluster = new InProcessCluster({ furnished: 'served' });
    cluster.loop.runReady();
  });

  const create = (kind: string, name: string, spec: object): KubeObject =>
    cluster.server.create({ apiVersion: 'v1', kind, metadata: { name }, spec }, administrator, 'default');
  const claim = (): KubeObject =>
    create('PersistentVolumeClaim', 'data', {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    });
  const remove = (kind: typeof claims, name: string): void => {
    cluster.server.delete(kind, 'default', name, { gracePeriodSeconds: 0 }, administrator);
    cluster.loop.runReady();
  };
  const names = (kind: typeof claims): readonly string[] =>
    cluster.registry.list(kind).map(({ metadata }) => metadata.name);

  it('goes at once if nobody uses it', () => {
    expect(claim().metadata.finalizers).to.deep.equal(['kubernetes.io/pvc-protection']);
    remove(claims, 'data');
    expect(names(claims)).to.deep.equal([]);
  });

  it('waits for the pod on a node that uses it', () => {
    claim();
    create('Pod', 'a', {
      nodeName: 'east-1',
      containers: [{ name: 'c', image: 'i' }],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    });
    remove(claims, 'data');
    expect(names(claims)).to.deep.equal(['data']);
    remove(resources.pods, 'a');
    expect(names(claims)).to.deep.equal([]);
  });

  it('waits for the claim that is bound to it', () => {
    const volume = create('PersistentVolume', 'disk', {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      hostPath: { path: '/data' },
    });
    expect(volume.metadata.finalizers).to.deep.equal(['kubernetes.io/pv-protection']);
    const turn = (phase: string): void => {
      const change = { patch: { status: { phase } }, type: 'merge' } as const;
      cluster.server.patch(volumes, undefined, 'disk', change, administrator, 'status');
      cluster.loop.runReady();
    };
    turn('Bound');
    remove(volumes, 'disk');
    expect(names(volumes)).to.deep.equal(['disk']);
    turn('Released');
    expect(names(volumes)).to.deep.equal([]);
  });
});
