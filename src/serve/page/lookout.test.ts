import { expect } from 'chai';
import type { KubeObject, ObjectMeta } from '../../kubernetes/object';
import { Scene } from '../world/hosted.testkit';
import { daemonSetSpec } from './daemonSet.testkit';
import { Lookout } from './lookout';

describe('what is seen of a hosted cluster', () => {
  let scene: Scene;
  let news: number;
  let lookout: Lookout;

  beforeEach(() => {
    scene = new Scene({ nodes: 2 });
    news = 0;
    lookout = new Lookout(scene.hosted, () => news++);
  });
  afterEach(() => lookout.close());

  const stateOf = (node: string) =>
    lookout.view.shown.places.find(({ name }) => name === node)?.pods.map(({ state }) => state);

  it('is what there is when somebody begins to look, none of it new', () => {
    const { nodes, marks, news: told, sets, says } = lookout.view;
    expect(nodes).to.deep.equal({ all: 2, notReady: 0, silent: 0, cordoned: 0 });
    expect(marks.nodes.size).to.equal(0);
    expect(sets).to.deep.equal([]);
    expect(told).to.deep.equal([]);
    expect(says?.en).to.equal('There is no pod on node-1 and node-2.');
  });

  it('changes when a daemon set is created, and says what has happened', async () => {
    await scene.create('daemonsets', 'log-agent', daemonSetSpec(), 'default');
    expect(news).to.be.greaterThan(0);
    expect(stateOf('node-1')).to.deep.equal([]);
    expect(lookout.look()).to.equal(true);
    expect(stateOf('node-1')).to.have.length(1);
    const { sets, marks, news: told } = lookout.view;
    expect(sets).to.have.length(1);
    expect(sets[0]).to.deep.include({ name: 'log-agent', desired: 2, ready: 0 });
    expect([...marks.pods.values()]).to.deep.equal(['new', 'new']);
    expect(told).to.have.length(1);
    expect(told[0]?.says.en).to.match(/^The daemon set log-agent is new; pods of log-agent/);
    expect(told[0]?.says.ko).to.contain('log-agent');
    expect(told[0]?.time).to.equal(scene.wall.now() - 1000);
  });

  it('marks what has changed until that is news no longer', async () => {
    await scene.create('daemonsets', 'log-agent', daemonSetSpec(), 'default');
    lookout.look();
    await scene.create('steps', '', { untilQuiet: true });
    lookout.look();
    expect(stateOf('node-1')).to.deep.equal(['ready']);
    expect([...lookout.view.marks.pods.values()]).to.deep.equal(['new', 'new']);
    expect(lookout.settle()).to.equal(true);
    expect(lookout.view.marks.pods.size).to.equal(0);
    expect(lookout.settle()).to.equal(false);
    expect(lookout.look()).to.equal(false);
  });

  it('is not new if it came and went before anybody looked', async () => {
    await scene.create('machines', 'node-3', {});
    await scene.delete(scene.kind('machines'), 'node-3');
    expect(scene.names('nodes')).to.have.length(2);
    expect(lookout.look()).to.equal(false);
    expect(lookout.view.news).to.deep.equal([]);
  });

  it('is not disturbed by a kind of somebody else that has the same name', async () => {
    const { registry } = scene.hosted.cluster;
    registry.store.add(scene.kind('configmaps'), {
      apiVersion: 'example.com/v1',
      kind: 'Node',
      metadata: { name: 'other', uid: 'x', resourceVersion: '' } as ObjectMeta,
    } as KubeObject);
    expect(news).to.equal(0);
    expect(lookout.look()).to.equal(false);
  });

  it('is nothing any more once nobody looks', async () => {
    lookout.close();
    await scene.create('daemonsets', 'log-agent', daemonSetSpec(), 'default');
    expect(news).to.equal(0);
  });
});
