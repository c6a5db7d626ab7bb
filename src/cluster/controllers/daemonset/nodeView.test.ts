import { expect } from 'chai';
import { placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aDaemonSet, aNode, aPod, type PodTraits } from '../../../kubernetes/kinds/samples.testkit';
import { byAge, counts, isUpdated, type Revision } from './daemonPods';
import { type NodeView, viewNode } from './nodeView';

const NOW = 100_000;
const REVISION: Revision = { hash: 'current', templateGeneration: '2', minReadySeconds: 0 };
const WAITING: Revision = { ...REVISION, minReadySeconds: 30 };
const NEW = { 'controller-revision-hash': 'current' };

const placement = placementOf(aDaemonSet(), undefined);
const wanted = aNode();
const shunned = aNode({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] });

const view = (pods: readonly Pod[], node: Node | undefined = wanted, revision = REVISION): NodeView =>
  viewNode(node, pods, placement, revision, NOW);
const patient = (...pods: Pod[]): NodeView => view(pods, wanted, WAITING);

const old = (traits: PodTraits = {}): Pod => aPod({ name: 'old', node: 'east-1', ...traits });
const fresh = (traits: PodTraits = {}): Pod =>
  aPod({ name: 'new', node: 'east-1', labels: NEW, created: 50_000, ...traits });
const ready = { readySince: 60_000 };

describe('the stage of a node', () => {
  const stage = (pods: readonly Pod[], node: Node = wanted) => view(pods, node).stage;

  it('is empty where a pod is wanted and none is there', () => {
    expect(stage([])).to.equal('empty');
  });

  it('is empty while all pods are terminating, wanted or not', () => {
    expect(stage([old({ terminating: true, ...ready })])).to.equal('empty');
    expect(stage([old({ terminating: true, ...ready })], shunned)).to.equal('empty');
  });

  it('is idle where nothing is wanted and nothing is there', () => {
    expect(stage([], shunned)).to.equal('idle');
    expect(stage([old({ terminating: true, phase: 'Failed' })], shunned)).to.equal('idle');
    expect(viewNode(undefined, [], placement, REVISION, NOW).stage).to.equal('idle');
  });

  it('is new or old by the template of its pod, and whether that is available', () => {
    expect(stage([fresh(ready)])).to.equal('new');
    expect(stage([fresh()])).to.equal('newUnavailable');
    expect(stage([old(ready)])).to.equal('old');
    expect(stage([old()])).to.equal('oldUnavailable');
  });

  it('is misplaced with an available old pod where none should run', () => {
    expect(stage([old(ready)], shunned)).to.equal('oldMisplaced');
    expect(stage([old()], shunned)).to.equal('oldUnavailable');
    expect(stage([fresh(ready)], shunned)).to.equal('new');
  });

  it('is both with an old pod and a new one beside it, whether the old one is available or not', () => {
    for (const each of [old(), old(ready)]) {
      expect(stage([each, fresh(ready)])).to.equal('both');
      expect(stage([each, fresh()])).to.equal('bothNewUnavailable');
    }
  });

  it('is excess with two pods of one kind', () => {
    expect(stage([old(ready), old({ name: 'older', ...ready })])).to.equal('excess');
    expect(stage([fresh(ready), fresh({ name: 'newer', ...ready }), old(ready)])).to.equal('excess');
  });

  it('is not moved by a pod that is terminating beside a live one', () => {
    expect(stage([old({ terminating: true, ...ready }), fresh(ready)])).to.equal('new');
  });
});

describe('what counts of a node', () => {
  it('is its oldest pod', () => {
    const { ready: isReady, available, updated } = view([fresh(ready), old()]);
    expect([isReady, available, updated]).to.deep.equal([false, false, false]);
    expect(view([fresh(), old(ready)])).to.include({ ready: true, available: true, updated: false });
  });

  it('is a terminating pod, too, as long as it is there', () => {
    const leaving = view([old({ terminating: true, ...ready })]);
    expect(leaving).to.include({ scheduled: true, ready: true, available: true, serving: false });
  });

  it('is not a pod that has ended and is terminating', () => {
    const ended = old({ terminating: true, phase: 'Failed', ...ready });
    expect(view([ended])).to.include({ scheduled: false, ready: false, available: false });
    expect(view([ended, fresh(ready)])).to.include({ scheduled: true, ready: true, updated: true });
  });

  it('is a pod that has failed, until somebody deletes it', () => {
    expect(view([old({ phase: 'Failed' })])).to.include({ scheduled: true, ready: false });
  });

  it('says whether the node is there, and wants a pod', () => {
    expect(view([])).to.include({ exists: true, shouldRun: true, shouldContinue: true });
    expect(view([], shunned)).to.include({ exists: true, shouldRun: false, shouldContinue: true });
    const gone = viewNode(undefined, [old(ready)], placement, REVISION, NOW);
    expect(gone).to.include({ exists: false, shouldRun: false, shouldContinue: false, scheduled: true });
  });
});

