import { expect } from 'chai';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aDaemonSet, aPod } from '../../../kubernetes/kinds/samples.testkit';
import type { KubeObject } from '../../../kubernetes/object';
import { type DeleteOptions, FOREGROUND, isReadyToGo, markDeleted, ORPHAN } from './deletion';

const bound = aPod({ node: 'east-1', spec: { terminationGracePeriodSeconds: 20 } });

/** Deadline in seconds, and grace, after deletion at second 100. */
const marked = (object: KubeObject, options: DeleteOptions = {}, second = 100): KubeObject => {
  const after = markDeleted(object, options, second * 1000);
  if (!after) throw new Error('It was removed at once.');
  return after;
};

const isMarked = (object: KubeObject, deadline: number, grace: number): void => {
  expect(object.metadata.deletionTimestamp).to.equal(toTimestamp(deadline * 1000));
  expect(object.metadata.deletionGracePeriodSeconds).to.equal(grace);
};

describe('a pod that is deleted', () => {
  it('has the time its spec says, unless somebody asks for another', () => {
    isMarked(marked(bound), 120, 20);
    isMarked(marked(bound, { gracePeriodSeconds: 5 }), 105, 5);
    isMarked(marked(bound, { gracePeriodSeconds: 60 }), 160, 60);
    isMarked(marked(aPod({ node: 'east-1' })), 130, 30);
  });

  it('goes at once if no node runs it, if it has ended, or if it gets no time', () => {
    expect(markDeleted(aPod(), {}, 0)).to.equal(undefined);
    expect(markDeleted(aPod({ node: 'east-1', phase: 'Failed' }), {}, 0)).to.equal(undefined);
    expect(markDeleted(bound, { gracePeriodSeconds: 0 }, 0)).to.equal(undefined);
  });

  it('has one second, if the time asked for is negative', () => {
    isMarked(marked(bound, { gracePeriodSeconds: -1 }), 101, 1);
  });

  it('can be hurried, counted from when it was first deleted', () => {
    const leaving = marked(bound);
    isMarked(marked(leaving, { gracePeriodSeconds: 5 }, 110), 105, 5);
    expect(markDeleted(leaving, { gracePeriodSeconds: 0 }, 110_000)).to.equal(undefined);
  });

  it('cannot be given more time', () => {
    const leaving = marked(bound);
    expect(markDeleted(leaving, { gracePeriodSeconds: 60 }, 110_000)).to.equal(leaving);
    expect(markDeleted(leaving, {}, 110_000)).to.equal(leaving);
  });

  it('waits for its finalizers even if it needs no time', () => {
    const held = { ...aPod(), metadata: { ...aPod().metadata, finalizers: ['example.com/hold'] } } as Pod;
    const leaving = marked(held);
    isMarked(leaving, 100, 0);
    expect(isReadyToGo(leaving)).to.equal(false);
    expect(isReadyToGo({ ...leaving, metadata: { ...leaving.metadata, finalizers: [] } })).to.equal(true);
  });
});

describe('an owner that is deleted', () => {
  const set = aDaemonSet();
  const finalizers = (object: KubeObject) => object.metadata.finalizers;

  it('goes at once in the background', () => {
    expect(markDeleted(set, {}, 0)).to.equal(undefined);
    expect(markDeleted(set, { propagationPolicy: 'Background' }, 0)).to.equal(undefined);
  });

  it('waits for its dependents in the foreground, or until it has let them go', () => {
    expect(finalizers(marked(set, { propagationPolicy: 'Foreground' }))).to.deep.equal([FOREGROUND]);
    expect(finalizers(marked(set, { propagationPolicy: 'Orphan' }))).to.deep.equal([ORPHAN]);
  });

  it('moves its generation on, once', () => {
    const leaving = marked(set, { propagationPolicy: 'Foreground' });
    expect(leaving.metadata.generation).to.equal(2);
    expect(markDeleted(leaving, { propagationPolicy: 'Foreground' }, 0)?.metadata.generation).to.equal(2);
  });

  it('does as it is told last', () => {
    const leaving = marked(set, { propagationPolicy: 'Foreground' });
    expect(finalizers(marked(leaving, { propagationPolicy: 'Orphan' }))).to.deep.equal([ORPHAN]);
    expect(markDeleted(leaving, { propagationPolicy: 'Background' }, 0)).to.equal(undefined);
  });

  it('keeps the finalizers of others', () => {
    const held = { ...set, metadata: { ...set.metadata, finalizers: ['example.com/hold'] } };
    expect(finalizers(marked(held, { propagationPolicy: 'Orphan' }))).to.deep.equal([
      'example.com/hold',
      ORPHAN,
    ]);
  });
});
