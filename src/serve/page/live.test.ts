import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import { Scene } from '../world/hosted.testkit';
import { Broadcast } from './broadcast';
import { daemonSetSpec } from './daemonSet.testkit';
import { showLive } from './live';
import { type About, unpack } from './view';

/** A client that reads when it likes. */
class FakeResponse extends EventEmitter {
  readonly closed = false;
  writableNeedDrain = false;
  readonly lines: string[] = [];
  writeHead(): void {}
  write(line: string): void {
    this.lines.push(line);
  }
}

const ABOUT: About = {
  name: 'default',
  server: 'http://127.0.0.1:8001',
  kubeconfig: '',
  kubeconfigUrl: '',
  asksForToken: false,
  clusters: ['default'],
  moreClusters: 0,
};

describe('a page that is shown a cluster', () => {
  let scene: Scene;
  let broadcast: Broadcast;
  let response: FakeResponse;
  let about: About;

  beforeEach(() => {
    scene = new Scene({ nodes: 1 });
    broadcast = new Broadcast(scene.hosted, scene.wall);
    response = new FakeResponse();
    about = ABOUT;
    // As far as this needs it.
    showLive(response as unknown as ServerResponse, broadcast, () => about, scene.wall);
  });
  afterEach(() => broadcast.close());

  const lastView = () => unpack(response.lines.at(-1) ?? '{}').view;

  it('is told at once where it is, and what there is', () => {
    expect(unpack(response.lines[0] ?? '')).to.deep.equal({ about: ABOUT });
    expect(lastView()?.nodes.all).to.equal(1);
  });

  it('is not told what it has no time for: only the last picture counts', async () => {
    await scene.wall.pass(2000);
    response.writableNeedDrain = true;
    const before = response.lines.length;
    await scene.create('daemonsets', 'log-agent', daemonSetSpec(), 'default');
    await scene.create('steps', '', { untilQuiet: true });
    await scene.wall.pass(10_000);
    expect(response.lines).to.have.length(before);
    response.writableNeedDrain = false;
    response.emit('drain');
    expect(response.lines).to.have.length(before + 1);
    expect(lastView()?.sets[0]).to.deep.include({ desired: 1, ready: 1 });
  });

  it('is told when there are other clusters', async () => {
    about = { ...ABOUT, clusters: ['ci-1', 'default'] };
    await scene.wall.pass(6000);
    expect(response.lines.map((line) => unpack(line).about?.clusters).filter(Boolean)).to.deep.equal([
      ['default'],
      ['ci-1', 'default'],
    ]);
  });

  it('is told nothing more when it has gone', async () => {
    response.emit('close');
    const before = response.lines.length;
    await scene.create('daemonsets', 'log-agent', daemonSetSpec(), 'default');
    await scene.wall.pass(70_000);
    expect(response.lines).to.have.length(before);
    expect(broadcast.isWatching).to.equal(false);
  });
});
