import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { Scene } from './hosted.testkit';

describe('an Image', () => {
  /** A cluster with one machine, and pods on it. */
  const withPods = async (...pods: readonly string[]): Promise<Scene> => {
    const scene = new Scene({ nodes: 1 });
    for (const name of pods) await scene.create('pod', name, podOf(name));
    return scene;
  };
  const podOf = (name: string): object => ({ containers: [{ name: 'main', image: `${name}:1` }] });
  const phaseOf = (scene: Scene, name: string): string | undefined =>
    scene.hosted.cluster.registry.store.get(resources.pods, 'default', name)?.status.phase;
  const settle = (scene: Scene): Promise<unknown> => scene.create('step', 'all', { untilQuiet: true });

  it('says how containers behave, whatever it is called itself', async () => {
    const scene = await withPods();
    await scene.create('image', 'broken', { image: 'web:1', pullable: false });
    await scene.create('pod', 'web', podOf('web'));
    await scene.create('pod', 'log', podOf('log'));
    await scene.create('step', 'a-minute', { duration: '1m' });
    expect([phaseOf(scene, 'web'), phaseOf(scene, 'log')]).to.deep.equal(['Pending', 'Running']);
    expect(scene.get('image', 'broken').status).to.deep.equal({ active: true });
  });

  it('is ordinary again when it is changed, or deleted', async () => {
    for (const mend of [
      (scene: Scene) => scene.patch('image', 'broken', { pullable: true }),
      (scene: Scene) => scene.delete(scene.kind('images'), 'broken'),
      (scene: Scene) => scene.patch('image', 'broken', { image: 'other:1' }),
    ]) {
      const scene = await withPods();
      await scene.create('image', 'broken', { image: 'web:1', pullable: false });
      await scene.create('pod', 'web', podOf('web'));
      await scene.create('step', 'a-minute', { duration: '1m' });
      expect(phaseOf(scene, 'web')).to.equal('Pending');
      await mend(scene);
      await settle(scene);
      expect(phaseOf(scene, 'web')).to.equal('Running');
    }
  });

  it('is heard before younger ones that speak of the same', async () => {
    const scene = await withPods();
    await scene.create('image', 'broken', { image: 'web:1', pullable: false });
    await scene.create('step', 'later', { duration: '2s' });
    await scene.create('image', 'aa-fine', { image: 'web:1' });
    expect(scene.get('image', 'aa-fine').status).to.deep.equal({
      active: false,
      message: 'the image "broken" says already how containers of web:1 behave',
    });
    await scene.create('pod', 'web', podOf('web'));
    await scene.create('step', 'a-minute', { duration: '1m' });
    expect(phaseOf(scene, 'web')).to.equal('Pending');
    await scene.delete(scene.kind('images'), 'broken');
    await settle(scene);
    expect(scene.get('image', 'aa-fine').status).to.deep.equal({ active: true });
    expect(phaseOf(scene, 'web')).to.equal('Running');
  });
});
