import { expect } from 'chai';
import { placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aDaemonSet, aNode, aPod } from '../../../kubernetes/kinds/samples.testkit';
import { NodeState } from './nodeState';
import { type NodeView, viewNode } from './nodeView';
import { Tally } from './tally';

const wanted = aNode();
const shunned = aNode({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] });

const seen = (node: Node | undefined, ...pods: Pod[]): NodeView => {
  const revision = { hash: 'current', templateGeneration: '1', minReadySeconds: 10 };
  return viewNode(node, pods, placementOf(aDaemonSet(), undefined), revision, 15_000);
};

const available = aPod({ readySince: 0 });
const updated = aPod({ readySince: 0, labels: { 'controller-revision-hash': 'current' } });
const justReady = aPod({ readySince: 10_000 });

describe('a tally', () => {
  let tally = new Tally();
  beforeEach(() => {
    tally = new Tally();
  });

  /** Gives a new node each of these views. */
  const count = (...views: readonly NodeView[]): NodeState[] =>
    views.map((view, index) => {
      const node = new NodeState(`east-${index + 1}`, { object: undefined });
      tally.setView(node, view);
      return node;
    });
  const figures = () => {
    const { desired, current, ready, available, updated, misscheduled, serving } = tally;
    return { desired, current, ready, available, updated, misscheduled, serving };
  };
  const NOTHING = {
    desired: 0,
    current: 0,
    ready: 0,
    available: 0,
    updated: 0,
    misscheduled: 0,
    serving: 0,
  };

  it('begins with nothing', () => {
    expect(figures()).to.deep.equal(NOTHING);
  });

  it('adds up what the status says, each figure a part of the one before', () => {
    count(
      seen(wanted),
      seen(wanted, aPod()),
      seen(wanted, justReady),
      seen(wanted, available),
      seen(wanted, updated),
    );
    expect(figures()).to.deep.equal({
      desired: 5,
      current: 4,
      ready: 3,
      available: 2,
      updated: 1,
      misscheduled: 0,
      serving: 2,
    });
  });

  it('counts pods where none should run as misscheduled and as nothing else', () => {
    count(seen(shunned), seen(shunned, updated));
    expect(figures()).to.deep.equal({ ...NOTHING, misscheduled: 1, serving: 1 });
  });

  it('does not count pods on nodes that are gone', () => {
    count(seen(undefined, updated));
    expect(figures()).to.deep.equal({ ...NOTHING, serving: 1 });
  });

  it('takes the former view of a node out when it gets another', () => {
    const [node] = count(seen(wanted, updated)) as [NodeState];
    tally.setView(node, seen(wanted));
    expect(figures()).to.deep.equal({ ...NOTHING, desired: 1 });
    tally.setView(node, seen(shunned, available));
    expect(figures()).to.deep.equal({ ...NOTHING, misscheduled: 1, serving: 1 });
    tally.setView(node, undefined);
    expect(figures()).to.deep.equal(NOTHING);
  });

  it('says how many nodes are at some stages', () => {
    count(seen(wanted), seen(wanted), seen(wanted, updated), seen(wanted, available));
    expect(tally.at('empty')).to.equal(2);
    expect(tally.at('empty', 'new')).to.equal(3);
    expect(tally.at('both')).to.equal(0);
  });

  it('lists nodes that are gone and have an old pod and no new one', () => {
    const [lost, found] = count(
      seen(undefined, available),
      seen(undefined, aPod()),
      seen(undefined, updated),
      seen(undefined, available, updated),
      seen(undefined, aPod({ terminating: true })),
      seen(shunned, available),
    ) as [NodeState, NodeState];
    expect([...tally.lost]).to.deep.equal([lost, found]);
    tally.setView(found, undefined);
    expect([...tally.lost]).to.deep.equal([lost]);
  });

  it('lists the nodes that an update may pick from, as long as they are at that stage', () => {
    const [first, second] = count(seen(wanted, available), seen(wanted, available)) as [NodeState, NodeState];
    expect([...tally.nodesAt('old')]).to.deep.equal([first, second]);
    tally.setView(first, seen(wanted, aPod()));
    expect([...tally.nodesAt('old')]).to.deep.equal([second]);
    expect([...tally.nodesAt('oldUnavailable')]).to.deep.equal([first]);
    expect(tally.at('old')).to.equal(1);
  });
});
