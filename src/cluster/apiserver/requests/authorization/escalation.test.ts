import { expect } from 'chai';
import type { PolicyRule } from '../../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../../stage.testkit';
import { administrator, type Caller } from '../caller';
import { endpointFor } from '../endpoints';
import { checkWrite } from '../writeChecks';

const GROUP = 'rbac.authorization.k8s.io';
const RBAC = `${GROUP}/v1`;
const ann: Caller = { name: 'ann', groups: ['system:authenticated'] };
const LOOK: PolicyRule = { apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['get', 'list'] };

const aRole = (rules: readonly PolicyRule[], kind = 'Role', name = 'wanted'): Manifest =>
  ({
    apiVersion: RBAC,
    kind,
    metadata: kind === 'Role' ? { name, namespace: NAMESPACE } : { name },
    rules,
  }) as Manifest;
const aBinding = (role: string, roleKind = 'Role', who = 'otto'): Manifest =>
  ({
    apiVersion: RBAC,
    kind: 'RoleBinding',
    metadata: { name: `${role}-${who}`, namespace: NAMESPACE },
    roleRef: { apiGroup: GROUP, kind: roleKind, name: role },
    subjects: [{ kind: 'User', name: who }],
  }) as Manifest;

describe('whoever gives rights to others', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  /** Ann holds these rights in the namespace. */
  const holds = (...rules: PolicyRule[]): void => {
    stage.create(aRole(rules, 'Role', 'own'));
    stage.create(aBinding('own', 'Role', 'ann'));
  };
  const holdsMore = (rule: PolicyRule): void => {
    stage.create(aRole([rule], 'Role', 'more'));
    stage.create(aBinding('more', 'Role', 'ann'));
  };
  const writes = (object: Manifest, caller = ann): void =>
    checkWrite(stage.registry.store, caller, endpointFor(stage.registry.kinds, object), object as KubeObject);
  /** What she is told that she does not hold, a line each. */
  const missing = (object: Manifest): string[] =>
    refusalOf(() => writes(object))
      .message.split('\n')
      .slice(1);

  it('may give what they hold', () => {
    holds(LOOK);
    writes(aRole([{ ...LOOK, verbs: ['list'] }]));
    writes(aBinding('own'));
  });

  it('may write about anything else', () => {
    writes({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } } as Manifest);
  });

  it('may not give more, and is told what is missing', () => {
    holds(LOOK);
    expect(
      refusalOf(() => writes(aRole([{ ...LOOK, verbs: ['list', 'patch', 'delete'] }]))).message,
    ).to.equal(
      `roles.${GROUP} "wanted" is forbidden: user "ann" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n` +
        '{APIGroups:["apps"], Resources:["daemonsets"], Verbs:["patch" "delete"]}',
    );
  });

  it('is told so resource by resource, in order', () => {
    const rules: PolicyRule[] = [
      { apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get'] },
      { apiGroups: [''], resources: ['nodes'], verbs: ['list'] },
      { apiGroups: ['apps'], resources: ['daemonsets'], resourceNames: ['a', 'b'], verbs: ['patch'] },
      { nonResourceURLs: ['/metrics', '/healthz'], verbs: ['get'] },
    ];
    expect(missing(aRole(rules, 'ClusterRole'))).to.deep.equal([
      '{APIGroups:[""], Resources:["nodes"], Verbs:["get" "list"]}',
      '{APIGroups:[""], Resources:["pods"], Verbs:["get"]}',
      '{APIGroups:["apps"], Resources:["daemonsets"], ResourceNames:["a"], Verbs:["patch"]}',
      '{APIGroups:["apps"], Resources:["daemonsets"], ResourceNames:["b"], Verbs:["patch"]}',
      '{NonResourceURLs:["/healthz"], Verbs:["get"]}',
      '{NonResourceURLs:["/metrics"], Verbs:["get"]}',
    ]);
  });

  it('may give for one object what they hold for all, not the other way round', () => {
    const one: PolicyRule = { ...LOOK, resourceNames: ['log-agent'] };
    holds(one);
    writes(aRole([one]));
    expect(missing(aRole([LOOK]))).to.have.length(1);
    holdsMore(LOOK);
    writes(aRole([{ ...LOOK, resourceNames: ['node-metrics'] }]));
  });

  it('holds nothing outside their namespace', () => {
    holds(LOOK);
    expect(missing(aRole([LOOK], 'ClusterRole'))).to.have.length(1);
  });

  it('needs to hold what the role allows that a binding names', () => {
    stage.create(aRole([LOOK], 'ClusterRole'));
    expect(missing(aBinding('wanted', 'ClusterRole'))).to.have.length(1);
    holds(LOOK);
    writes(aBinding('wanted', 'ClusterRole'));
  });

  it('cannot bind a role that is not there', () => {
    expect(refusalOf(() => writes(aBinding('wanted', 'ClusterRole'))).message).to.equal(
      `clusterroles.${GROUP} "wanted" not found`,
    );
  });

  it('may give what they do not hold, if a role lets them escalate, or bind', () => {
    holds(
      { apiGroups: [GROUP], resources: ['roles'], verbs: ['escalate'] },
      { apiGroups: [GROUP], resources: ['clusterroles'], resourceNames: ['wanted'], verbs: ['bind'] },
    );
    writes(aRole([LOOK]));
    writes(aBinding('wanted', 'ClusterRole'));
    expect(refusalOf(() => writes(aBinding('another', 'ClusterRole'))).code).to.equal(404);
  });

  it('may give everything, if a master', () => {
    writes(aRole([{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }], 'ClusterRole'), administrator);
  });

  it('is asked when a role is changed, too', () => {
    holds(LOOK, { apiGroups: [GROUP], resources: ['roles'], verbs: ['patch'] });
    const patch = { rules: [{ ...LOOK, verbs: ['delete'] }] };
    const change = { patch, type: 'merge' } as const;
    const refusal = refusalOf(() => stage.server.patch(resources.roles, NAMESPACE, 'own', change, ann));
    expect(refusal.message).to.include('not currently held');
  });
});
