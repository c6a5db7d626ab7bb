import { expect } from 'chai';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import { runsOf } from './containerRuns';
import { Images } from './images';

/** A pod with a container of each of these images. */
const running = (...images: readonly string[]): Pod =>
  aPod({ containers: images.map((image, index) => ({ name: `container-${index}`, image })) });

describe('how the containers of a pod behave', () => {
  let images = new Images();
  beforeEach(() => {
    images = new Images();
  });

  it('is ordinary: they start within a second, turn ready, stop within a second and never end', () => {
    const isOrdinary = (pod: Pod): void => {
      expect(images.missing(pod)).to.equal(undefined);
      expect(images.startSeconds(pod)).to.equal(1);
      expect(images.stopSeconds(pod)).to.equal(1);
      expect(images.turnReady(pod)).to.equal(true);
      expect(images.exit(pod)).to.equal(false);
    };
    isOrdinary(running('agent:v1'));
    images.set('other', { pullable: false, startSeconds: 9, stopSeconds: 9, ready: false });
    isOrdinary(running('agent:v1'));
    images.set('agent:v1', {});
    isOrdinary(running('agent:v1'));
  });

  it('is as slow as the slowest of them, in starting and in stopping', () => {
    images.set('slow-start', { startSeconds: 7, stopSeconds: 2 });
    images.set('slow-stop', { startSeconds: 3, stopSeconds: 30 });
    const pod = running('slow-start', 'slow-stop');
    expect(images.startSeconds(pod)).to.equal(7);
    expect(images.stopSeconds(pod)).to.equal(30);
  });

  it('may be faster than usual, though not beside an ordinary one', () => {
    images.set('quick', { startSeconds: 0, stopSeconds: 0 });
    expect(images.startSeconds(running('quick'))).to.equal(0);
    expect(images.stopSeconds(running('quick'))).to.equal(0);
    expect(images.startSeconds(running('quick', 'agent:v1'))).to.equal(1);
    expect(images.stopSeconds(running('quick', 'agent:v1'))).to.equal(1);
  });

  it('is to turn ready only if all of them do', () => {
    images.set('never-ready', { ready: false });
    expect(images.turnReady(running('agent:v1', 'never-ready'))).to.equal(false);
    images.set('never-ready', { ready: true });
    expect(images.turnReady(running('agent:v1', 'never-ready'))).to.equal(true);
  });

  it('is to wait for the first image that cannot be pulled', () => {
    images.set('missing', { pullable: false });
    images.set('missing-too', { pullable: false });
    images.set('there', { pullable: true });
    expect(images.missing(running('there', 'missing', 'missing-too'))).to.equal('missing');
    expect(images.missing(running('there'))).to.equal(undefined);
  });

  it('is to exit each in its own way, and init containers when their work is done', () => {
    const broken = { afterSeconds: 9, code: 3 };
    images.set('broken', { exits: broken });
    const { spec } = running('broken', 'agent:v1');
    const [first, second] = runsOf(spec);
    const [init] = runsOf({ ...spec, initContainers: spec.containers.slice(1) });
    expect([first, second, init].map((run) => run && images.exitOf(run))).to.deep.equal([
      broken,
      undefined,
      { afterSeconds: 1, code: 0 },
    ]);
    expect(images.exit(running('agent:v1', 'broken'))).to.equal(true);
  });

  it('is to stop a while later if they are told to sleep first', () => {
    const { spec, ...pod } = running('agent:v1');
    const containers = spec.containers.map((each) => ({
      ...each,
      lifecycle: { preStop: { sleep: { seconds: 5 } } },
    }));
    expect(images.stopSeconds({ ...pod, spec: { ...spec, containers } })).to.equal(6);
  });

  it('is to fail the readiness probe if they never turn ready', () => {
    images.set('never-ready', { ready: false });
    const [container] = running('never-ready').spec.containers;
    expect(container && images.probe(container, 'readiness')).to.deep.equal({ failsAfterSeconds: 0 });
    expect(container && images.probe(container, 'liveness')).to.equal(undefined);
  });

  it('is what was said of their image last', () => {
    images.set('agent:v1', { pullable: false, startSeconds: 60 });
    images.set('agent:v1', { ready: false });
    expect(images.missing(running('agent:v1'))).to.equal(undefined);
    expect(images.startSeconds(running('agent:v1'))).to.equal(1);
    expect(images.turnReady(running('agent:v1'))).to.equal(false);
  });
});
