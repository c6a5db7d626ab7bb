import { expect } from 'chai';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { makeLens } from './makeLens';

describe('a lens on questions about rights', () => {
  const lens = makeLens({ suffix: '-r1-1', mode: 'exclusive', labels: { 'rollcall.dev/run': 'r1' } });
  const kindOf = (group: string, kind: string): ResourceType => ({
    ...{ apiVersion: `${group}/v1`, group, version: 'v1', kind, plural: `${kind.toLowerCase()}s` },
    ...{ singular: kind.toLowerCase(), shortNames: [], categories: [], namespaced: false, verbs: ['create'] },
    subresources: [],
  });

  it('gives the namespace its mark once', () => {
    const resource = kindOf('authorization.k8s.io', 'SelfSubjectAccessReview');
    const resourceAttributes = { namespace: 'shop', verb: 'create', group: 'apps', resource: 'daemonsets' };
    const { apiVersion, kind } = resource;
    const sent = lens.manifestOut({ apiVersion, kind, spec: { resourceAttributes } }, resource);
    expect(sent.spec).to.deep.equal({
      resourceAttributes: { ...resourceAttributes, namespace: 'shop-r1-1' },
    });
  });

  it('marks the users that a constraint names', () => {
    const resource = kindOf('security.openshift.io', 'SecurityContextConstraints');
    const { apiVersion, kind } = resource;
    const users = ['system:serviceaccount:shop:agent', 'vera'];
    const sent = lens.manifestOut({ apiVersion, kind, metadata: { name: 'a' }, users }, resource);
    expect(sent).to.deep.include({ users: ['system:serviceaccount:shop-r1-1:agent', 'vera-r1-1'] });
  });
});
