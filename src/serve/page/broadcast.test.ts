import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { Scene } from '../world/hosted.testkit';
import { Broadcast } from './broadcast';
import { daemonSetSpec } from './daemonSet.testkit';
import { unpack, type View } from './view';

describe('a cluster that is shown live', () => {
  let scene: Scene;
  let broadcast: Broadcast;
  let views: View[];

  beforeEach(() => {
    scene = new Scene({ nodes: 2 });
    broadcast = new Broadcast(scene.hosted, scene.wall);
    views = [];
  });
  afterEach(() => broadcast.close());

  const join = () =>
    broadcast.join((message) => {
      const { view } = unpack(message);
      if (view) views.push(view);
    });
  const label = (value: string): void => {
    const change = { patch: { metadata: { labels: { value } } }, type: 'merge' } as const;
    scene.hosted.server.patch(scene.kind('nodes'), undefined, 'node-1', change, administrator);
  };

  it('is shown again when something changes, and once more when that is news no longer', async () => {
    join();
    await scene.wall.pass(2000);
    views = [];
    await scene.create('daemonsets', 'log-agent', daemonSetSpec(), 'default');
    expect(views).to.have.length(1);
    expect(views[0]?.marks.pods.size).to.equal(2);
    await scene.wall.pass(5000);
    expect(views).to.have.length(2);
    expect(views[1]?.marks.pods.size).to.equal(0);
    await scene.wall.pass(60_000);
    expect(views).to.have.length(2);
  });

  it('is shown but some times in a second, however much happens', async () => {
    join();
    for (let turn = 0; turn < 200; turn++) {
      label(String(turn));
      await scene.wall.pass(10);
    }
    expect(views.length).to.be.within(4, 12);
    await scene.wall.pass(1000);
    expect(views.at(-1)?.shown.places[0]?.node?.labels).to.deep.equal(['value=199']);
  });

  it('tells of its clock when that is stepped or paused, and not while it just goes on', async () => {
    await scene.patch('clocks', 'cluster', { paused: false });
    join();
    await scene.wall.pass(1500);
    views = [];
    await scene.wall.pass(10_000);
    expect(views).to.deep.equal([]);
    await scene.create('steps', '', { duration: '5s' });
    await scene.wall.pass(1500);
    expect(views).to.have.length(1);
    await scene.patch('clocks', 'cluster', { paused: true });
    await scene.wall.pass(1500);
    expect(views.at(-1)?.clock.paused).to.equal(true);
  });

  it('costs nothing once nobody looks', async () => {
    const leave = join();
    await scene.wall.pass(1000);
    leave();
    expect(broadcast.isWatching).to.equal(true);
    await scene.wall.pass(61_000);
    expect(broadcast.isWatching).to.equal(false);
    views = [];
    label('b');
    await scene.wall.pass(5000);
    expect(views).to.deep.equal([]);
    expect(broadcast.now().nodes.all).to.equal(2);
  });

  it('shows the others, too, what one finds new', async () => {
    join();
    await scene.wall.pass(2000);
    label('b');
    views = [];
    expect(broadcast.now().marks.nodes.size).to.equal(1);
    expect(views).to.have.length(1);
  });
});
