import { expect } from 'chai';
import { MODEL_EPOCH } from '../../../kubernetes/fields/time';
import type { Manifest } from '../../../kubernetes/object';
import { cloudDeletesNodes } from './cloud';
import { foreignDaemonSets } from './foreign';
import { runLabels } from './labels';
import { TriedCluster } from './served.testkit';

describe('what others do with nodes of examples', () => {
  let cluster: TriedCluster;

  beforeEach(async () => {
    cluster = await TriedCluster.start();
  });
  afterEach(() => cluster.close());

  const set = (name: string, spec: object, labels = {}) =>
    cluster.create('/apis/apps/v1/namespaces/kube-system/daemonsets', {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name, labels },
      spec: {
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name: 'main', image: 'a:v1' }], ...spec },
        },
      },
    } as Manifest);

  const node = (name: string, spec: object, labels = {}) =>
    cluster.create('/api/v1/nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      spec,
    } as Manifest);

  const lease = (renewTime: string) =>
    cluster.create('/apis/coordination.k8s.io/v1/namespaces/kube-system/leases', {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'cloud-controller-manager' },
      spec: { holderIdentity: 'somebody', leaseDurationSeconds: 15, renewTime },
    });

  it('is to run daemon pods there, where their sets want it', async () => {
    await set('kube-proxy', { nodeSelector: { 'kubernetes.io/os': 'linux' } });
    await set('on-windows', { nodeSelector: { 'kubernetes.io/os': 'windows' } });
    await set('on-masters', { nodeSelector: { 'node-role.kubernetes.io/master': '' } });
    await set('on-one', { nodeName: 'their-node' });
    await set('ours', {}, runLabels('one'));
    expect(await foreignDaemonSets(cluster.connection)).to.deep.equal([
      'kube-system/kube-proxy',
      'kube-system/on-masters',
    ]);
  });

  it('is not feared of a cluster without a cloud', async () => {
    await node('theirs', { providerID: 'kind://docker/kind/kind-worker' });
    await node('ours', { providerID: 'rollcall://ours' }, runLabels('one'));
    await lease('2020-01-01T00:00:00.000000Z');
    expect(await cloudDeletesNodes(cluster.connection)).to.equal(undefined);
  });

  it('is to delete them where a cloud controller watches over nodes', async () => {
    const { connection } = cluster;
    await lease(new Date(MODEL_EPOCH + connection.now()).toISOString().replace('Z', '000Z'));
    expect(await cloudDeletesNodes(connection)).to.equal('A cloud controller manager leads in kube-system.');
    await node('theirs', { providerID: 'aws:///eu-central-1a/i-0123' });
    expect(await cloudDeletesNodes(connection)).to.equal(
      'The node "theirs" is a machine of the cloud "aws".',
    );
    const key = 'node.cloudprovider.kubernetes.io/uninitialized';
    await node('new', { taints: [{ key, value: 'true', effect: 'NoSchedule' }] });
    expect(await cloudDeletesNodes(connection)).to.equal(
      `The node "new" has the taint ${key} of a cloud controller.`,
    );
  });
});