describe('a node serves', () => {
  it('if its live pod is available, wanted there or not', () => {
    expect(view([old(ready)]).serving).to.equal(true);
    expect(view([fresh(ready)]).serving).to.equal(true);
    expect(view([old(ready)], shunned).serving).to.equal(true);
    expect(view([fresh()]).serving).to.equal(false);
    expect(view([]).serving).to.equal(false);
  });

  it('by its old pod, if it has both', () => {
    expect(view([old(ready), fresh()]).serving).to.equal(true);
    expect(view([old(), fresh(ready)]).serving).to.equal(false);
  });

  it('never by two pods of one kind', () => {
    expect(view([fresh(ready), fresh({ name: 'newer', ...ready })]).serving).to.equal(false);
  });
});

describe('a ready pod that has to stay ready for a while', () => {
  it('is available only then', () => {
    expect(patient(fresh({ readySince: 71_000 }))).to.include({ ready: true, available: false });
    expect(patient(fresh({ readySince: 70_000 }))).to.include({ ready: true, available: true });
    expect(patient(old({ readySince: 71_000 })).stage).to.equal('oldUnavailable');
    expect(patient(old({ readySince: 70_000 })).stage).to.equal('old');
  });

  it('becomes so at a known moment', () => {
    expect(patient(fresh({ readySince: 71_000 })).availableAt).to.equal(101_000);
    expect(patient(fresh({ readySince: 70_000 })).availableAt).to.equal(undefined);
    expect(patient(fresh()).availableAt).to.equal(undefined);
    expect(view([fresh({ readySince: NOW })]).availableAt).to.equal(undefined);
  });

  it('is the first of two to become available', () => {
    expect(patient(old({ readySince: 95_000 }), fresh({ readySince: 90_000 })).availableAt).to.equal(120_000);
    expect(patient(old({ readySince: 80_000 }), fresh({ readySince: 90_000 })).availableAt).to.equal(110_000);
  });

  it('does so even on its way out, for the status counts it', () => {
    expect(patient(fresh({ readySince: 90_000, terminating: true })).availableAt).to.equal(120_000);
  });
});

describe('views of nodes that look alike', () => {
  it('are one and the same', () => {
    expect(view([old(ready)])).to.equal(view([old({ name: 'other', readySince: 1000 })]));
  });

  it('are different objects as soon as anything differs', () => {
    expect(view([fresh(ready)])).not.to.equal(view([fresh(ready)], shunned));
    expect(view([old(ready)])).not.to.equal(view([old()]));
  });
});

describe('a pod', () => {
  it('is updated by its hash or by its template generation', () => {
    const labelled = (labels: PodTraits['labels']) => isUpdated(aPod({ labels }), REVISION);
    expect(labelled(NEW)).to.equal(true);
    expect(labelled({ 'controller-revision-hash': 'former', 'pod-template-generation': '2' })).to.equal(true);
    expect(labelled({ 'controller-revision-hash': 'former', 'pod-template-generation': '1' })).to.equal(
      false,
    );
    expect(labelled(undefined)).to.equal(false);
  });

  it('comes before others if it is bound, then by age, then by name', () => {
    const pods = [
      aPod({ name: 'unbound', created: 0 }),
      aPod({ name: 'young', node: 'east-1', created: 2000 }),
      aPod({ name: 'b', node: 'east-1', created: 1000 }),
      aPod({ name: 'a', node: 'east-1', created: 1000 }),
    ];
    const sorted = pods.sort(byAge).map(({ metadata }) => metadata.name);
    expect(sorted).to.deep.equal(['a', 'b', 'young', 'unbound']);
  });

  it('counts unless it has both ended and been deleted', () => {
    expect(counts(aPod())).to.equal(true);
    expect(counts(aPod({ phase: 'Failed' }))).to.equal(true);
    expect(counts(aPod({ terminating: true }))).to.equal(true);
    expect(counts(aPod({ phase: 'Succeeded', terminating: true }))).to.equal(false);
  });
});
