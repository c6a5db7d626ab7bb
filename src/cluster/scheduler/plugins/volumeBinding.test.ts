import { expect } from 'chai';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { aNode, aPod } from '../../../kubernetes/kinds/samples.testkit';
import type { Claim, PersistentVolume, StorageClass } from '../../../kubernetes/kinds/storage/storage';
import { NodeInfo } from '../../capacity/nodeInfo';
import { NOBODY_AROUND } from './around.testkit';
import type { News } from './plugin';
import { volumeBinding } from './volumeBinding';

const metadata = (name: string, rest: object = {}) => ({
  name,
  namespace: 'shop',
  uid: name,
  resourceVersion: '1',
  creationTimestamp: '2026-01-01T00:00:00Z',
  ...rest,
});
const BOUND = { annotations: { 'pv.kubernetes.io/bind-completed': 'yes' } };

const claim = (spec: Claim['spec'] = {}, rest: object = {}, status: Claim['status'] = {}): Claim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: metadata('data', rest),
  spec,
  status,
});
const volume = (spec: PersistentVolume['spec'] = {}): PersistentVolume => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: metadata('disk'),
  spec,
  status: { phase: 'Available' },
});
const only = (node: string) => ({
  required: {
    nodeSelectorTerms: [
      { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] },
    ],
  },
});
const waiting = (rest: Partial<StorageClass> = {}): StorageClass => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: metadata('local'),
  provisioner: 'disks.example.test',
  volumeBindingMode: 'WaitForFirstConsumer',
  ...rest,
});

const pod = aPod({ spec: { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] } });

interface Stored {
  readonly claim?: Claim;
  readonly volume?: PersistentVolume;
  readonly class?: StorageClass;
}
const withStorage = (stored: Stored) => ({
  ...NOBODY_AROUND,
  storage: {
    claim: (namespace: string | undefined, name: string) =>
      namespace === 'shop' && name === 'data' ? stored.claim : undefined,
    volume: (name: string) => (name === 'disk' ? stored.volume : undefined),
    class: (name: string) => (name === 'local' ? stored.class : undefined),
    volumes: stored.volume ? [stored.volume] : [],
  },
});
const trouble = (stored: Stored, of = pod) => volumeBinding.preFilter?.(of, withStorage(stored));
const reasons = (
  stored: Stored,
  node: Node = aNode({ name: 'east-1', labels: { zone: 'east', 'kubernetes.io/hostname': 'east-1' } }),
) => volumeBinding.filter(pod, node, new NodeInfo(), withStorage(stored))?.reasons;

