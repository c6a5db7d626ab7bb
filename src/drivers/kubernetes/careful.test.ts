import { expect } from 'chai';
import { LeftOut } from '../../port/leftOut';
import type { World } from '../../port/world';
import { careful } from './careful';

describe('a world in which no node may fall silent', () => {
  const done: string[] = [];
  const note =
    (deed: string) =>
    async (...given: readonly unknown[]): Promise<void> => {
      done.push([deed, ...given].join(' '));
    };
  const world: World = {
    addNode: note('add'),
    removeNode: note('remove'),
    silenceNode: note('silence'),
    reviveNode: note('revive'),
    setNodeReady: note('ready'),
    rebootNode: note('reboot'),
    setPressure: note('pressure'),
    shutDownNode: note('shut down'),
    imageBehaves: note('image'),
    setPodReady: note('pod'),
    exitContainer: note('exit'),
    finishPod: note('finish'),
  };

  it('leaves examples out in which one would, and does all else', async () => {
    const safe = careful(world, 'a cloud deletes it');
    const refused = await Promise.all(
      [
        () => safe.silenceNode('a'),
        () => safe.shutDownNode('a'),
        () => safe.rebootNode('a'),
        () => safe.setNodeReady('a', false),
      ].map((act) => act().catch((error: unknown) => error)),
    );
    for (const error of refused) {
      expect(error).to.be.instanceOf(LeftOut).with.property('code', 'cloud-deletes-silent-nodes');
      expect(String(error)).to.match(/which is not safe here: a cloud deletes it$/);
    }
    expect(done).to.deep.equal([]);
    await safe.setNodeReady('a', true);
    await safe.removeNode('a');
    expect(done).to.deep.equal(['ready a true', 'remove a']);
  });

  it('is the same where nobody deletes them', () => {
    expect(careful(world, undefined)).to.equal(world);
  });
});
