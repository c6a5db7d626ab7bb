import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aDaemonSet, aNode, aPod, type PodTraits } from '../../../kubernetes/kinds/samples.testkit';
import { allowsSurge, decide } from './manage';
import { viewNode } from './nodeView';

const HASH = 'current';
const NOW = 100_000;

const rolling = (
  maxUnavailable: number | string,
  maxSurge: number | string,
  minReadySeconds = 0,
): DaemonSet =>
  aDaemonSet({
    spec: {
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } },
      minReadySeconds,
    },
  });
const plain = rolling(1, 0);
const surging = rolling(0, 1);

const wanted = aNode();
const shunned = aNode({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] });
const forbidden = aNode({ taints: [{ key: 'broken', effect: 'NoExecute' }] });

const pod = (name: string, traits: PodTraits = {}): Pod => aPod({ name, node: 'east-1', ...traits });
const newPod = (name: string, traits: PodTraits = {}): Pod =>
  pod(name, { labels: { 'controller-revision-hash': HASH }, created: 50_000, ...traits });

/** What the set does on the node with these pods, in words. */
const doneOn = (node: Node, pods: readonly Pod[], set = plain): string[] => {
  const revision = {
    hash: HASH,
    templateGeneration: '1',
    minReadySeconds: set.spec.minReadySeconds ?? 0,
  };
  const view = viewNode(node, pods, placementOf(set, undefined), revision, NOW);
  const { create, remove, failed, succeeded } = decide(view, pods, set, HASH, NOW);
  const named = (what: string, some: readonly Pod[]) =>
    some.map(({ metadata }) => `${what} ${metadata.name}`);
  return [
    ...(create ? ['create'] : []),
    ...named('remove', remove),
    ...named('failed', failed),
    ...named('succeeded', succeeded),
  ];
};

describe('a node where a daemon set should run', () => {
  it('gets a pod if it has none', () => {
    expect(doneOn(wanted, [])).to.deep.equal(['create']);
  });

  it('is left alone with one pod, whatever its template', () => {
    expect(doneOn(wanted, [pod('a')])).to.deep.equal([]);
    expect(doneOn(wanted, [pod('a', { phase: 'Pending' })])).to.deep.equal([]);
    expect(doneOn(wanted, [newPod('a')])).to.deep.equal([]);
  });

  it('waits for a terminating pod to go', () => {
    expect(doneOn(wanted, [pod('a', { terminating: true })])).to.deep.equal([]);
  });

  it('does not wait for one that has ended and is terminating', () => {
    for (const phase of ['Failed', 'Succeeded'])
      expect(doneOn(wanted, [pod('a', { terminating: true, phase })]), phase).to.deep.equal(['create']);
  });

  it('is cleared of ended pods before it gets a new one', () => {
    expect(doneOn(wanted, [pod('a', { phase: 'Failed' })])).to.deep.equal(['failed a']);
    expect(doneOn(wanted, [pod('a', { phase: 'Succeeded' })])).to.deep.equal(['succeeded a']);
  });

  it('keeps the oldest of several pods', () => {
    const pods = [pod('young', { created: 2000 }), pod('old', { created: 1000 })];
    expect(doneOn(wanted, pods)).to.deep.equal(['remove young']);
  });

  it('keeps a bound pod rather than an older one that waits', () => {
    const waiting = aPod({ name: 'waiting', meantFor: 'east-1', created: 0 });
    expect(doneOn(wanted, [waiting, pod('bound', { created: 2000 })])).to.deep.equal(['remove waiting']);
  });

  it('keeps the first by name of pods of one age', () => {
    expect(doneOn(wanted, [pod('b'), pod('c'), pod('a')])).to.deep.equal(['remove b', 'remove c']);
  });

  it('does not count ended and terminating pods among several', () => {
    const pods = [pod('a', { phase: 'Failed' }), pod('b', { terminating: true }), pod('c')];
    expect(doneOn(wanted, pods)).to.deep.equal(['failed a']);
  });
});

describe('a node where a daemon set should not run but may stay', () => {
  it('gets no pod, and keeps the one it has', () => {
    expect(doneOn(shunned, [])).to.deep.equal([]);
    expect(doneOn(shunned, [pod('a')])).to.deep.equal([]);
  });

  it('is cleared of ended pods and of surplus', () => {
    const pods = [pod('a', { phase: 'Failed' }), pod('b'), pod('c')];
    expect(doneOn(shunned, pods)).to.deep.equal(['remove c', 'failed a']);
  });

  it('gets no pod in a surge either', () => {
    expect(doneOn(shunned, [pod('a', { terminating: true })], surging)).to.deep.equal([]);
  });
});

describe('a node where a daemon set may not stay', () => {
  it('loses all its pods, ended ones included', () => {
    const pods = [pod('a'), pod('b', { phase: 'Failed' }), pod('c', { phase: 'Pending' })];
    expect(doneOn(forbidden, pods)).to.deep.equal(['remove a', 'remove b', 'remove c']);
    expect(doneOn(forbidden, [newPod('a')])).to.deep.equal(['remove a']);
  });

  it('is left alone if they are on their way out', () => {
    expect(doneOn(forbidden, [pod('a', { terminating: true })])).to.deep.equal([]);
    expect(doneOn(forbidden, [])).to.deep.equal([]);
  });
});

describe('a node of a daemon set that surges', () => {
  const oldReady = pod('old', { readySince: 0 });
  const done = (...pods: Pod[]) => doneOn(wanted, pods, surging);

  it('gets its new pod at once if all its pods are terminating', () => {
    expect(done(pod('a', { terminating: true }))).to.deep.equal(['create']);
    expect(done(pod('a', { terminating: true }), newPod('b'))).to.deep.equal([]);
  });

  it('keeps both while the old one is ready and the new one is not', () => {
    expect(done(oldReady, newPod('new'))).to.deep.equal([]);
  });

  it('loses the old one when the new one is ready', () => {
    expect(done(oldReady, newPod('new', { readySince: 60_000 }))).to.deep.equal(['remove old']);
  });

  it('loses the old one only when the new one has been ready for long enough', () => {
    const pods = (readySince: number) => [oldReady, newPod('new', { readySince })];
    expect(doneOn(wanted, pods(NOW - 29_000), rolling(0, 1, 30))).to.deep.equal([]);
    expect(doneOn(wanted, pods(NOW - 30_000), rolling(0, 1, 30))).to.deep.equal(['remove old']);
  });

  it('loses the old one if that is not ready', () => {
    expect(done(pod('old'), newPod('new'))).to.deep.equal(['remove old']);
  });

  it('loses whatever is beyond the oldest old and the oldest new pod', () => {
    const younger = pod('younger', { created: 1000, readySince: 1000 });
    const newer = newPod('newer', { created: 60_000 });
    expect(done(younger, newer, oldReady, newPod('new'))).to.deep.equal(['remove younger', 'remove newer']);
  });
});

describe('a daemon set', () => {
  it('surges if its rolling updates may start pods beside others', () => {
    expect(allowsSurge(rolling(0, 1))).to.equal(true);
    expect(allowsSurge(rolling(0, '10%'))).to.equal(true);
  });

  it('does not surge by default, with nothing to surge, or on deletion only', () => {
    expect(allowsSurge(plain)).to.equal(false);
    expect(allowsSurge(rolling(1, '0%'))).to.equal(false);
    const { rollingUpdate } = surging.spec.updateStrategy ?? {};
    expect(
      allowsSurge(aDaemonSet({ spec: { updateStrategy: { type: 'OnDelete', rollingUpdate } } })),
    ).to.equal(false);
  });
});
