import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { collectionPath } from './address';

const { pods, nodes, daemonsets } = resources;

describe('the path of a collection', () => {
  it('has the group, and the namespace if there is one', () => {
    expect(collectionPath(pods, undefined)).to.equal('/api/v1/pods');
    expect(collectionPath(pods, 'demo')).to.equal('/api/v1/namespaces/demo/pods');
    expect(collectionPath(daemonsets, 'demo')).to.equal('/apis/apps/v1/namespaces/demo/daemonsets');
    expect(collectionPath(nodes, 'demo')).to.equal('/api/v1/nodes');
  });

  it('cannot be led elsewhere', () => {
    expect(collectionPath(pods, '../../nodes?x')).to.equal('/api/v1/namespaces/..%2F..%2Fnodes%3Fx/pods');
  });

  it('leaves out what is not asked for', () => {
    const query = { labelSelector: 'a in (b)', fieldSelector: undefined };
    expect(collectionPath(nodes, undefined, query)).to.equal('/api/v1/nodes?labelSelector=a+in+%28b%29');
  });
});
