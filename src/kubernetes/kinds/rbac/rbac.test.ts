import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { clusterrolebindings, rolebindings, roles } from './kinds';

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
