import { expect } from 'chai';
import type { Part } from '../../../kubernetes/fields/fill';
import { RBAC_GROUP } from '../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { EVERYBODYS_ROLES } from './authorization/stockRoles';
import { administrator, anonymous, type Caller } from './caller';

const RBAC = `${RBAC_GROUP}/v1`;
const AUTHORIZATION = 'authorization.k8s.io/v1';
const ann: Caller = { name: 'ann', uid: 'a-1', groups: ['system:authenticated'], extra: { team: ['shop'] } };

describe('a question to the API server', () => {
  let stage = new Stage();

  const bind = (kind: string, name: string, roleKind: string, role: string, subject: object): void => {
    stage.create({
      apiVersion: RBAC,
      kind,
      metadata: { name },
      roleRef: { apiGroup: RBAC_GROUP, kind: roleKind, name: role },
      subjects: [subject],
    } as Manifest);
  };
  const role = (kind: string, name: string, rules: readonly unknown[]): void => {
    stage.create({ apiVersion: RBAC, kind, metadata: { name }, rules } as Manifest);
  };

  beforeEach(() => {
    stage = new Stage();
    for (const [name, rules] of Object.entries(EVERYBODYS_ROLES)) {
      role('ClusterRole', name, rules);
      bind('ClusterRoleBinding', name, 'ClusterRole', name, { kind: 'Group', name: 'system:authenticated' });
    }
    role('Role', 'pod-reader', [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
    bind('RoleBinding', 'readers', 'Role', 'pod-reader', { kind: 'User', name: 'ann' });
  });

  const ask = (kind: string, spec: Part, caller: Caller = ann, metadata: Part = {}): Part =>
    stage.server.create(
      { apiVersion: AUTHORIZATION, kind, metadata, spec } as Manifest,
      caller,
    ) as unknown as Part;
  const askOfToken = (spec: Part): Part =>
    stage.server.create(
      { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec } as Manifest,
      administrator,
    ) as unknown as Part;
  const statusOf = (kind: string, spec: Part, caller?: Caller): unknown => ask(kind, spec, caller).status;
  const pods = (verb: string, namespace = NAMESPACE): Part => ({
    resourceAttributes: { verb, resource: 'pods', namespace },
  });

  describe('may I', () => {
    const KIND = 'SelfSubjectAccessReview';

    it('is answered with the binding, the role and the subject by which one may', () => {
      expect(statusOf(KIND, pods('get'))).to.deep.equal({
        allowed: true,
        reason: 'RBAC: allowed by RoleBinding "readers/shop" of Role "pod-reader" to User "ann"',
      });
      expect(statusOf(KIND, { nonResourceAttributes: { verb: 'get', path: '/api/v1' } })).to.deep.equal({
        allowed: true,
        reason:
          'RBAC: allowed by ClusterRoleBinding "system:discovery" of ClusterRole "system:discovery" to Group "system:authenticated"',
      });
    });

    it('is answered without a reason to who may not, and to masters, who need none', () => {
      expect(statusOf(KIND, pods('delete'))).to.deep.equal({ allowed: false });
      expect(statusOf(KIND, pods('delete'), administrator)).to.deep.equal({ allowed: true });
    });

    it('names the roles that bindings name, and that there are not', () => {
      bind('RoleBinding', 'a', 'Role', 'gone', { kind: 'User', name: 'ann' });
      expect(statusOf(KIND, pods('delete'))).to.deep.equal({
        allowed: false,
        reason: 'RBAC: role.rbac.authorization.k8s.io "gone" not found',
      });
      bind('ClusterRoleBinding', 'b', 'ClusterRole', 'lost', { kind: 'User', name: 'ann' });
      expect(refusalOf(() => stage.server.list(resources.pods, {}, ann)).message).to.equal(
        'pods is forbidden: User "ann" cannot list resource "pods" in API group "" at the cluster scope: ' +
          'RBAC: clusterrole.rbac.authorization.k8s.io "lost" not found',
      );
    });

    it('stores nothing', () => {
      const { revision } = stage.registry.store;
      ask(KIND, pods('get'));
      expect(stage.registry.store.revision).to.equal(revision);
    });

    it('is refused to who has not said who they are', () => {
      expect(refusalOf(() => ask(KIND, pods('get'), anonymous)).message).to.equal(
        'selfsubjectaccessreviews.authorization.k8s.io is forbidden: User "system:anonymous" cannot create resource "selfsubjectaccessreviews" in API group "authorization.k8s.io" at the cluster scope',
      );
    });

    it('says what it could not read of a selector, and goes on without', () => {
      const attributes = pods('get').resourceAttributes as Part;
      const selected = (fieldSelector: Part): unknown =>
        statusOf(KIND, { resourceAttributes: { ...attributes, fieldSelector } });
      const one = { key: 'spec.nodeName', operator: 'In', values: ['a'] };
      expect(selected({ requirements: [one] })).not.to.have.property('evaluationError');
      expect(selected({ requirements: [one, { key: 'x', operator: 'Exists' }] })).to.have.property(
        'evaluationError',
        'spec.resourceAttributes.fieldSelector partially ignored due to parse error',
      );
      expect(selected({ requirements: [{ key: 'x', operator: 'New' }] })).to.have.property(
        'evaluationError',
        'spec.resourceAttributes.fieldSelector ignored due to parse error',
      );
    });

    const refused: readonly [string, Part, Part, string][] = [
      [
        'about nothing',
        {},
        {},
        'spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
      ],
      [
        'about two things',
        { ...pods('get'), nonResourceAttributes: { verb: 'get', path: '/' } },
        {},
        'spec.nonResourceAttributes: Invalid value: {"Path":"/","Verb":"get"}: cannot be specified in combination with resourceAttributes',
      ],
      ['with a name', pods('get'), { name: 'x' }, 'metadata: Invalid value: {"name":"x"}: must be empty'],
      [
        'with a selector of nothing',
        { resourceAttributes: { labelSelector: {} } },
        {},
        'spec.resourceAttributes.labelSelector.requirements: Required value: when spec.resourceAttributes.labelSelector is specified, requirements or rawSelector is required',
      ],
    ];
    for (const [what, spec, metadata, why] of refused) {
      it(`is refused ${what}`, () => {
        const refusal = refusalOf(() => ask(KIND, spec, ann, metadata));
        expect(refusal.message).to.equal(
          `SelfSubjectAccessReview.authorization.k8s.io "" is invalid: ${why}`,
        );
      });
    }
  });

  describe('may they', () => {
    it('is answered for a user and for a group', () => {
      expect(
        statusOf('SubjectAccessReview', { ...pods('get'), user: 'ann' }, administrator),
      ).to.have.property('allowed', true);
      expect(
        statusOf('SubjectAccessReview', { ...pods('get'), user: 'bob' }, administrator),
      ).to.have.property('allowed', false);
      expect(
        statusOf('SubjectAccessReview', { ...pods('get'), groups: ['system:masters'] }, administrator),
      ).to.deep.equal({ allowed: true });
    });

    it('needs somebody to be about', () => {
      expect(refusalOf(() => ask('SubjectAccessReview', pods('get'), administrator)).message).to.equal(
        'SubjectAccessReview.authorization.k8s.io "" is invalid: spec.user: Invalid value: "": at least one of user or group must be specified',
      );
    });

    it('is no question for everybody', () => {
      expect(refusalOf(() => ask('SubjectAccessReview', { ...pods('get'), user: 'bob' })).reason).to.equal(
        'Forbidden',
      );
    });

    it('stays in its namespace, asked locally', () => {
      const local = (namespace: string): Part =>
        ask('LocalSubjectAccessReview', { ...pods('get'), user: 'ann' }, administrator, { namespace });
      expect(local(NAMESPACE).status).to.have.property('allowed', true);
      expect(refusalOf(() => local('bank')).message).to.equal(
        'LocalSubjectAccessReview.authorization.k8s.io "" is invalid: spec.resourceAttributes.namespace: Invalid value: "shop": must match metadata.namespace',
      );
    });
  });

  it('what may I do is answered with rules alone', () => {
    const { spec, metadata, status } = ask('SelfSubjectRulesReview', { namespace: NAMESPACE });
    expect([spec, metadata]).to.deep.equal([{}, {}]);
    expect((status as Part).resourceRules).to.deep.include({
      apiGroups: [''],
      resources: ['pods'],
      verbs: ['get'],
    });
  });

  it('who am I is answered with all that is known', () => {
    const question = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview', metadata: {} };
    expect(stage.server.create(question, ann)).to.deep.equal({
      ...question,
      metadata: { creationTimestamp: '2026-01-01T00:00:00Z' },
      status: {
        userInfo: {
          username: 'ann',
          uid: 'a-1',
          groups: ['system:authenticated'],
          extra: { team: ['shop'] },
        },
      },
    });
  });

  it('whose is this token needs a token, and finds nobody where none are given out', () => {
    expect(refusalOf(() => askOfToken({})).message).to.equal(
      'token is required for TokenReview in authentication',
    );
    expect(askOfToken({ token: 'abc' }).status).to.deep.equal({ user: {}, error: 'invalid bearer token' });
  });
});
