import { expect } from 'chai';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import { resources } from '../kubernetes/kinds/resources';
import { securitycontextconstraints } from '../kubernetes/kinds/securitycontextconstraints/kind';
import type { KubeObject, Manifest, StringMap } from '../kubernetes/object';
import { administrator, type Caller } from './apiserver/requests/caller';
import { InProcessCluster } from './cluster';
import { refusalOf } from './stage.testkit';

const OTTO: Caller = { name: 'otto', groups: ['system:authenticated'] };
const NOT_USABLE = 'Forbidden: not usable by user or serviceaccount';

describe('a cluster with security context constraints', () => {
  let cluster = new InProcessCluster();
  beforeEach(() => {
    cluster = new InProcessCluster();
    cluster.configure({ securityContextConstraints: true });
    namespace('shop');
    bind('edit', 'otto');
  });

  const create = (manifest: object, by = administrator): KubeObject =>
    cluster.server.create(manifest as Manifest, by);

  const namespace = (name: string, metadata: object = {}): KubeObject =>
    create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...metadata } });

  const bind = (role: string, user: string): KubeObject =>
    create({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: role.replaceAll(':', '-'), namespace: 'shop' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
    });

  const constraints = (name: string, fields: object): KubeObject =>
    create({
      apiVersion: 'security.openshift.io/v1',
      kind: 'SecurityContextConstraints',
      metadata: { name },
      runAsUser: { type: 'RunAsAny' },
      seLinuxContext: { type: 'RunAsAny' },
      ...fields,
    });

  const pod = (spec: object = {}, { by = OTTO, where = 'shop', ...metadata }: PodWishes = {}): Pod =>
    create(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'agent', namespace: where, ...metadata },
        spec: { containers: [{ name: 'main', image: 'agent:v1' }], ...spec },
      },
      by,
    ) as Pod;

  interface PodWishes {
    readonly by?: Caller;
    readonly where?: string;
    readonly annotations?: StringMap;
  }

  const annotate = (annotations: StringMap, by = OTTO): Pod =>
    cluster.server.patch<Pod>(
      resources.pods,
      'shop',
      'agent',
      { type: 'merge', patch: { metadata: { annotations } } },
      by,
    );

  const givenTo = ({ metadata: { annotations = {} } }: Pod): string =>
    `${annotations['openshift.io/scc']} by ${annotations['security.openshift.io/validated-scc-subject-type']}`;

  const rangesOf = ({ metadata: { annotations = {} } }: KubeObject): readonly (string | undefined)[] => [
    annotations['openshift.io/sa.scc.uid-range'],
    annotations['openshift.io/sa.scc.mcs'],
  ];

  describe('finds the constraint of a new pod', () => {
    it('that anybody may use', () => {
      expect(givenTo(pod())).to.equal('restricted-v2 by user');
    });

    it('that a role lets its maker use, or its service account', () => {
      bind('system:openshift:scc:anyuid', 'otto');
      expect(givenTo(pod())).to.equal('anyuid by user');
    });

    it('that names its maker, or a group', () => {
      constraints('ottos', { priority: 5, users: ['otto'] });
      expect(givenTo(pod())).to.equal('ottos by user');
      constraints('of-accounts', { priority: 6, groups: ['system:serviceaccounts:shop'] });
      cluster.server.delete(resources.pods, 'shop', 'agent', { gracePeriodSeconds: 0 }, OTTO);
      expect(givenTo(pod())).to.equal('of-accounts by serviceaccount');
    });

    it('of the controller, for a pod that no caller makes', () => {
      const made = cluster.registry.create(resources.pods, 'shop', {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'agent' },
        spec: { containers: [{ name: 'main', image: 'agent:v1' }] },
      });
      expect(givenTo(made)).to.equal('restricted-v2 by user');
    });

    it('unless it is one for Windows, or of the platform', () => {
      expect(givenTo(pod({ os: { name: 'windows' } }))).to.equal('undefined by undefined');
      expect(givenTo(pod({ hostPID: true }, { where: 'kube-system', by: administrator }))).to.contain(
        'undefined',
      );
      namespace('network', { labels: { 'openshift.io/run-level': '1' } });
      expect(givenTo(pod({}, { where: 'network', by: administrator }))).to.contain('undefined');
    });
  });

  describe('refuses a pod', () => {
    const refusal = (...args: Parameters<typeof pod>): string => refusalOf(() => pod(...args)).message;

    it('with why, constraint by constraint, each sentence once', () => {
      const why = refusal({ hostIPC: true }).split(', provider ');
      expect(why[0]).to.equal(
        `pods "agent" is forbidden: unable to validate against any security context constraint: [provider "anyuid": ${NOT_USABLE}`,
      );
      expect(why[1]).to.equal(
        'restricted-v2: .spec.hostIPC: Invalid value: true: Host IPC is not allowed to be used',
      );
      expect(why[why.length - 1]).to.equal(`"privileged": ${NOT_USABLE}]`);
      expect(why).to.have.length(14);
    });

    it('that insists on what it may not use, and on what there is not', () => {
      const insisting = (name: string) => ({ annotations: { 'openshift.io/required-scc': name } });
      expect(refusal({}, insisting('privileged'))).to.equal(
        `pods "agent" is forbidden: unable to validate against any security context constraint: provider "privileged": ${NOT_USABLE}`,
      );
      expect(refusal({}, insisting('mine'))).to.equal(
        'pods "agent" is forbidden: failed to retrieve the required SCC "mine": securitycontextconstraints.security.openshift.io "mine" not found',
      );
    });

    it('while one of the stock is missing', () => {
      cluster.server.delete(securitycontextconstraints, undefined, 'nonroot', {}, administrator);
      expect(refusal()).to.equal(
        'pods "agent" is forbidden: securitycontextconstraints.security.openshift.io cache is missing nonroot',
      );
    });

    it('in a namespace that does not say enough of its ranges', () => {
      namespace('bare', { annotations: { 'openshift.io/sa.scc.uid-range': '1000/10' } });
      expect(refusal({}, { where: 'bare', by: administrator })).to.equal(
        'pods "agent" is forbidden: error fetching namespace "bare": unable to find annotation openshift.io/sa.scc.mcs',
      );
      const level = { 'openshift.io/sa.scc.mcs': 's0:c1,c0' };
      namespace('wrong', { annotations: { 'openshift.io/sa.scc.uid-range': 'many', ...level } });
      expect(refusal({}, { where: 'wrong', by: administrator })).to.contain(
        'unable to find pre-allocated uid annotation for namespace wrong while trying to configure SCC restricted-v2: expected integer',
      );
    });

    it('whatever it asks for, while a constraint says too little', () => {
      constraints('open-ended', { runAsUser: { type: 'MustRunAs' } });
      expect(refusal()).to.equal(
        'pods "agent" is forbidden: error creating provider for SCC open-ended in namespace shop: MustRunAs requires a UID',
      );
    });
  });

  describe('looks again at a pod that is changed,', () => {
    it('and finds what it has', () => {
      pod();
      expect(givenTo(annotate({ note: 'seen' }))).to.equal('restricted-v2 by user');
    });

    it('and refuses the change where there is nothing any more that its author may use', () => {
      pod({ hostPID: true }, { by: administrator });
      const refusal = refusalOf(() => annotate({ note: 'seen' }));
      expect(refusal.message).to.contain('.spec.hostPID: Invalid value: true');
      expect(givenTo(annotate({ note: 'seen' }, administrator))).to.equal('hostaccess by user');
    });

    it('and has it insist on nothing else', () => {
      pod();
      expect(refusalOf(() => annotate({ 'openshift.io/required-scc': 'restricted-v2' })).message).to.equal(
        'pods "agent" is forbidden: invalid change of required security context constraint annotation: openshift.io/required-scc',
      );
    });

    it('and refuses what the one it insists on would have to write', () => {
      pod({}, { annotations: { 'openshift.io/required-scc': 'restricted-v2' } });
      cluster.server.patch(
        securitycontextconstraints,
        undefined,
        'restricted-v2',
        { type: 'merge', patch: { readOnlyRootFilesystem: true } },
        administrator,
      );
      expect(refusalOf(() => annotate({ note: 'seen' })).message).to.equal(
        'pods "agent" is forbidden: unable to validate against any security context constraint: <nil>',
      );
    });

    it('but not for its owners, its finalizers, or what the network notes', () => {
      pod({ hostPID: true }, { by: administrator });
      expect(annotate({ 'k8s.ovn.org/pod-networks': '{}' }).metadata.annotations).to.include.keys(
        'k8s.ovn.org/pod-networks',
      );
      const kept = cluster.server.patch(
        resources.pods,
        'shop',
        'agent',
        { type: 'merge', patch: { metadata: { finalizers: ['example.com/tape'] } } },
        OTTO,
      );
      expect(kept.metadata.finalizers).to.deep.equal(['example.com/tape']);
    });
  });

  describe('gives each namespace ranges of its own', () => {
    it('one block after another, the first of them to those that were there', () => {
      const before = cluster.registry.list(resources.namespaces).map((each) => rangesOf(each)[0]);
      expect(new Set(before).size).to.equal(before.length);
      expect(before).to.include('1000000000/10000').and.not.to.include(undefined);
      const block = before.length;
      expect(rangesOf(namespace('next'))).to.deep.equal([
        `${1_000_000_000 + block * 10_000}/10000`,
        's0:c6,c5',
      ]);
    });

    it('not those of another one, and none that was given out before', () => {
      const users = 'openshift.io/sa.scc.uid-range';
      const [first] = rangesOf(namespace('a'));
      namespace('b', { annotations: { [users]: '1000050000/10000' } });
      cluster.server.delete(resources.namespaces, undefined, 'a', {}, administrator);
      expect([first, rangesOf(namespace('c'))[0], rangesOf(namespace('d'))[0]]).to.deep.equal([
        '1000040000/10000',
        '1000060000/10000',
        '1000070000/10000',
      ]);
    });

    it('anew when they are taken away', () => {
      const changed = cluster.server.patch(
        resources.namespaces,
        undefined,
        'shop',
        {
          type: 'merge',
          patch: { metadata: { annotations: { 'openshift.io/sa.scc.uid-range': null } } },
        },
        administrator,
      );
      expect(rangesOf(changed)[0]).to.match(/^10000\d0000\/10000$/);
    });
  });

  it('is like any other when they are switched off', () => {
    cluster.configure({ securityContextConstraints: false });
    expect(cluster.server.kinds.named('scc')).to.equal(undefined);
    expect(cluster.registry.list(resources.clusterroles).map(({ metadata }) => metadata.name)).not.to.include(
      'system:openshift:scc:anyuid',
    );
    expect(givenTo(pod({ hostPID: true }))).to.contain('undefined');
  });
});
