import { expect } from 'chai';
import { Scene } from '../world/hosted.testkit';
import { daemonSetSpec } from './daemonSet.testkit';
import { Lookout } from './lookout';
import { pack, unpack } from './view';

describe('a message to the page of a cluster', () => {
  it('is one line, and is read as it was written', () => {
    const { view } = new Lookout(new Scene({ nodes: 2 }).hosted);
    const line = pack({ view });
    expect(line).not.to.contain('\n');
    expect(unpack(line)).to.deep.equal({ view });
    expect(unpack(line).view?.marks.nodes).to.be.instanceOf(Map);
    expect(unpack(line).view?.manner.tellsRevisions).to.be.instanceOf(Set);
  });

  it('holds a large cluster in few words', async () => {
    const scene = new Scene({ nodes: 400 });
    await scene.create('daemonsets', 'log-agent', daemonSetSpec(), 'default');
    const { view } = new Lookout(scene.hosted);
    expect(view.nodes.all).to.equal(400);
    expect(view.pods).to.equal(400);
    expect(view.shown.places).to.have.length(24);
    expect(view.shown.rest?.nodes).to.equal(376);
    expect([...(view.shown.rest?.pods.values() ?? [])]).to.deep.equal([376]);
    expect(pack({ view }).length).to.be.lessThan(20_000);
  });
});