describe('a claim that a pod names', () => {
  it('has to be there, not lost, and not on its way out', () => {
    expect(trouble({})).to.equal('persistentvolumeclaim "data" not found');
    expect(trouble({ claim: claim({ volumeName: 'disk' }, BOUND, { phase: 'Lost' }) })).to.equal(
      'persistentvolumeclaim "data" bound to non-existent persistentvolume "disk"',
    );
    expect(trouble({ claim: claim({}, { deletionTimestamp: '2026-01-01T00:00:00Z' }) })).to.equal(
      'persistentvolumeclaim "data" is being deleted',
    );
    expect(trouble({}, aPod({ spec: { volumes: [{ name: 'e', emptyDir: {} }] } }))).to.equal(undefined);
  });

  it('has to be bound, unless its class waits for the first pod', () => {
    const unbound = 'pod has unbound immediate PersistentVolumeClaims';
    const later = claim({ storageClassName: 'local' });
    expect(trouble({ claim: claim() })).to.equal(unbound);
    expect(trouble({ claim: claim({ volumeName: 'disk' }) })).to.equal(unbound);
    expect(trouble({ claim: later })).to.equal(unbound);
    expect(trouble({ claim: later, class: waiting() })).to.equal(undefined);
    expect(trouble({ claim: later, class: waiting({ volumeBindingMode: 'Immediate' }) })).to.equal(unbound);
    expect(
      trouble({ claim: claim({ volumeName: 'disk', storageClassName: 'local' }), class: waiting() }),
    ).to.equal(unbound);
    expect(trouble({ claim: claim({ volumeName: 'disk' }, BOUND) })).to.equal(undefined);
  });

  it('keeps the pod from nodes that its volume does not reach', () => {
    const bound = claim({ volumeName: 'disk' }, BOUND);
    expect(reasons({ claim: bound, volume: volume() })).to.equal(undefined);
    expect(reasons({ claim: bound, volume: volume({ nodeAffinity: only('east-1') }) })).to.equal(undefined);
    expect(reasons({ claim: bound, volume: volume({ nodeAffinity: only('east-2') }) })).to.deep.equal([
      "node(s) didn't match PersistentVolume's node affinity",
    ]);
    const byName = { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['east-1'] }] };
    const named = volume({ nodeAffinity: { required: { nodeSelectorTerms: [byName] } } });
    expect(reasons({ claim: bound, volume: named })?.length).to.equal(1);
    expect(reasons({ claim: bound })).to.deep.equal([
      'node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)',
    ]);
  });

  it('that waits keeps the pod from nodes where no volume could be made', () => {
    const later = claim({ storageClassName: 'local', resources: { requests: { storage: '5Gi' } } });
    const none = ["node(s) didn't find available persistent volumes to bind"];
    const inZone = (zone: string) => ({
      allowedTopologies: [{ matchLabelExpressions: [{ key: 'zone', values: [zone] }] }],
    });
    expect(reasons({ claim: later, class: waiting() })).to.equal(undefined);
    expect(reasons({ claim: later, class: waiting(inZone('east')) })).to.equal(undefined);
    expect(reasons({ claim: later, class: waiting(inZone('west')) })).to.deep.equal(none);
    expect(
      reasons({ claim: later, class: waiting({ provisioner: 'kubernetes.io/no-provisioner' }) }),
    ).to.deep.equal(none);
  });

  it('that waits may be given a volume that is there, if it is large enough and nobody else has it', () => {
    const later = claim({ storageClassName: 'local', resources: { requests: { storage: '5Gi' } } });
    const none = waiting({ provisioner: 'kubernetes.io/no-provisioner' });
    const fits = (spec: PersistentVolume['spec']) =>
      reasons({
        claim: later,
        class: none,
        volume: volume({ storageClassName: 'local', capacity: { storage: '10Gi' }, ...spec }),
      }) === undefined;
    expect(fits({})).to.equal(true);
    expect(fits({ capacity: { storage: '1Gi' } })).to.equal(false);
    expect(fits({ storageClassName: 'other' })).to.equal(false);
    expect(fits({ nodeAffinity: only('east-2') })).to.equal(false);
    expect(fits({ volumeMode: 'Block' })).to.equal(false);
    expect(fits({ claimRef: { namespace: 'shop', name: 'other' } })).to.equal(false);
    expect(fits({ claimRef: { namespace: 'shop', name: 'data' } })).to.equal(true);
  });

  it('that waits is served on the node that was chosen for its first pod, and on no other', () => {
    const none = ["node(s) didn't find available persistent volumes to bind"];
    const chosen = (node: string) =>
      claim({ storageClassName: 'local' }, { annotations: { 'volume.kubernetes.io/selected-node': node } });
    const free = volume({ storageClassName: 'local' });
    expect(reasons({ claim: chosen('east-1'), class: waiting() })).to.equal(undefined);
    expect(reasons({ claim: chosen('east-2'), class: waiting(), volume: free })).to.deep.equal(none);
  });

  it('that waits is given none of other volumes, if one is kept for it elsewhere', () => {
    const elsewhere = volume({
      storageClassName: 'local',
      claimRef: { namespace: 'shop', name: 'data' },
      nodeAffinity: only('east-2'),
    });
    const nobody = waiting({ provisioner: 'kubernetes.io/no-provisioner' });
    expect(
      reasons({ claim: claim({ storageClassName: 'local' }), class: nobody, volume: elsewhere }),
    ).to.deep.equal(["node(s) didn't find available persistent volumes to bind"]);
  });

  it('is what the pod wants to hear of, and volumes, classes and nodes', () => {
    const other = { ...claim(), metadata: metadata('other') };
    const labelled = aNode({ labels: { zone: 'east' } });
    const heard = (news: News) => volumeBinding.mayHelp(pod, news);
    expect(heard({ type: 'claim changed', claim: claim() })).to.equal(true);
    expect(heard({ type: 'claim changed', claim: other })).to.equal(false);
    expect(heard({ type: 'volume changed' })).to.equal(true);
    expect(heard({ type: 'class changed' })).to.equal(true);
    expect(heard({ type: 'node added', node: labelled })).to.equal(true);
    expect(heard({ type: 'node updated', before: aNode(), node: labelled })).to.equal(true);
    expect(heard({ type: 'node updated', before: labelled, node: { ...labelled, status: {} } })).to.equal(
      false,
    );
    expect(heard({ type: 'pod gone', pod: aPod({ node: 'east-1' }) })).to.equal(false);
  });
});
