import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { storageResources } from '../../kubernetes/kinds/storage/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import { NAMESPACE, Stage } from '../stage.testkit';
import { ClaimProtectionController, VolumeProtectionController } from './storageProtection';

const { claims, volumes } = storageResources;

describe('storage that is deleted', () => {
  let stage = new Stage({ isServed: true });
  beforeEach(() => {
    stage = new Stage({ isServed: true });
    new ClaimProtectionController(stage);
    new VolumeProtectionController(stage);
    stage.loop.runReady();
  });

  const claim = (): KubeObject =>
    stage.create({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: NAMESPACE },
    });
  const remove = (kind: ResourceType, name: string): void => {
    stage.delete(kind, name, { gracePeriodSeconds: 0 });
    stage.loop.runReady();
  };
  const names = (kind: ResourceType): readonly string[] =>
    stage.registry.list(kind).map(({ metadata }) => metadata.name);

  it('goes at once if nobody uses it', () => {
    expect(claim().metadata.finalizers).to.deep.equal(['kubernetes.io/pvc-protection']);
    remove(claims, 'data');
    expect(names(claims)).to.deep.equal([]);
  });

  it('is protected again if somebody takes the finalizer away', () => {
    claim();
    stage.amend(claims, 'data', (each) => ({ ...each, metadata: { ...each.metadata, finalizers: [] } }));
    stage.loop.runReady();
    const [found] = stage.registry.list(claims);
    expect(found?.metadata.finalizers).to.deep.equal(['kubernetes.io/pvc-protection']);
  });

  it('waits for the pod on a node that uses it', () => {
    claim();
    const volume = { name: 'data', persistentVolumeClaim: { claimName: 'data' } };
    stage.pod('a', { node: 'east-1', volumes: [volume] });
    remove(claims, 'data');
    expect(names(claims)).to.deep.equal(['data']);
    remove(resources.pods, 'a');
    expect(names(claims)).to.deep.equal([]);
  });

  it('waits for the claim that is bound to it', () => {
    const volume = stage.create({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'disk' } });
    expect(volume.metadata.finalizers).to.deep.equal(['kubernetes.io/pv-protection']);
    const turn = (phase: string): void => {
      stage.amendStatus(volumes, 'disk', () => ({ phase }));
      stage.loop.runReady();
    };
    turn('Bound');
    remove(volumes, 'disk');
    expect(names(volumes)).to.deep.equal(['disk']);
    turn('Released');
    expect(names(volumes)).to.deep.equal([]);
  });
});
