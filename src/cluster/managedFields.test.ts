import { expect } from 'chai';
import { resources } from '../kubernetes/kinds/resources';
import type { KubeObject } from '../kubernetes/object';
import { administrator } from './apiserver/requests/caller';
import { InProcessCluster } from './cluster';

const writers = ({ metadata }: KubeObject): readonly string[] =>
  (metadata.managedFields ?? []).map(
    ({ operation, manager, subresource }) => `${operation} ${manager}${subresource ? ` ${subresource}` : ''}`,
  );

describe('a cluster that says who has set which fields', () => {
  const running = (managedFields: boolean): InProcessCluster => {
    const cluster = new InProcessCluster({ managedFields });
    cluster.kubelets.machines.join({ name: 'node-1' });
    cluster.server.create(
      {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: { name: 'agent' },
        spec: {
          selector: { matchLabels: { app: 'agent' } },
          template: {
            metadata: { labels: { app: 'agent' } },
            spec: { containers: [{ name: 'main', image: 'agent:v1' }] },
          },
        },
      },
      { ...administrator, userAgent: 'oc/4.20 (linux/amd64)' },
      'default',
      { fieldManager: 'kubectl-create' },
    );
    cluster.loop.settle(60_000);
    return cluster;
  };

  it('names the programs of the control plane as they call themselves', () => {
    const { registry } = running(true);
    const set = registry.get(resources.daemonsets, 'default', 'agent');
    expect(writers(set)).to.have.members(['Update kubectl-create', 'Update kube-controller-manager status']);
    const [pod] = registry.list(resources.pods, { namespace: 'default' });
    expect(pod && writers(pod)).to.have.members(['Update kube-controller-manager', 'Update kubelet status']);
    const node = registry.get(resources.nodes, undefined, 'node-1');
    expect(writers(node)).to.include('Update kubelet');
    expect(writers(registry.get(resources.namespaces, undefined, 'default'))).to.deep.equal([
      'Update kube-apiserver',
    ]);
  });

  it('says nothing of it unless it is asked to', () => {
    const { registry } = running(false);
    for (const kind of registry.kinds.all)
      for (const { metadata } of registry.list(kind)) expect(metadata).not.to.have.property('managedFields');
  });
});
