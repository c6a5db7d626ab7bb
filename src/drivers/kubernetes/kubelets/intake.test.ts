import { expect } from 'chai';
import { Store } from '../../../cluster/apiserver/registry/store';
import { Loop } from '../../../cluster/simulation/loop';
import { Random } from '../../../cluster/simulation/random';
import { kindsFromTheStart } from '../../../kubernetes/kinds/everyKind';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { Copies } from './copies';
import { Intake } from './intake';
import { podOf, refused, Scripted } from './kubelets.testkit';
import { Outbox } from './outbox';
import { Patience } from './patience';
import { Sources } from './sources';

const { nodes, pods } = resources;

const nodeOf = (resourceVersion: string, labels: Record<string, string> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'east-1', uid: 'node-1', resourceVersion, creationTimestamp: '', labels },
});

describe('what played kubelets let in', () => {
  let store: Store;
  let loop: Loop;
  let intake: Intake;
  let asked: string[];
  /** What the server has, by path. */
  let there: Map<string, KubeObject>;
  let forbidden: Set<string>;
  let troubles: unknown[];
  beforeEach(() => {
    store = new Store();
    loop = new Loop(new Random(1), () => 0);
    asked = [];
    there = new Map([['/api/v1/nodes/east-1', nodeOf('3', { disk: 'ssd' })]]);
    forbidden = new Set();
    troubles = [];
    const connection = new Scripted();
    connection.send = async ({ path }) => {
      await new Promise(setImmediate);
      asked.push(path);
      if (forbidden.has(path)) throw refused('Forbidden', 403)();
      const body = there.get(path);
      if (body) return { code: 200, body, warnings: [] };
      throw refused('NotFound', 404)();
    };
    const outbox = new Outbox(connection, new Patience(), (object) => object);
    const copies = new Copies(store, outbox, { written: () => undefined, told: () => undefined });
    const sources = new Sources(store, copies, outbox, loop, kindsFromTheStart());
    intake = new Intake(copies, outbox, sources, (error) => troubles.push(error));
    copies.hear(nodes, { type: 'ADDED', object: nodeOf('2') });
    intake.own('east-1', []);
  });

  const hear = (object: Pod, type: 'ADDED' | 'MODIFIED' | 'DELETED' = 'ADDED') =>
    intake.hear(pods, { type, object });
  const pod = () => store.get<Pod>(pods, 'shop', 'a');
  const reading = (base: Pod): Pod => ({
    ...base,
    spec: { ...base.spec, volumes: [{ name: 'conf', configMap: { name: 'conf' } }] },
  });
  const CONFIG = '/api/v1/namespaces/shop/configmaps/conf';
  const configMap = (resourceVersion: string): KubeObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'conf', namespace: 'shop', uid: 'conf-1', resourceVersion, creationTimestamp: '' },
  });

  it('is a pod of theirs once its node is known as it was when the pod was bound', async () => {
    hear(podOf('5'));
    expect(pod()).to.equal(undefined);
    expect(intake.waiting).to.equal(1);
    await intake.entered();
    expect(store.get(nodes, undefined, 'east-1')?.metadata.labels).to.deep.equal({ disk: 'ssd' });
    expect(pod()?.metadata.uid).to.equal('uid-1');
    expect(intake.waiting).to.equal(0);
  });

  it('is no pod of another node, and none that is not bound', async () => {
    const base = podOf('5');
    hear({ ...base, spec: { ...base.spec, nodeName: 'west-1' } });
    hear({ ...base, spec: { containers: [] } });
    await intake.entered();
    expect(asked).to.deep.equal([]);
    intake.disown('east-1');
    hear(base);
    expect(intake.waiting).to.equal(0);
  });

  it('is a pod as it is by then, and none that has gone meanwhile', async () => {
    hear(podOf('5'));
    hear(podOf('6', { phase: 'Pending', message: 'latest' }), 'MODIFIED');
    await intake.entered();
    expect(pod()?.status.message).to.equal('latest');
    hear(podOf('7', {}, 'uid-2'));
    hear(podOf('8', {}, 'uid-2'), 'DELETED');
    await intake.entered();
    expect(pod()).to.equal(undefined);
  });

  it('are the pods that were bound before the machine came', async () => {
    intake.disown('east-1');
    intake.own('east-1', [podOf('5')]);
    await intake.entered();
    expect(pod()).not.to.equal(undefined);
  });

  it('is a node that is read anew for pods that come while it is read, once for all of them', async () => {
    const named = (name: string): Pod => {
      const base = podOf('5', {}, `uid-${name}`);
      return { ...base, metadata: { ...base.metadata, name } };
    };
    for (const name of ['b', 'c', 'd']) hear(named(name));
    await intake.entered();
    expect(asked).to.deep.equal(['/api/v1/nodes/east-1', '/api/v1/nodes/east-1']);
    expect(store.all(pods)).to.have.length(3);
  });

  it('is a pod with what it reads, which is looked up again as long as the pod waits', async () => {
    hear(reading(podOf('5')));
    await intake.entered();
    expect(asked).to.include(CONFIG);
    expect(pod()).not.to.equal(undefined);
    there.set(CONFIG, configMap('4'));
    loop.pass(1000);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(store.get(resources.configmaps, 'shop', 'conf')).not.to.equal(undefined);
    hear(reading(podOf('6', { phase: 'Running' })), 'MODIFIED');
    const so = asked.length;
    loop.pass(5000);
    await new Promise(setImmediate);
    expect(asked).to.have.length(so);
  });

  it('is a pod, too, whose node may not be read; but nothing can be trusted then', async () => {
    forbidden.add('/api/v1/nodes/east-1');
    hear(podOf('5'));
    await intake.entered();
    expect(pod()).not.to.equal(undefined);
    expect(troubles.map((error) => (error as Error).message)).to.deep.equal(['Forbidden']);
  });
});
