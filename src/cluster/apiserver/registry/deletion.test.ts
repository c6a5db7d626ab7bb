import { expect } from 'chai';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet, aPod } from '../../../kubernetes/kinds/samples.testkit';
import type { KubeObject } from '../../../kubernetes/object';
import type { DeleteOptions } from '../../../port/api';
import { FOREGROUND, isReadyToGo, markDeleted, ORPHAN } from './deletion';

const { daemonsets, namespaces, pods } = resources;

const bound = aPod({ node: 'east-1', spec: { terminationGracePeriodSeconds: 20 } });

/** What is left of an object after its deletion at second 100. */
const markedAs =
  <T extends KubeObject>(kind: Kind<T>) =>
  (object: T, options: DeleteOptions = {}, second = 100): T => {
    const after = markDeleted(kind, object, options, second * 1000);
    if (!after) throw new Error('It was removed at once.');
    return after;
  };

const isMarked = (object: KubeObject, deadline: number, grace: number): void => {
  expect(object.metadata.deletionTimestamp).to.equal(toTimestamp(deadline * 1000));
  expect(object.metadata.deletionGracePeriodSeconds).to.equal(grace);
};

describe('a pod that is deleted', () => {
  const marked = markedAs(pods);

  it('has the time its spec says, unless somebody asks for another', () => {
    isMarked(marked(bound), 120, 20);
    isMarked(marked(bound, { gracePeriodSeconds: 5 }), 105, 5);
    isMarked(marked(bound, { gracePeriodSeconds: 60 }), 160, 60);
    isMarked(marked(aPod({ node: 'east-1' })), 130, 30);
  });

  it('goes at once if no node runs it, if it has ended, or if it gets no time', () => {
    expect(markDeleted(pods, aPod(), {}, 0)).to.equal(undefined);
    expect(markDeleted(pods, aPod({ node: 'east-1', phase: 'Failed' }), {}, 0)).to.equal(undefined);
    expect(markDeleted(pods, bound, { gracePeriodSeconds: 0 }, 0)).to.equal(undefined);
  });

  it('has one second, if the time asked for is negative', () => {
    isMarked(marked(bound, { gracePeriodSeconds: -1 }), 101, 1);
  });

  it('can be hurried, counted from when it was first deleted', () => {
    const leaving = marked(bound);
    isMarked(marked(leaving, { gracePeriodSeconds: 5 }, 110), 105, 5);
    expect(markDeleted(pods, leaving, { gracePeriodSeconds: 0 }, 110_000)).to.equal(undefined);
  });

  it('cannot be given more time', () => {
    const leaving = marked(bound);
    expect(markDeleted(pods, leaving, { gracePeriodSeconds: 60 }, 110_000)).to.equal(leaving);
    expect(markDeleted(pods, leaving, {}, 110_000)).to.equal(leaving);
  });

  it('waits for its finalizers even if it needs no time', () => {
    const held = { ...aPod(), metadata: { ...aPod().metadata, finalizers: ['example.com/hold'] } };
    const leaving = marked(held);
    isMarked(leaving, 100, 0);
    expect(isReadyToGo(pods, leaving)).to.equal(false);
    expect(isReadyToGo(pods, { ...leaving, metadata: { ...leaving.metadata, finalizers: [] } })).to.equal(
      true,
    );
  });
});

describe('an owner that is deleted', () => {
  const marked = markedAs(daemonsets);
  const set = aDaemonSet();
  const finalizers = (object: KubeObject) => object.metadata.finalizers;

  it('goes at once in the background', () => {
    expect(markDeleted(daemonsets, set, {}, 0)).to.equal(undefined);
    expect(markDeleted(daemonsets, set, { propagationPolicy: 'Background' }, 0)).to.equal(undefined);
  });

  it('waits for its dependents in the foreground, or until it has let them go', () => {
    expect(finalizers(marked(set, { propagationPolicy: 'Foreground' }))).to.deep.equal([FOREGROUND]);
    expect(finalizers(marked(set, { propagationPolicy: 'Orphan' }))).to.deep.equal([ORPHAN]);
  });

  it('moves its generation on, once', () => {
    const leaving = marked(set, { propagationPolicy: 'Foreground' });
    expect(leaving.metadata.generation).to.equal(2);
    expect(
      markDeleted(daemonsets, leaving, { propagationPolicy: 'Foreground' }, 0)?.metadata.generation,
    ).to.equal(2);
  });

  it('does as it is told last', () => {
    const leaving = marked(set, { propagationPolicy: 'Foreground' });
    expect(finalizers(marked(leaving, { propagationPolicy: 'Orphan' }))).to.deep.equal([ORPHAN]);
    expect(markDeleted(daemonsets, leaving, { propagationPolicy: 'Background' }, 0)).to.equal(undefined);
  });

  it('keeps the finalizers of others', () => {
    const held = { ...set, metadata: { ...set.metadata, finalizers: ['example.com/hold'] } };
    expect(finalizers(marked(held, { propagationPolicy: 'Orphan' }))).to.deep.equal([
      'example.com/hold',
      ORPHAN,
    ]);
  });
});

describe('a namespace that is deleted', () => {
  const namespace = namespaces.prepareForCreate({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { ...aPod().metadata, name: 'shop' },
  });
  const leaving = markedAs(namespaces)(namespace);

  it('stays until it is empty, and says so', () => {
    expect(leaving.metadata.deletionTimestamp).to.equal(toTimestamp(100_000));
    expect(leaving.metadata.deletionGracePeriodSeconds).to.equal(undefined);
    expect(leaving.status?.phase).to.equal('Terminating');
    expect(isReadyToGo(namespaces, leaving)).to.equal(false);
    expect(isReadyToGo(namespaces, { ...leaving, spec: { finalizers: [] } })).to.equal(true);
  });

  it('is not deleted any more by being deleted again', () => {
    expect(markDeleted(namespaces, leaving, { propagationPolicy: 'Foreground' }, 200_000)).to.equal(leaving);
  });
});
