import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { aNode, aPod } from '../../../kubernetes/kinds/samples.testkit';
import type { KubeObject } from '../../../kubernetes/object';
import { keyOf, type Row, Store } from './store';

const pods = resources.pods;

/** Where a pod is kept. */
const rowOf = (store: Store, { metadata: { namespace, name } }: KubeObject): Row => {
  const row = store.find(pods, namespace, name);
  if (!row) throw new Error(`There is no pod ${name}.`);
  return row;
};

describe('the store', () => {
  it('numbers every write of any kind on', () => {
    const store = new Store();
    const pod = store.add(pods, aPod());
    const node = store.add(resources.nodes, aNode());
    const changed = store.replace(pods, rowOf(store, pod), {
      ...pod,
      metadata: { ...pod.metadata, labels: { a: '1' } },
    });
    expect([pod, node, changed].map(({ metadata }) => metadata.resourceVersion)).to.deep.equal([
      '1',
      '2',
      '3',
    ]);
  });

  it('replaces objects and never changes them', () => {
    const store = new Store();
    const pod = store.add(pods, aPod());
    store.replace(pods, rowOf(store, pod), { ...pod, metadata: { ...pod.metadata, labels: { a: '1' } } });
    expect(pod.metadata.labels).to.equal(undefined);
    expect(pod.metadata.resourceVersion).to.equal('1');
    expect(store.get(pods, 'shop', 'agent-x')?.metadata.labels).to.deep.equal({ a: '1' });
  });

  it('tells observers first, with the last state of what is removed under a revision of its own', () => {
    const store = new Store();
    const heard: string[] = [];
    const note = (who: string, { metadata }: KubeObject) => heard.push(`${who} ${metadata.resourceVersion}`);
    store.topic(pods).read(() => heard.push('watch'));
    store.observe(({ object, type }) => note(type, object));
    const pod = store.add(pods, aPod());
    store.remove(pods, rowOf(store, pod));
    expect(heard).to.deep.equal(['ADDED 1', 'watch', 'DELETED 2']);
    expect(store.get(pods, 'shop', 'agent-x')).to.equal(undefined);
  });

  it('lists a kind by namespace or in all, and keeps kinds apart', () => {
    const store = new Store();
    const elsewhere = aPod();
    store.add(pods, aPod());
    store.add(pods, { ...elsewhere, metadata: { ...elsewhere.metadata, namespace: 'bank' } });
    store.add(resources.nodes, aNode({ name: 'agent-x' }));
    expect([...store.all(pods)].map(keyOf)).to.deep.equal(['shop/agent-x', 'bank/agent-x']);
    expect([...store.all(pods, 'bank')].map(keyOf)).to.deep.equal(['bank/agent-x']);
    expect([...store.all(resources.nodes)].map(keyOf)).to.deep.equal(['agent-x']);
    expect([...store.all(resources.leases)]).to.deep.equal([]);
  });
});
