import { expect } from 'chai';
import { Mark } from './mark';
import { Naming } from './naming';

const namingOf = (shared: boolean, more: { standIns?: boolean } = {}) =>
  new Naming({
    mark: new Mark('-k3x9-7'),
    shared,
    standIns: more.standIns ?? true,
    servedGroups: new Set(['monitoring.coreos.com']),
    foreignNamespaces: new Set(['demo', 'openshift-monitoring']),
  });

const shared = namingOf(true);
const exclusive = namingOf(false);

describe('Names of the server', () => {
  it("are the example's own for namespaces, in both modes", () => {
    expect(exclusive.namespace('demo')).to.equal('demo-k3x9-7');
    expect(shared.namespace('demo')).to.equal('demo-k3x9-7');
    expect(shared.namespace('openshift-logging')).to.equal('openshift-logging-k3x9-7');
  });

  it('are those of the cluster for what it keeps its own in', () => {
    for (const name of ['default', 'kube-node-lease', 'openshift-monitoring', '*', ''])
      expect(shared.namespace(name)).to.equal(name);
  });

  it("let an example install things in kube-system, but not in the cluster's", () => {
    expect(shared.namespace('kube-system')).to.equal('kube-system-k3x9-7');
    expect(namingOf(true, { standIns: false }).namespace('kube-system')).to.equal('kube-system');
  });

  it('stay as they are if they are no names, so that they are refused for what they are', () => {
    expect(shared.namespace('demo-')).to.equal('demo-');
    expect(shared.node('east.')).to.equal('east.');
    expect(shared.object({ kind: 'ClusterRole' }, '..')).to.equal('..');
    expect(shared.object({ kind: 'ClusterRole' }, 'reader:')).to.equal('reader:-k3x9-7');
  });

  it("are the example's own for what has no namespace, where others are about", () => {
    for (const kind of [
      'Node',
      'PriorityClass',
      'ClusterRole',
      'StorageClass',
      'CSINode',
      'PersistentVolume',
    ]) {
      expect(shared.object({ kind }, 'fast'), kind).to.equal('fast-k3x9-7');
      expect(exclusive.object({ kind }, 'fast'), kind).to.equal('fast');
    }
    for (const kind of ['Pod', 'DaemonSet', 'Role', 'ServiceAccount', 'Unknown'])
      expect(shared.object({ kind }, 'fast'), kind).to.equal('fast');
  });

  it('are those of the cluster for what every cluster has', () => {
    const furniture: readonly (readonly [string, string])[] = [
      ['PriorityClass', 'system-node-critical'],
      ['ClusterRole', 'view'],
      ['ClusterRole', 'system:node'],
      ['ClusterRoleBinding', 'cluster-admin'],
      ['SecurityContextConstraints', 'restricted-v2'],
    ];
    for (const [kind, name] of furniture) expect(shared.object({ kind }, name)).to.equal(name);
  });

  it('name leases of nodes like their nodes, and no others', () => {
    expect(shared.object({ kind: 'Lease', namespace: 'kube-node-lease' }, 'east-1')).to.equal(
      'east-1-k3x9-7',
    );
    expect(shared.object({ kind: 'Lease', namespace: 'demo' }, 'east-1')).to.equal('east-1');
  });

  it('give users and groups to the example, but for those of the system', () => {
    expect(exclusive.user('jane')).to.equal('jane-k3x9-7');
    expect(exclusive.group('operators')).to.equal('operators-k3x9-7');
    expect(shared.user('system:serviceaccount:demo:agent')).to.equal(
      'system:serviceaccount:demo-k3x9-7:agent',
    );
    expect(shared.user('system:node:east-1')).to.equal('system:node:east-1-k3x9-7');
    expect(exclusive.user('system:node:east-1')).to.equal('system:node:east-1');
    expect(shared.group('system:serviceaccounts:demo')).to.equal('system:serviceaccounts:demo-k3x9-7');
    expect(shared.group('system:authenticated')).to.equal('system:authenticated');
    expect(shared.user('system:admin')).to.equal('system:admin');
  });

  it('put kinds that the example defines into groups of its own', () => {
    const naming = namingOf(true);
    expect(naming.apiGroup('example.com')).to.equal('example.com-k3x9-7');
    expect(naming.apiVersion('example.com/v1')).to.equal('example.com-k3x9-7/v1');
    expect(naming.object({ kind: 'CustomResourceDefinition' }, 'widgets.example.com')).to.equal(
      'widgets.example.com-k3x9-7',
    );
    for (const group of ['', 'apps', 'storage.k8s.io', 'security.openshift.io', 'machines.rollcall.dev'])
      expect(naming.apiGroup(group)).to.equal(group);
    expect(namingOf(false).apiGroup('example.com')).to.equal('example.com');
  });

  it('mean a kind that the cluster has, until the example defines it', () => {
    const naming = namingOf(true);
    expect(naming.apiGroup('monitoring.coreos.com')).to.equal('monitoring.coreos.com');
    naming.define('monitoring.coreos.com');
    expect(naming.apiGroup('monitoring.coreos.com')).to.equal('monitoring.coreos.com-k3x9-7');
  });

  it('leave objects of kinds in groups of its own as they are', () => {
    const naming = namingOf(true);
    naming.learn('Widget', false);
    expect(naming.object({ kind: 'Widget', group: 'example.com' }, 'a')).to.equal('a');
    expect(naming.object({ kind: 'Widget', group: 'monitoring.coreos.com' }, 'a')).to.equal('a-k3x9-7');
  });
});
