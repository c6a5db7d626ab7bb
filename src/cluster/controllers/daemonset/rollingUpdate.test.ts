import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aDaemonSet, aNode, aPod, beside, inPlace } from '../../../kubernetes/kinds/samples.testkit';
import { ApiError } from '../../../kubernetes/refusals';
import { NodeState } from './nodeState';
import { viewNode } from './nodeView';
import { advance } from './rollingUpdate';
import { Tally } from './tally';

const labels = { 'controller-revision-hash': 'current' };
const old = aPod({ name: 'old', readySince: 0 });
const oldUnready = aPod({ name: 'old' });
const fresh = aPod({ name: 'new', labels, readySince: 0 });
const freshUnready = aPod({ name: 'new', labels });

const wanted = aNode();
const shunned = aNode({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] });

/** What there is by the names of nodes: the node, and the pods there. */
type Situation = Readonly<Record<string, readonly [Node | undefined, ...Pod[]]>>;

/** So many nodes with an old pod that is available. */
const outdated = (count: number): Situation =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`old-${index + 1}`, [wanted, old]]));

const tallyOf = (situation: Situation): Tally => {
  const tally = new Tally();
  const placement = placementOf(aDaemonSet(), undefined);
  const revision = { hash: 'current', templateGeneration: '1', minReadySeconds: 0 };
  for (const [name, [node, ...pods]] of Object.entries(situation))
    tally.setView(new NodeState(name, { object: node }), viewNode(node, pods, placement, revision, 0));
  return tally;
};

/** Where an update replaces pods, and where it starts them beside others, next. */
const next = (set: DaemonSet, situation: Situation) => {
  const { replace, surge } = advance(set, tallyOf(situation));
  return { replace: replace.map(({ name }) => name), surge: surge.map(({ name }) => name) };
};
const replaced = (set: DaemonSet, situation: Situation): string[] => {
  const { replace, surge } = next(set, situation);
  expect(surge).to.deep.equal([]);
  return replace;
};

describe('a rolling update in place', () => {
  it('replaces as many pods as its budget lets', () => {
    expect(replaced(inPlace(1), outdated(3))).to.deep.equal(['old-1']);
    expect(replaced(inPlace(2), outdated(3))).to.deep.equal(['old-1', 'old-2']);
    expect(replaced(inPlace(9), outdated(3))).to.have.length(3);
    expect(replaced(inPlace('50%'), outdated(3))).to.have.length(2);
  });

  it('has nothing to do when all pods are new', () => {
    expect(replaced(inPlace(1), { a: [wanted, fresh], b: [wanted, fresh] })).to.deep.equal([]);
  });

  it('waits for every node that has no available pod, or more than one', () => {
    const waiting: readonly (readonly [string, readonly Pod[]])[] = [
      ['without a pod', []],
      ['with a terminating pod', [aPod({ terminating: true, readySince: 0 })]],
      ['with a new pod that is not available', [freshUnready]],
      ['with two old pods', [old, old]],
      ['with an old and a new pod', [old, fresh]],
      ['with an old pod and a new one that is not available', [old, freshUnready]],
    ];
    for (const [which, pods] of waiting) {
      const situation: Situation = { ...outdated(3), other: [wanted, ...pods] };
      expect(replaced(inPlace(1), situation), which).to.deep.equal([]);
      expect(replaced(inPlace(2), situation), which).to.deep.equal(['old-1']);
    }
  });

  it('does not wait for nodes where nothing is wanted', () => {
    expect(replaced(inPlace(1), { ...outdated(1), other: [shunned] })).to.deep.equal(['old-1']);
  });

  it('replaces old pods that are not available at once, beyond its budget', () => {
    const broken: Situation = { a: [wanted, oldUnready], b: [wanted, oldUnready], c: [shunned, oldUnready] };
    expect(replaced(inPlace(1), { ...outdated(1), ...broken })).to.deep.equal(['a', 'b', 'c']);
  });

  it('asks for no node: an old pod on one that is gone is replaced like any other', () => {
    expect(replaced(inPlace(1), { lost: [undefined, old] })).to.deep.equal(['lost']);
    expect(replaced(inPlace(1), { ...outdated(1), lost: [undefined, oldUnready] })).to.deep.equal(['lost']);
  });

  it('counts those against its budget', () => {
    const situation: Situation = { ...outdated(3), broken: [wanted, oldUnready] };
    expect(replaced(inPlace(1), situation)).to.deep.equal(['broken']);
    expect(replaced(inPlace(3), situation)).to.deep.equal(['broken', 'old-1', 'old-2']);
  });

  it('replaces old pods where none should run, too, after the others', () => {
    const situation: Situation = { misplaced: [shunned, old], ...outdated(1) };
    expect(replaced(inPlace(1), situation)).to.deep.equal(['old-1']);
    expect(replaced(inPlace(2), situation)).to.deep.equal(['old-1', 'misplaced']);
  });
});

