import { expect } from 'chai';
import { RBAC_GROUP } from '../../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../../stage.testkit';
import type { Request, Visit } from '../authorization/rbac';
import { administrator, type Caller } from '../caller';

const RBAC = `${RBAC_GROUP}/v1`;
const AUTHENTICATION = 'authentication.k8s.io';
const ann: Caller = { name: 'ann', groups: ['system:authenticated'] };
const pods: Request = { verb: 'list', resource: resources.pods, namespace: NAMESPACE };

describe('impersonation', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  /** Ann may do this, anywhere. */
  const allow = (...rules: readonly (readonly [verb: string, group: string, resource: string])[]): void => {
    stage.create({
      apiVersion: RBAC,
      kind: 'ClusterRole',
      metadata: { name: 'own' },
      rules: rules.map(([verb, group, resource]) => ({
        verbs: [verb],
        apiGroups: [group],
        resources: [resource],
      })),
    } as Manifest);
    stage.create({
      apiVersion: RBAC,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'own' },
      roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: 'own' },
      subjects: [{ kind: 'User', name: 'ann' }],
    } as Manifest);
  };
  const as = (
    name: string,
    wanted: Partial<Caller> = {},
    caller: Caller = ann,
    what: Request | Visit = pods,
  ): Caller => stage.server.impersonate(caller, { name, groups: [], ...wanted }, what);

  it('gives a user the groups that go without saying', () => {
    expect(as('bob', {}, administrator).groups).to.deep.equal(['system:authenticated']);
    expect(as('bob', { groups: ['team'] }, administrator).groups).to.deep.equal([
      'team',
      'system:authenticated',
    ]);
    expect(as('system:anonymous', {}, administrator).groups).to.deep.equal(['system:unauthenticated']);
    expect(as('system:node:east-1', {}, administrator).groups).to.deep.equal([
      'system:nodes',
      'system:authenticated',
    ]);
    expect(as('system:serviceaccount:shop:robot', {}, administrator).groups).to.deep.equal([
      'system:serviceaccounts',
      'system:serviceaccounts:shop',
      'system:authenticated',
    ]);
    expect(as('bob', { groups: ['system:masters'] }, administrator).groups).to.include('system:masters');
  });

  it('needs the right to do so with every part of somebody', () => {
    allow(['impersonate', '', 'users'], ['impersonate', '', 'groups']);
    expect(as('bob', { groups: ['team'] }).name).to.equal('bob');
    expect(refusalOf(() => as('bob', { uid: '1' })).code).to.equal(403);
    expect(refusalOf(() => as('bob', { extra: { team: ['a'] } })).code).to.equal(403);
    expect(refusalOf(() => as('system:serviceaccount:shop:robot')).code).to.equal(403);
  });

  it('is refused in the words of the first right that is lacking', () => {
    expect(refusalOf(() => as('bob')).message).to.equal(
      'pods is forbidden: User "ann" cannot impersonate-on:user-info:list resource "pods" in API group "" in the namespace "shop"',
    );
    expect(refusalOf(() => as('bob', {}, ann, { verb: 'get', path: '/api' })).message).to.equal(
      'forbidden: User "ann" cannot impersonate-on:user-info:get path "/api"',
    );
  });

  it('may be allowed for some requests alone', () => {
    allow(['impersonate-on:user-info:list', '', 'pods'], ['impersonate:user-info', AUTHENTICATION, 'users']);
    expect(as('bob').name).to.equal('bob');
    expect(refusalOf(() => as('bob', {}, ann, { ...pods, verb: 'delete' })).code).to.equal(403);
    expect(refusalOf(() => as('bob', { groups: ['team'] })).message).to.equal(
      'groups.authentication.k8s.io "team" is forbidden: User "ann" cannot impersonate:user-info resource "groups" in API group "authentication.k8s.io" at the cluster scope',
    );
  });

  it('never makes a master by such a right', () => {
    allow(
      ['impersonate-on:user-info:list', '', 'pods'],
      ['impersonate:user-info', AUTHENTICATION, 'users'],
      ['impersonate:user-info', AUTHENTICATION, 'groups'],
    );
    expect(as('bob', { groups: ['team'] }).groups).to.include('team');
    expect(refusalOf(() => as('bob', { groups: ['system:masters'] })).message).to.match(
      /: impersonating the system:masters group is not allowed$/,
    );
  });

  it('lets an agent speak as the node that it is on, and no other', () => {
    const agent = {
      name: 'system:serviceaccount:shop:agent',
      groups: [],
      extra: { 'authentication.kubernetes.io/node-name': ['east-1'] },
    };
    stage.create({
      apiVersion: RBAC,
      kind: 'ClusterRole',
      metadata: { name: 'agents' },
      rules: [
        { verbs: ['impersonate-on:associated-node:list'], apiGroups: [''], resources: ['pods'] },
        { verbs: ['impersonate:associated-node'], apiGroups: [AUTHENTICATION], resources: ['nodes'] },
      ],
    } as Manifest);
    stage.create({
      apiVersion: RBAC,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'agents' },
      roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: 'agents' },
      subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: NAMESPACE }],
    } as Manifest);
    expect(as('system:node:east-1', {}, agent).groups).to.include('system:nodes');
    expect(refusalOf(() => as('system:node:east-2', {}, agent)).code).to.equal(403);
  });
});
