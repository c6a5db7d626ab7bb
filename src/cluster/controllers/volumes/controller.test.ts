import { expect } from 'chai';
import type { Event } from '../../../kubernetes/kinds/event/event';
import { resources } from '../../../kubernetes/kinds/resources';
import { storageResources } from '../../../kubernetes/kinds/storage/resources';
import type { Claim, PersistentVolume } from '../../../kubernetes/kinds/storage/storage';
import type { NewObject } from '../../component/client';
import { Stage } from '../../stage.testkit';
import { PersistentVolumeController } from './controller';

const { claims, volumes } = storageResources;

type VolumeSpec = NonNullable<PersistentVolume['spec']>;
type ClaimSpec = NonNullable<Claim['spec']>;

describe('a claim', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new PersistentVolumeController(stage);
  });

  const settle = () => stage.loop.settle(600_000);
  const volume = (name: string, spec: VolumeSpec = {}): void => {
    stage.create({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name },
      spec: {
        storageClassName: 'shelf',
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '10Gi' },
        ...spec,
      },
    } as NewObject);
    settle();
  };
  const claim = (spec: Partial<ClaimSpec> = {}, annotations: Record<string, string> = {}): void => {
    stage.create({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop', annotations },
      spec: {
        storageClassName: 'shelf',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '5Gi' } },
        ...spec,
      },
    } as NewObject);
    settle();
  };
  const storageClass = (provisioner: string, volumeBindingMode = 'WaitForFirstConsumer'): void => {
    const metadata = { name: 'shelf' };
    stage.create({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata,
      provisioner,
      volumeBindingMode,
    } as NewObject);
  };
  const found = () => stage.registry.list(claims).find(({ metadata }) => metadata.name === 'data');
  const stored = (name: string) =>
    stage.registry.list(volumes).find(({ metadata }) => metadata.name === name);
  const phaseOf = (name: string) => stored(name)?.status?.phase;
  const bound = () => found()?.spec?.volumeName;
  const told = () =>
    stage.registry.list<Event>(resources.events).map(({ reason, message }) => `${reason}: ${message}`);

  it('is given the smallest volume that fits, and both say so', () => {
    volume('large', { capacity: { storage: '20Gi' } });
    volume('fits');
    volume('small', { capacity: { storage: '1Gi' } });
    expect(phaseOf('fits')).to.equal('Available');
    claim();
    expect(found()?.spec?.volumeName).to.equal('fits');
    expect(found()?.metadata.annotations).to.deep.equal({
      'pv.kubernetes.io/bound-by-controller': 'yes',
      'pv.kubernetes.io/bind-completed': 'yes',
    });
    expect(found()?.status).to.deep.equal({
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '10Gi' },
    });
    const given = stored('fits');
    expect(given?.spec?.claimRef).to.deep.include({
      namespace: 'shop',
      name: 'data',
      uid: found()?.metadata.uid,
    });
    expect(given?.metadata.annotations).to.deep.equal({ 'pv.kubernetes.io/bound-by-controller': 'yes' });
    expect(given?.status?.phase).to.equal('Bound');
    expect(phaseOf('large')).to.equal('Available');
  });

  it('is given one that can do no more than it has to, though it is larger', () => {
    volume('many', { accessModes: ['ReadWriteOnce', 'ReadWriteMany'], capacity: { storage: '5Gi' } });
    volume('one', { capacity: { storage: '50Gi' } });
    claim();
    expect(bound()).to.equal('one');
  });

  it('is given none of another class or mode, or without its labels', () => {
    volume('other', { storageClassName: 'other' });
    volume('block', { volumeMode: 'Block' });
    volume('many', { accessModes: ['ReadWriteMany'] });
    claim();
    expect(bound()).to.equal(undefined);
    volume('plain');
    expect(bound()).to.equal('plain');
    stage.delete(claims, 'data');
    settle();
    expect(phaseOf('plain')).to.equal('Released');
    volume('next');
    claim({ selector: { matchLabels: { tier: 'fast' } } });
    expect(bound()).to.equal(undefined);
  });

  it('is looked at every 15 seconds, until there is a volume', () => {
    claim();
    expect(found()?.status?.phase).to.equal('Pending');
    const before = stage.loop.now;
    volume('late');
    expect(bound()).to.equal('late');
    expect(stage.loop.now % 15_000).to.equal(0);
    expect(stage.loop.now - before).to.be.within(1, 15_000);
  });

  it('is given the volume that is kept for it, before all others', () => {
    volume('small', { capacity: { storage: '5Gi' } });
    volume('kept', { claimRef: { namespace: 'shop', name: 'data' } });
    expect(phaseOf('kept')).to.equal('Available');
    claim();
    expect(bound()).to.equal('kept');
    expect(stored('kept')?.metadata.annotations).to.equal(undefined);
  });

  it('waits for the first pod if its class does, but for a volume that is kept for it', () => {
    storageClass('disks.example.test');
    volume('free');
    claim();
    expect(bound()).to.equal(undefined);
    expect(told()).to.deep.equal([
      'WaitForFirstConsumer: waiting for first consumer to be created before binding',
    ]);
    stage.pod('a', { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] });
    stage.loop.pass(15_000);
    expect(told()).to.include('WaitForPodScheduled: waiting for pod a to be scheduled');
    volume('kept', { claimRef: { namespace: 'shop', name: 'data' } });
    expect(bound()).to.equal('kept');
  });

  it('asks for a volume where a node has been chosen', () => {
    storageClass('disks.example.test');
    volume('free');
    claim({}, { 'volume.kubernetes.io/selected-node': 'east-1' });
    expect(bound()).to.equal(undefined);
    expect(found()?.metadata.annotations).to.deep.include({
      'volume.kubernetes.io/storage-provisioner': 'disks.example.test',
      'volume.beta.kubernetes.io/storage-provisioner': 'disks.example.test',
    });
    expect(told()[0]).to.match(/^ExternalProvisioning: Waiting for a volume to be created either by/);
  });

  it('says why it has no volume', () => {
    claim();
    expect(told()).to.deep.equal(['ProvisioningFailed: storageclass.storage.k8s.io "shelf" not found']);
    storageClass('kubernetes.io/no-provisioner', 'Immediate');
    stage.loop.pass(15_000);
    expect(told()).to.include(
      'ProvisioningFailed: no volume plugin matched name: kubernetes.io/no-provisioner',
    );
    stage.delete(claims, 'data');
    claim({ storageClassName: '' });
    expect(told()).to.include(
      'FailedBinding: no persistent volumes available for this claim and no storage class is set',
    );
  });

  it('that names its volume is given that one, if it fits and is nobody’s', () => {
    claim({ volumeName: 'mine' });
    expect(found()?.status?.phase).to.equal('Pending');
    volume('mine', { capacity: { storage: '1Gi' } });
    expect(found()?.status?.phase).to.equal('Pending');
    expect(told()).to.include(
      'VolumeMismatch: Cannot bind to requested volume "mine": requested PV is too small',
    );
    stage.amend<PersistentVolume>(volumes, 'mine', (each) => ({
      ...each,
      spec: { ...each.spec, capacity: { storage: '5Gi' } },
    }));
    settle();
    expect(found()?.status?.phase).to.equal('Bound');
    expect(found()?.metadata.annotations).to.deep.equal({ 'pv.kubernetes.io/bind-completed': 'yes' });
  });

  it('that names the volume of another waits', () => {
    volume('theirs', { claimRef: { namespace: 'shop', name: 'other', uid: 'u' } });
    claim({ volumeName: 'theirs' });
    expect(found()?.status?.phase).to.equal('Pending');
    expect(told()).to.include('FailedBinding: volume "theirs" already bound to a different claim.');
  });

  it('is lost with its volume, and never found again', () => {
    volume('mine');
    claim();
    stage.delete(volumes, 'mine');
    settle();
    expect(found()?.status?.phase).to.equal('Lost');
    expect(told()).to.include(
      'ClaimLost: Bound claim has lost its PersistentVolume. Data on the volume is lost!',
    );
  });

  it('is lost if it only says that it has the volume of another', () => {
    volume('theirs', { claimRef: { namespace: 'shop', name: 'other', uid: 'u' } });
    claim({ volumeName: 'theirs' }, { 'pv.kubernetes.io/bind-completed': 'yes' });
    expect(found()?.status?.phase).to.equal('Lost');
    expect(told()).to.include(
      'ClaimMisbound: Two claims are bound to the same volume, this one is bound incorrectly',
    );
  });

  it('gives back a volume that it does not need, as it has one', () => {
    volume('mine');
    claim();
    volume('second', { claimRef: { namespace: 'shop', name: 'data', uid: found()?.metadata.uid ?? '' } });
    expect(stored('second')?.spec?.claimRef).to.deep.equal({
      namespace: 'shop',
      name: 'data',
    });
    expect(phaseOf('second')).to.equal('Available');
  });
});