describe('a rolling update with surge', () => {
  it('starts as many new pods beside old ones as its surge lets', () => {
    expect(next(beside(1), outdated(3))).to.deep.equal({ replace: [], surge: ['old-1'] });
    expect(next(beside('50%'), outdated(3)).surge).to.deep.equal(['old-1', 'old-2']);
  });

  it('counts new pods that are not available yet, and nodes with too many', () => {
    const surging: Situation = { ...outdated(3), a: [wanted, old, freshUnready], b: [wanted, old, old] };
    expect(next(beside(2), surging)).to.deep.equal({ replace: [], surge: [] });
    expect(next(beside(3), surging)).to.deep.equal({ replace: [], surge: ['old-1'] });
  });

  it('does not count nodes that have nothing, or a lone new pod', () => {
    const situation: Situation = { ...outdated(2), a: [wanted], b: [wanted, freshUnready] };
    expect(next(beside(1), situation)).to.deep.equal({ replace: [], surge: ['old-1'] });
  });

  it('lets an old pod go when the new one is available', () => {
    expect(next(beside(1), { a: [wanted, old, fresh] })).to.deep.equal({ replace: ['a'], surge: [] });
  });

  it('joins old pods that are not available at once, beyond its surge', () => {
    const situation: Situation = { ...outdated(1), a: [wanted, oldUnready], b: [wanted, oldUnready] };
    expect(next(beside(1), situation)).to.deep.equal({ replace: [], surge: ['a', 'b', 'old-1'] });
  });

  it('removes old pods that are not available where none should run', () => {
    expect(next(beside(1), { a: [shunned, oldUnready] })).to.deep.equal({ replace: ['a'], surge: [] });
  });

  it('removes available old pods where none should run only while others make up for them', () => {
    const misplaced: Situation = { a: [shunned, old], b: [shunned, old] };
    const running: Situation = { ...misplaced, c: [wanted, fresh] };
    expect(replaced(beside(1), running)).to.deep.equal(['a', 'b']);
    expect(replaced(beside(1), { ...running, d: [wanted, freshUnready] })).to.deep.equal(['a']);
    expect(replaced(beside(1), { ...misplaced, c: [wanted], d: [wanted] })).to.deep.equal([]);
    const surging: Situation = { ...misplaced, c: [wanted, old, freshUnready] };
    expect(replaced(beside(1), surging)).to.deep.equal(['a', 'b']);
  });

  it('does not count old pods that are on their way out', () => {
    const leaving = aPod({ name: 'old', readySince: 0, terminating: true });
    const situation: Situation = { ...outdated(2), a: [wanted, leaving, freshUnready], b: [wanted, leaving] };
    expect(next(beside(1), situation)).to.deep.equal({ replace: [], surge: ['old-1'] });
  });

  it('fails while an old pod is left on a node that is gone', () => {
    for (const pod of [old, oldUnready])
      expect(() => next(beside(1), { ...outdated(2), lost: [undefined, pod] })).to.throw(
        ApiError,
        `couldn't get node for nodeName "lost": node "lost" not found`,
      );
    const harmless: Situation = { ...outdated(1), a: [undefined, old, fresh], b: [undefined, fresh] };
    expect(next(beside(1), harmless)).to.deep.equal({ replace: ['a'], surge: ['old-1'] });
  });
});
