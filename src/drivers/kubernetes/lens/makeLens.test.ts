import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { servedKind } from '../../../kubernetes/kinds/served';
import type { Manifest } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { lensOf, RUN, stored } from './samples.testkit';

const { daemonsets, nodes, namespaces, clusterrolebindings, clusterroles } = resources;
const definitions = servedKind('apiextensions.k8s.io/v1', 'CustomResourceDefinition');
const webhooks = servedKind('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration');

const HIDDEN = { 'rollcall.dev/example': 'k3x9-7' };
const daemonSet = (podSpec: object, metadata: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'log-agent', namespace: 'demo', ...metadata },
  spec: { template: { spec: { containers: [], ...podSpec } } },
});

const sent = (manifest: Manifest, resource: ResourceType): Manifest =>
  lensOf(7).manifestOut(manifest, resource);

describe('A lens', () => {
  it('marks a daemon set and what it names, and nothing that only looks like a name', () => {
    const written = daemonSet({
      containers: [{ name: 'east-1', image: 'east-1', args: ['--node=east-1', 'demo'] }],
      priorityClassName: 'high',
      nodeSelector: { zone: 'east-1', 'kubernetes.io/hostname': 'east-1' },
      tolerations: [{ key: 'east-1', value: 'east-1' }],
      serviceAccountName: 'demo',
    });
    expect(sent(written, daemonsets)).to.deep.equal({
      ...written,
      metadata: { name: 'log-agent', namespace: 'demo-k3x9-7', labels: { ...RUN, ...HIDDEN } },
      spec: {
        template: {
          spec: {
            containers: [{ name: 'east-1', image: 'east-1', args: ['--node=east-1', 'demo'] }],
            priorityClassName: 'high-k3x9-7',
            nodeSelector: { zone: 'east-1', 'kubernetes.io/hostname': 'east-1-k3x9-7', ...HIDDEN },
            tolerations: [{ key: 'east-1', value: 'east-1' }],
            serviceAccountName: 'demo',
          },
        },
      },
    });
  });

  describe('for nodes, which fail together in one zone', () => {
    const REGION = 'topology.kubernetes.io/region';
    const node = (labels: object): Manifest => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'east-1', labels: { disk: 'ssd', ...labels } },
    });

    it('gives them a region of the example’s own, which it does not see', () => {
      const lens = lensOf(7);
      const written = node({ 'topology.kubernetes.io/zone': 'west' });
      const out = lens.manifestOut(written, nodes);
      expect(out.metadata?.labels).to.include({ [REGION]: 'k3x9-7', 'topology.kubernetes.io/zone': 'west' });
      expect(lens.nodeLabels).to.deep.equal({ [REGION]: 'k3x9-7' });
      expect(lens.valueIn(out)).to.deep.equal({ ...written });
      const managed = (labels: object) => ({
        manager: 'kubelet',
        fieldsV1: { 'f:metadata': { 'f:labels': labels } },
      });
      const managedFields = [
        managed({ '.': {}, 'f:disk': {}, [`f:${REGION}`]: {} }),
        managed({ [`f:${REGION}`]: {} }),
      ];
      const seen = lens.objectIn(stored({ ...out, metadata: { ...out.metadata, managedFields } }));
      expect(seen?.metadata.managedFields).to.deep.equal([managed({ '.': {}, 'f:disk': {} })]);
    });

    it('leaves them in the region that the example puts them in, and alone where nobody else has any', () => {
      const written = node({ [REGION]: 'east' });
      const out = lensOf(7).manifestOut(written, nodes);
      expect(out.metadata?.labels).to.include({ [REGION]: 'east' });
      expect(lensOf(7).valueIn(out)).to.deep.equal(written);
      const alone = lensOf(7, 'exclusive');
      expect(alone.manifestOut(node({}), nodes).metadata?.labels).not.to.have.property(REGION);
      expect(alone.nodeLabels).to.deep.equal({});
    });
  });

  it('has no pod select nodes where nobody else has any', () => {
    const out = lensOf(7, 'exclusive').manifestOut(daemonSet({ priorityClassName: 'high' }), daemonsets);
    expect(out.spec).to.deep.equal({ template: { spec: { containers: [], priorityClassName: 'high' } } });
  });

  it('leaves annotations alone, what was applied among them', () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration':
        '{"metadata":{"name":"log-agent","namespace":"demo"}}',
      owner: 'demo',
    };
    expect(sent(daemonSet({}, { annotations }), daemonsets).metadata?.annotations).to.deep.equal(annotations);
    const selector = { 'openshift.io/node-selector': 'kubernetes.io/hostname=east-1' };
    expect(
      sent(
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo', annotations: selector } },
        namespaces,
      ).metadata?.annotations,
    ).to.deep.equal({ 'openshift.io/node-selector': 'kubernetes.io/hostname=east-1-k3x9-7' });
  });

  it('marks whom roles are bound to, and which', () => {
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'agents' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'agent' },
      subjects: [
        { kind: 'ServiceAccount', name: 'agent', namespace: 'demo' },
        { kind: 'User', name: 'system:node:east-1' },
        { kind: 'Group', name: 'system:serviceaccounts:demo' },
      ],
    };
    expect(sent(binding, clusterrolebindings)).to.deep.include({
      roleRef: { ...binding.roleRef, name: 'agent-k3x9-7' },
      subjects: [
        { kind: 'ServiceAccount', name: 'agent', namespace: 'demo-k3x9-7' },
        { kind: 'User', name: 'system:node:east-1-k3x9-7' },
        { kind: 'Group', name: 'system:serviceaccounts:demo-k3x9-7' },
      ],
    });
  });

  it('names in a rule what its resources are called on the server, each in its way', () => {
    const role = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'agent' },
      rules: [
        {
          apiGroups: ['', 'example.com'],
          resources: ['nodes/status', 'pods'],
          resourceNames: ['a'],
          verbs: [],
        },
      ],
    };
    const lens = lensOf(7);
    const out = stored(lens.manifestOut(role, clusterroles));
    expect((out as unknown as typeof role).rules).to.deep.equal([
      {
        apiGroups: ['', 'example.com-k3x9-7'],
        resources: ['nodes/status', 'pods'],
        resourceNames: ['a-k3x9-7', 'a'],
        verbs: [],
      },
    ]);
    expect(lens.objectIn(out)).to.deep.include({ rules: role.rules });
  });

  it('gives a kind that is defined a group of its own, and objects of it that group', () => {
    const lens = lensOf(7);
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: { group: 'example.com', scope: 'Cluster', names: { plural: 'widgets', kind: 'Widget' } },
    };
    const out = stored(lens.manifestOut(definition, definitions));
    expect(out.metadata.name).to.equal('widgets.example.com-k3x9-7');
    expect(out).to.have.nested.property('spec.group', 'example.com-k3x9-7');
    expect(lens.objectIn(out)).to.deep.equal(stored(definition));
    const widgets: ResourceType = {
      ...nodes,
      apiVersion: 'example.com/v1',
      group: 'example.com',
      kind: 'Widget',
    };
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } };
    expect(lens.manifestOut(widget, widgets)).to.deep.include({ apiVersion: 'example.com-k3x9-7/v1' });
    expect(lens.nameOut(widgets, 'a')).to.equal('a');
  });

  it('lets a webhook stop nobody but the example, which does not see how', () => {
    const configuration = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'policy' },
      webhooks: [
        { name: 'policy.example.com', clientConfig: { service: { name: 'policy', namespace: 'demo' } } },
      ],
    };
    const lens = lensOf(7);
    const out = stored(lens.manifestOut(configuration, webhooks));
    expect(out)
      .to.have.nested.property('webhooks[0].matchConditions[0].expression')
      .that.includes("'-k3x9-7'");
    expect(lens.objectIn(out)).to.deep.equal(stored(configuration));
    expect(lensOf(7, 'exclusive').manifestOut(configuration, webhooks)).not.to.have.nested.property(
      'webhooks[0].matchConditions',
    );
  });

  it('generates a name where the server would put its letters behind the mark', () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { generateName: 'gen-' } };
    expect(sent(namespace, namespaces).metadata).to.include({
      name: 'gen-bbbbb-k3x9-7',
      generateName: 'gen-',
    });
    const generated = { ...daemonSet({}), metadata: { generateName: 'gen-', namespace: 'demo' } };
    expect(sent(generated, daemonsets).metadata).not.to.have.property('name');
  });

  it('finds again what is named in a way of its own', () => {
    const lens = lensOf(7);
    const event = stored({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'east-1-k3x9-7.18f2', namespace: 'default' },
      involvedObject: { kind: 'Node', name: 'east-1-k3x9-7' },
      message: 'Node east-1-k3x9-7 event: Registered Node east-1-k3x9-7 in Controller',
    });
    expect(lens.objectIn(event)).to.deep.include({
      message: 'Node east-1 event: Registered Node east-1 in Controller',
    });
    expect(lens.nameOut(resources.events, 'east-1.18f2', 'default')).to.equal('east-1-k3x9-7.18f2');
  });

  it('refuses to send what only it may write', () => {
    expect(() => sent(daemonSet({}, { labels: { a: 'b-k3x9-7' } }), daemonsets)).to.throw('marks the names');
    expect(() => sent(daemonSet({}, { labels: HIDDEN }), daemonsets)).to.throw('No example may set it');
    expect(() => lensOf(7).patchOut({ metadata: { labels: { ...RUN } } }, 'merge', daemonsets)).to.throw(
      'No example may set it',
    );
  });

  it('tells a user by a name that is the example’s', () => {
    expect(
      lensOf(7, 'exclusive').userOut({ name: 'jane', groups: ['team', 'system:masters'] }),
    ).to.deep.equal({
      name: 'jane-k3x9-7',
      groups: ['team-k3x9-7', 'system:masters'],
    });
    expect(
      lensOf(7).textIn('User "jane-k3x9-7" cannot list resource "pods" in the namespace "demo-k3x9-7"'),
    ).to.equal('User "jane" cannot list resource "pods" in the namespace "demo"');
  });
});
