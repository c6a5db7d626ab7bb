import { expect } from 'chai';
import type { PolicyRule } from '../../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../../stage.testkit';
import { administrator, type Caller } from '../caller';
import { authorize, mayDo, type Request } from './rbac';
import { STOCK_ROLES } from './stockRoles';

const RBAC = 'rbac.authorization.k8s.io/v1';
const ann: Caller = { name: 'ann', groups: ['shop-team', 'system:authenticated'] };

const read = (request: Partial<Request> = {}): Request => ({
  verb: 'get',
  resource: resources.daemonsets,
  namespace: NAMESPACE,
  ...request,
});

describe('role-based access control', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    for (const [name, rules] of Object.entries(STOCK_ROLES))
      stage.create({ apiVersion: RBAC, kind: 'ClusterRole', metadata: { name }, rules });
  });

  const bind = (
    kind: 'RoleBinding' | 'ClusterRoleBinding',
    role: string,
    subject: object,
    roleKind = 'ClusterRole',
  ) =>
    stage.create({
      apiVersion: RBAC,
      kind,
      metadata: { name: `${role}-binding` },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: roleKind, name: role },
      subjects: [subject],
    } as Manifest);
  const role = (...rules: PolicyRule[]) =>
    stage.create({ apiVersion: RBAC, kind: 'Role', metadata: { name: 'own' }, rules } as Manifest);
  const may = (request: Request, caller = ann): boolean => mayDo(stage.registry.store, caller, request);

  it('lets nobody do anything, but the masters everything', () => {
    expect(may(read())).to.equal(false);
    expect(may(read({ verb: 'delete' }), administrator)).to.equal(true);
  });

  it('grants what a role binding says in its own namespace only', () => {
    bind('RoleBinding', 'view', { kind: 'User', name: 'ann' });
    expect(may(read())).to.equal(true);
    expect(may(read({ verb: 'patch' }))).to.equal(false);
    expect(may(read({ namespace: 'bank' }))).to.equal(false);
    expect(may({ verb: 'list', resource: resources.daemonsets })).to.equal(false);
  });

  it('grants what a cluster role binding says everywhere', () => {
    bind('ClusterRoleBinding', 'view', { kind: 'User', name: 'ann' });
    expect(may(read({ namespace: 'bank' }))).to.equal(true);
    expect(may({ verb: 'list', resource: resources.daemonsets })).to.equal(true);
  });

  it('knows users, groups and service accounts', () => {
    bind('RoleBinding', 'view', { kind: 'Group', name: 'shop-team' });
    expect(may(read())).to.equal(true);
    expect(may(read(), { name: 'bob', groups: [] })).to.equal(false);
    bind('RoleBinding', 'edit', { kind: 'ServiceAccount', name: 'robot', namespace: 'tools' });
    const robot = { name: 'system:serviceaccount:tools:robot', groups: [] };
    expect(may(read({ verb: 'patch' }), robot)).to.equal(true);
  });

  it('grants nothing by a role that is not there', () => {
    bind('RoleBinding', 'own', { kind: 'User', name: 'ann' }, 'Role');
    expect(may(read())).to.equal(false);
    role({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] });
    expect(may(read())).to.equal(true);
  });

  it('tells sub-resources from their resource', () => {
    role({ apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['patch'] });
    bind('RoleBinding', 'own', { kind: 'User', name: 'ann' }, 'Role');
    expect(may(read({ verb: 'patch' }))).to.equal(true);
    expect(may(read({ verb: 'patch', subresource: 'status' }))).to.equal(false);
  });

  it('can be limited to names', () => {
    role({
      apiGroups: ['apps'],
      resources: ['daemonsets'],
      verbs: ['get', 'list'],
      resourceNames: ['agent'],
    });
    bind('RoleBinding', 'own', { kind: 'User', name: 'ann' }, 'Role');
    expect(may(read({ name: 'agent' }))).to.equal(true);
    expect(may(read({ name: 'other' }))).to.equal(false);
    expect(may(read({ verb: 'list' }))).to.equal(false);
  });

  it('lets edit change workloads but not permissions, and admin both', () => {
    bind('RoleBinding', 'edit', { kind: 'User', name: 'ann' });
    bind('RoleBinding', 'admin', { kind: 'User', name: 'bob' });
    const grant = read({ verb: 'create', resource: resources.rolebindings });
    expect([may(read({ verb: 'delete' })), may(grant)]).to.deep.equal([true, false]);
    expect(may(grant, { name: 'bob', groups: [] })).to.equal(true);
  });

  it('lets view look at what runs, its revisions included, and edit into secrets, too', () => {
    bind('RoleBinding', 'view', { kind: 'User', name: 'ann' });
    bind('RoleBinding', 'edit', { kind: 'User', name: 'bob' });
    const resource = stage.registry.kinds.named('secrets') ?? expect.fail('secrets are not served');
    const secrets = read({ verb: 'list', resource });
    expect(may(read({ verb: 'list', resource: resources.controllerrevisions }))).to.equal(true);
    expect(may(secrets)).to.equal(false);
    expect(may(secrets, { name: 'bob', groups: [] })).to.equal(true);
  });

  it('refuses in the words of the API server', () => {
    const sentence = (request: Request) =>
      refusalOf(() => authorize(stage.registry.store, ann, request)).message;
    expect(sentence(read({ verb: 'delete', name: 'agent' }))).to.equal(
      'daemonsets.apps "agent" is forbidden: User "ann" cannot delete resource "daemonsets" in API group "apps" in the namespace "shop"',
    );
    expect(sentence({ verb: 'list', resource: resources.nodes })).to.equal(
      'nodes is forbidden: User "ann" cannot list resource "nodes" in API group "" at the cluster scope',
    );
  });
});
