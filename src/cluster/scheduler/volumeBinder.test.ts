import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { storageResources } from '../../kubernetes/kinds/storage/resources';
import type { Claim, PersistentVolume } from '../../kubernetes/kinds/storage/storage';
import type { NewObject } from '../component/client';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';
import { handsOn } from './scheduler.testkit';

const { claims, volumes } = storageResources;
const SELECTED = 'volume.kubernetes.io/selected-node';

describe('a pod whose claim waits for it', () => {
  let stage = new Stage();
  let scheduler: Scheduler | undefined;
  const { settle, pod, nodeOf, scheduled } = handsOn(() => stage);
  const using: Partial<Pod['spec']> = {
    volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }],
  };
  const claim = () => stage.registry.list(claims).find(({ metadata }) => metadata.name === 'data');
  const chosen = () => claim()?.metadata.annotations?.[SELECTED];
  const told = (): readonly string[] =>
    stage.registry
      .list<Event>(resources.events)
      .filter(({ reason }) => reason === 'FailedScheduling')
      .map(({ message }) => message);
  const free = (name: string): void => {
    const spec = { storageClassName: 'shared', accessModes: ['ReadWriteMany'], capacity: { storage: '1Gi' } };
    stage.create({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name }, spec } as NewObject);
    stage.amendStatus(volumes, name, () => ({ phase: 'Available' }));
  };
  /** Says that the claim is bound, as the controller does. */
  const bindTo = (volumeName: string): void => {
    stage.amend(claims, 'data', ({ metadata, spec, ...rest }) => ({
      ...rest,
      metadata: {
        ...metadata,
        annotations: { ...metadata.annotations, 'pv.kubernetes.io/bind-completed': 'yes' },
      },
      spec: { ...spec, volumeName } as Claim['spec'] & object,
    }));
    settle();
  };
  const setUp = (provisioner = 'disks.example.test'): void => {
    stage = new Stage();
    stage.node('east-1');
    stage.node('east-2');
    const [apiVersion, volumeBindingMode] = ['storage.k8s.io/v1', 'WaitForFirstConsumer'];
    const metadata = { name: 'shared' };
    stage.create({ apiVersion, kind: 'StorageClass', metadata, provisioner, volumeBindingMode } as NewObject);
    stage.create({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop' },
      spec: { storageClassName: 'shared', accessModes: ['ReadWriteMany'] },
    } as NewObject);
    scheduler = new Scheduler(stage);
  };
  beforeEach(() => setUp());

  it('has a node chosen, waits without a word, and is bound when the claim is', () => {
    pod('a', '1', { ...using, affinity: pinnedTo('east-1') });
    expect(chosen()).to.equal('east-1');
    expect(nodeOf('a')).to.equal(undefined);
    expect(stage.find<Pod>(resources.pods, 'a')?.status.nominatedNodeName).to.equal('east-1');
    expect(told()).to.deep.equal([]);
    stage.loop.pass(60_000);
    expect(nodeOf('a')).to.equal(undefined);
    free('made');
    bindTo('made');
    expect(nodeOf('a')).to.equal('east-1');
    expect(stage.loop.now % 1000).to.equal(0);
  });

  it('keeps others that use the claim from other nodes, until it is bound', () => {
    pod('a', '1', { ...using, affinity: pinnedTo('east-1') });
    pod('b', '1', { ...using, affinity: pinnedTo('east-2') });
    expect(scheduled('b')?.message).to.match(
      /: 1 node\(s\) didn't find available persistent volumes to bind, /,
    );
    expect(chosen()).to.equal('east-1');
    free('made');
    bindTo('made');
    expect([nodeOf('a'), nodeOf('b')]).to.deep.equal(['east-1', 'east-2']);
  });

  it('takes room on its node while it waits', () => {
    pod('a', '3', { ...using, affinity: pinnedTo('east-1') });
    pod('b', '3', { affinity: pinnedTo('east-1') });
    expect(scheduled('b')?.message).to.match(/1 Insufficient cpu/);
    stage.delete(resources.pods, 'a');
    settle();
    expect(nodeOf('b')).to.equal('east-1');
  });

  it('is tried again after ten minutes, and told that it has waited too long', () => {
    pod('a', '1', { ...using, affinity: pinnedTo('east-1') });
    stage.loop.pass(590_000);
    expect(told()).to.deep.equal([]);
    stage.loop.pass(11_000);
    const why = 'running PreBind plugin "VolumeBinding": binding volumes: context deadline exceeded';
    expect(told()).to.deep.equal([why]);
    expect(scheduled('a')).to.deep.include({ status: 'False', reason: 'SchedulerError', message: why });
    free('made');
    bindTo('made');
    expect(nodeOf('a')).to.equal('east-1');
  });

  it('is tried again when somebody says that no volume can be made there', () => {
    pod('a', '1', { ...using });
    stage.amend(claims, 'data', ({ metadata: { annotations: _, ...metadata }, ...rest }) => ({
      ...rest,
      metadata,
    }));
    settle();
    expect(told()).to.deep.equal([
      'running PreBind plugin "VolumeBinding": binding volumes: selectedNode annotation reset for PVC "data"',
    ]);
    expect(chosen()).to.be.oneOf(['east-1', 'east-2']);
  });

  it('is tried again when its node has gone', () => {
    pod('a', '1', { ...using, affinity: pinnedTo('east-1') });
    stage.delete(resources.nodes, 'east-1');
    settle();
    expect(told()[0]).to.equal(
      'running PreBind plugin "VolumeBinding": binding volumes: failed to get node "east-1": node "east-1" not found',
    );
  });

  it('has a volume that is there given to its claim', () => {
    setUp('kubernetes.io/no-provisioner');
    pod('a', '1', { ...using, affinity: pinnedTo('east-1') });
    expect(scheduled('a')?.message).to.match(/1 node\(s\) didn't find available persistent volumes to bind/);
    free('disk');
    settle();
    expect(stage.registry.list(volumes)[0]?.spec?.claimRef).to.deep.include({
      namespace: 'shop',
      name: 'data',
      uid: claim()?.metadata.uid,
    });
    expect(chosen()).to.equal(undefined);
    expect(nodeOf('a')).to.equal(undefined);
    bindTo('disk');
    expect(nodeOf('a')).to.equal('east-1');
  });

  it('is tried again when the volume is taken back', () => {
    setUp('kubernetes.io/no-provisioner');
    free('disk');
    pod('a', '1', { ...using, affinity: pinnedTo('east-1') });
    stage.amend<PersistentVolume>(volumes, 'disk', ({ spec: { claimRef: _, ...spec } = {}, ...rest }) => ({
      ...rest,
      spec,
    }));
    settle();
    expect(told()).to.deep.equal([
      'running PreBind plugin "VolumeBinding": binding volumes: ClaimRef got reset for pv "disk"',
    ]);
  });

  it('goes on waiting when the scheduler is restarted', () => {
    pod('a', '1', { ...using, affinity: pinnedTo('east-1') });
    scheduler?.stop();
    new Scheduler(stage);
    settle();
    expect(nodeOf('a')).to.equal(undefined);
    free('made');
    bindTo('made');
    expect(nodeOf('a')).to.equal('east-1');
  });
});
