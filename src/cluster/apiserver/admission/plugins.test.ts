import { expect } from 'chai';
import type { Toleration } from '../../../kubernetes/fields/taints';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { OPENSHIFT_NODE_SELECTOR } from '../../../kubernetes/kinds/namespace/nodeSelector';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../../kubernetes/kinds/quota/resourceQuota';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest, StringMap } from '../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { administrator } from '../requests/caller';

describe('admission', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const create = (spec: Partial<Pod['spec']> = {}, metadata: object = { name: 'agent-1' }): Pod =>
    stage.server.create(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata,
        spec: { containers: [{ name: 'main', image: 'agent:v1' }], ...spec },
      } as Manifest,
      administrator,
      NAMESPACE,
    ) as Pod;

  const annotate = (selector: string) =>
    stage.amend(resources.namespaces, NAMESPACE, (namespace) => ({
      ...namespace,
      metadata: { ...namespace.metadata, annotations: { [OPENSHIFT_NODE_SELECTOR]: selector } },
    }));

  describe("merges the project's node selector into pods", () => {
    it('beside their own', () => {
      annotate('zone=east');
      expect(create({ nodeSelector: { disk: 'ssd' } }).spec.nodeSelector).to.deep.equal({
        disk: 'ssd',
        zone: 'east',
      });
    });

    it('or the default of the cluster, where the project says nothing', () => {
      stage.settings.defaultNodeSelector = 'zone=west';
      expect(create().spec.nodeSelector).to.deep.equal({ zone: 'west' });
    });

    it('which an empty one of the project overrules', () => {
      stage.settings.defaultNodeSelector = 'zone=west';
      annotate('');
      expect(create().spec.nodeSelector).to.equal(undefined);
    });

    it('and refuses all pods if it is not made of equalities', () => {
      annotate('zone in (east,west)');
      const refusal = refusalOf(() => create());
      expect([refusal.code, refusal.message]).to.deep.equal([
        500,
        "unable to parse requirement: found 'in', expected: '='",
      ]);
    });

    it('and refuses those that contradict it', () => {
      annotate('zone=east');
      expect(refusalOf(() => create({ nodeSelector: { zone: 'west' } })).message).to.equal(
        'pods "agent-1" is forbidden: pod node label selector conflicts with its project node label selector',
      );
    });
  });

  describe('gives pods five minutes on nodes in trouble', () => {
    const tolerations = (own: Toleration[]): string[] =>
      (create({ tolerations: own }, { generateName: 'agent-' }).spec.tolerations ?? []).map(
        ({ key, effect, tolerationSeconds }) => `${key}:${effect} ${tolerationSeconds}`,
      );

    it('if they say nothing about them', () => {
      expect(tolerations([])).to.deep.equal([
        'node.kubernetes.io/not-ready:NoExecute 300',
        'node.kubernetes.io/unreachable:NoExecute 300',
      ]);
    });

    it('but not if they do', () => {
      expect(tolerations([{ operator: 'Exists' }])).to.have.length(1);
      const own = { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute' };
      expect(tolerations([{ ...own, tolerationSeconds: 5 }])).to.deep.equal([
        'node.kubernetes.io/unreachable:NoExecute 5',
        'node.kubernetes.io/not-ready:NoExecute 300',
      ]);
    });
  });

  describe('turns a priority class into a number', () => {
    const priorityClass = (name: string, value: number, rest: object = {}) =>
      stage.create({
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name },
        value,
        ...rest,
      } as Manifest);

    it('that is 0 without one, or that of the global default', () => {
      expect(create().spec.priority).to.equal(0);
      priorityClass('usual', 10, { globalDefault: true });
      const { priority, priorityClassName } = create({}, { name: 'agent-2' }).spec;
      expect([priority, priorityClassName]).to.deep.equal([10, 'usual']);
    });

    it('with the policy of the class', () => {
      priorityClass('patient', 10, { preemptionPolicy: 'Never' });
      expect(create({ priorityClassName: 'patient' }).spec.preemptionPolicy).to.equal('Never');
      expect(create({}, { name: 'agent-2' }).spec.preemptionPolicy).to.equal('PreemptLowerPriority');
    });

    it('and refuses one that is not there, calling the pod what its name will begin with', () => {
      const refusal = refusalOf(() => create({ priorityClassName: 'none' }, { generateName: 'agent-' }));
      expect(refusal.message).to.equal(
        'pods "agent-" is forbidden: no PriorityClass with name none was found',
      );
    });

    it('and refuses another number', () => {
      expect(refusalOf(() => create({ priority: 5 })).message).to.match(
        /integer value of priority \(5\) must not be provided/,
      );
    });
  });

  describe('names the service account', () => {
    it('default, which is always there, and mounts its token', () => {
      const { spec } = create();
      expect(spec.serviceAccountName).to.equal('default');
      expect(spec.volumes?.[0]?.name).to.match(/^kube-api-access-/);
      expect(spec.containers[0]?.volumeMounts?.[0]?.mountPath).to.equal(
        '/var/run/secrets/kubernetes.io/serviceaccount',
      );
    });

    it('and mounts nothing if the pod asks not to', () => {
      expect(create({ automountServiceAccountToken: false }).spec.volumes).to.equal(undefined);
    });

    it('and refuses one that is not there', () => {
      expect(refusalOf(() => create({ serviceAccountName: 'robot' })).message).to.match(
        /error looking up service account shop\/robot: serviceaccount "robot" not found$/,
      );
      expect(refusalOf(() => create({ serviceAccountName: 'a/b%' })).message).to.match(
        /error looking up service account shop\/a\/b%: invalid resource name "a\/b%": \[may not contain '\/' may not contain '%'\]$/,
      );
    });
  });

  describe('holds pods to quotas', () => {
    const { resourcequotas } = resources;
    const quota = (hard: StringMap, used: StringMap = {}, name = 'small') => {
      const nothing = Object.fromEntries(Object.keys(hard).map((resource) => [resource, '0']));
      stage.quota(name, hard, { ...nothing, ...used });
    };
    const used = (name = 'small') => stage.find<ResourceQuota>(resourcequotas, name)?.status.used;
    const asking = (cpu: string) => ({
      containers: [{ name: 'main', image: 'a', resources: { requests: { cpu } } }],
    });

    it('and says what is asked, used and allowed', () => {
      quota({ 'requests.cpu': '1', pods: '5' });
      create(asking('600m'));
      expect(refusalOf(() => create(asking('500m'), { name: 'agent-2' })).message).to.equal(
        'pods "agent-2" is forbidden: exceeded quota: small, requested: requests.cpu=500m, used: requests.cpu=600m, limited: requests.cpu=1',
      );
      expect(create(asking('400m'), { name: 'agent-3' }).metadata.name).to.equal('agent-3');
    });

    it('and notes on each of them what an admitted pod takes, but not what a refused one would have taken', () => {
      quota({ pods: '5', services: '1' }, { services: '1' });
      quota({ 'requests.cpu': '1' }, {}, 'other');
      create(asking('600m'));
      refusalOf(() => create(asking('500m'), { name: 'agent-2' }));
      expect(used()).to.deep.equal({ pods: '1', services: '1' });
      expect(used('other')).to.deep.equal({ 'requests.cpu': '600m' });
    });

    it('as they say themselves how much is used, whatever pods there are', () => {
      create({});
      quota({ pods: '2' }, { pods: '2' });
      expect(refusalOf(() => create({}, { name: 'agent-2' })).message).to.match(
        /used: pods=2, limited: pods=2$/,
      );
    });

    it('but for quotas that the quota controller has not seen yet, and those that limit no pods', () => {
      const hard = { pods: '0' };
      stage.create({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'new' }, spec: { hard } });
      quota({ services: '0' });
      expect(create({}).metadata.name).to.equal('agent-1');
    });

    it('and refuses them while nobody has counted yet', () => {
      quota({ pods: '5', cpu: '1' });
      stage.amendStatus<ResourceQuota>(resourcequotas, 'small', ({ status: { hard } }) => ({
        hard,
        used: { cpu: '0' },
      }));
      expect(refusalOf(() => create(asking('1'))).message).to.match(
        /forbidden: status unknown for quota: small, resources: cpu,pods$/,
      );
    });

    it('and notes nothing of what is only tried', () => {
      quota({ pods: '1' });
      const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: asking('1') };
      const tryIt = () =>
        stage.server.create(manifest as Manifest, administrator, NAMESPACE, { dryRun: true });
      tryIt();
      expect(used()).to.deep.equal({ pods: '0' });
      expect(stage.names(resources.pods)).to.deep.equal([]);
      create();
      expect(refusalOf(tryIt).message).to.match(/exceeded quota: small/);
    });

    it('and any other object', () => {
      quota({ configmaps: '1', 'count/daemonsets.apps': '0' });
      const settings = (name: string) =>
        stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } } as Manifest);
      settings('a');
      expect(used()).to.deep.equal({ configmaps: '1', 'count/daemonsets.apps': '0' });
      expect(refusalOf(() => settings('b')).message).to.equal(
        'configmaps "b" is forbidden: exceeded quota: small, requested: configmaps=1, used: configmaps=1, limited: configmaps=1',
      );
    });

    it('and a change by what is more of it', () => {
      quota({ 'services.nodeports': '2', services: '5' });
      const spec = { type: 'NodePort', ports: [{ port: 80 }] };
      stage.server.create(
        { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec } as Manifest,
        administrator,
        NAMESPACE,
      );
      const ports =
        (...list: number[]) =>
        () =>
          stage.server.patch(
            stage.server.kinds.named('services') as Kind,
            NAMESPACE,
            'a',
            { patch: { spec: { ports: list.map((port) => ({ port, name: `p${port}` })) } }, type: 'merge' },
            administrator,
          );
      ports(80, 81)();
      expect(used()).to.deep.equal({ 'services.nodeports': '2', services: '1' });
      expect(refusalOf(ports(80, 81, 82)).message).to.match(
        /requested: services.nodeports=1, used: services.nodeports=2, limited: services.nodeports=2$/,
      );
    });

    it('that count what pods do not mention', () => {
      quota({ 'limits.cpu': '1' });
      expect(refusalOf(() => create()).message).to.match(
        /failed quota: small: must specify limits.cpu for: main$/,
      );
    });

    it('of their own namespace only', () => {
      quota({ pods: '0' });
      stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
      expect(
        stage.create({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'p', namespace: 'bank' },
          spec: { containers: [] },
        }).metadata.name,
      ).to.equal('p');
      expect(refusalOf(() => create()).message).to.match(/limited: pods=0/);
    });
  });

  it('lets nothing new into a namespace on its way out', () => {
    stage.delete(resources.namespaces, NAMESPACE);
    const refusal = refusalOf(() => create());
    expect(refusal.code).to.equal(403);
    expect(refusal.message).to.match(
      /^pods "agent-1" is forbidden: unable to create new content in namespace shop/,
    );
  });

  it('keeps pods off a node until somebody has seen it ready', () => {
    const node = stage.create({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'east-1' },
      spec: {},
    } as Manifest);
    expect(node).to.have.nested.property('spec.taints[0].key', 'node.kubernetes.io/not-ready');
  });
});
