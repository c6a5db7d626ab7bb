import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { servedKind } from '../../../kubernetes/kinds/served';
import { lensOf } from './samples.testkit';

const { nodes, pods, daemonsets, leases, events } = resources;
const lens = lensOf(7);

describe('What is asked for', () => {
  it('selects by labels that are names, with the names of the server', () => {
    const labels = (labelSelector: string) => lens.queryOut({ labelSelector }, nodes).labelSelector;
    expect(labels('kubernetes.io/hostname=east-1,app=east-1')).to.equal(
      'kubernetes.io/hostname=east-1-k3x9-7,app=east-1',
    );
    expect(labels('a, kubernetes.io/hostname in (east-1, east-2),!b,c notin (east-1)')).to.equal(
      'a, kubernetes.io/hostname in (east-1-k3x9-7, east-2-k3x9-7),!b,c notin (east-1)',
    );
    expect(labels('kubernetes.io/metadata.name != demo')).to.equal(
      'kubernetes.io/metadata.name != demo-k3x9-7',
    );
  });

  it('selects by fields that are names', () => {
    const fields = (fieldSelector: string, resource = pods, namespace = 'demo') =>
      lens.queryOut({ fieldSelector, namespace }, resource).fieldSelector;
    expect(fields('spec.nodeName=east-1,status.phase!=Running')).to.equal(
      'spec.nodeName=east-1-k3x9-7,status.phase!=Running',
    );
    expect(fields('metadata.name=east-1')).to.equal('metadata.name=east-1');
    expect(lens.queryOut({ fieldSelector: 'metadata.name==east-1' }, nodes).fieldSelector).to.equal(
      'metadata.name==east-1-k3x9-7',
    );
    expect(
      lens.queryOut({ fieldSelector: 'metadata.name=east-1', namespace: 'kube-node-lease' }, leases),
    ).to.deep.equal({ fieldSelector: 'metadata.name=east-1-k3x9-7', namespace: 'kube-node-lease' });
    expect(fields('metadata.namespace!=demo')).to.equal('metadata.namespace!=demo-k3x9-7');
  });

  it('selects events by what they are about', () => {
    const fields = (fieldSelector: string, of = lens) => of.queryOut({ fieldSelector }, events).fieldSelector;
    expect(fields('involvedObject.kind=Node,involvedObject.name=east-1')).to.equal(
      'involvedObject.kind=Node,involvedObject.name=east-1-k3x9-7',
    );
    expect(fields('involvedObject.name=east-1,involvedObject.kind=Pod')).to.equal(
      'involvedObject.name=east-1,involvedObject.kind=Pod',
    );
    expect(fields('involvedObject.namespace=demo')).to.equal('involvedObject.namespace=demo-k3x9-7');
    const eye = lensOf(7);
    expect(fields('involvedObject.name=east-1', eye)).to.equal('involvedObject.name=east-1');
    eye.manifestOut({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'east-1' } }, nodes);
    expect(fields('involvedObject.name=east-1', eye)).to.equal('involvedObject.name=east-1-k3x9-7');
  });

  it("is no more than the example's where it is to be deleted", () => {
    expect(lens.deletionOut({ namespace: 'demo', labelSelector: 'a=b' }, daemonsets)).to.deep.equal({
      namespace: 'demo-k3x9-7',
      labelSelector: 'a=b',
    });
    expect(lens.deletionOut({}, nodes)).to.deep.equal({ labelSelector: 'rollcall.dev/example=k3x9-7' });
    expect(lens.deletionOut({ namespace: 'default', labelSelector: 'a' }, pods)).to.deep.equal({
      namespace: 'default',
      labelSelector: 'a,rollcall.dev/example=k3x9-7',
    });
    const storage = servedKind('storage.k8s.io/v1', 'StorageClass');
    expect(lensOf(7, 'exclusive').deletionOut({}, storage)).to.deep.equal({
      labelSelector: 'rollcall.dev/example=k3x9-7',
    });
  });
});
