import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { clusterrolebindings, clusterroles, rolebindings, roles } from './kinds';

const binding = (name: string, kind = 'Role') =>
  stored(rolebindings, { roleRef: { kind, name }, subjects: [{ kind: 'User', name: 'ann' }] });

describe('a role', () => {
  it('has rules about something', () => {
    expect(wrong(roles.validateCreate(stored(roles, { rules: [{ verbs: [] }] })))).to.deep.equal([
      'rules[0].verbs: Required value: verbs must contain at least one value',
      'rules[0].apiGroups: Required value: resource rules must supply at least one api group',
      'rules[0].resources: Required value: resource rules must supply at least one resource',
    ]);
  });

  it('may name objects of several resources', () => {
    const rule = { apiGroups: [''], resources: ['pods', 'pods/log'], resourceNames: ['a'], verbs: ['get'] };
    expect(wrong(roles.validateCreate(stored(roles, { rules: [rule] })))).to.deep.equal([]);
  });

  it('is put together from roles that a selector in form finds', () => {
    const aggregated = (...clusterRoleSelectors: { matchLabels: Record<string, string> }[]) =>
      wrong(clusterroles.validateCreate(stored(clusterroles, { aggregationRule: { clusterRoleSelectors } })));
    expect(aggregated({ matchLabels: { a: 'b' } })).to.deep.equal([]);
    expect(aggregated()).to.deep.equal([
      'aggregationRule.clusterRoleSelectors: Required value: at least one clusterRoleSelector required if aggregationRule is non-nil',
    ]);
    expect(aggregated({ matchLabels: { a: '-' } }).at(-1)).to.equal(
      'aggregationRule.clusterRoleSelectors[0]: Invalid value: null: invalid label selector.',
    );
  });
});

describe('a binding', () => {
  it('says of which API group role and users are', () => {
    const apiGroup = 'rbac.authorization.k8s.io';
    const { roleRef, subjects } = binding('a');
    expect(roleRef).to.include({ apiGroup });
    expect(subjects).to.deep.equal([{ kind: 'User', name: 'ann', apiGroup }]);
    const account = { kind: 'ServiceAccount', name: 'a', namespace: 'b' };
    const bound = stored(clusterrolebindings, { roleRef: {}, subjects: [account] });
    expect(bound.subjects).to.deep.equal([account]);
  });

  it('has subjects with names', () => {
    const user = { kind: 'User', name: '' };
    const bound = stored(rolebindings, { roleRef: { kind: 'Role', name: 'a' }, subjects: [user] });
    expect(wrong(rolebindings.validateCreate(bound))).to.deep.equal(['subjects[0].name: Required value']);
  });

  it('is to a role', () => {
    expect(wrong(rolebindings.validateCreate(binding('a', 'Pod')))).to.deep.equal([
      'roleRef.kind: Unsupported value: "Pod": supported values: "Role", "ClusterRole"',
    ]);
  });

  it('keeps its role', () => {
    expect(wrong(rolebindings.validateUpdate(binding('b'), binding('a')))).to.deep.equal([
      'roleRef: Invalid value: {"APIGroup":"rbac.authorization.k8s.io","Kind":"Role","Name":"b"}: cannot change roleRef',
    ]);
  });
});
