import { expect } from 'chai';
import { isTerminating } from '../../kubernetes/fields/meta';
import { nodeTaints, type Taint, type Toleration } from '../../kubernetes/fields/taints';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { Stage } from '../stage.testkit';
import { patience, TaintEvictionController } from './taintEviction';

const { events, nodes, pods } = resources;

const broken: Taint = { key: 'broken', effect: 'NoExecute' };
const drained: Taint = { key: 'drained', effect: 'NoExecute' };
const tolerating = ({ key }: Taint, tolerationSeconds?: number): Toleration => ({
  key,
  operator: 'Exists',
  ...(tolerationSeconds === undefined ? {} : { tolerationSeconds }),
});

describe('the patience of a pod', () => {
  it('is without end if it tolerates every taint', () => {
    expect(patience([], [])).to.equal(undefined);
    expect(patience([broken], [tolerating(broken)])).to.equal(undefined);
    expect(patience([broken, drained], [{ operator: 'Exists' }])).to.equal(undefined);
  });

  it('is none if it does not tolerate one of them', () => {
    expect(patience([broken], [])).to.equal(0);
    expect(patience([broken, drained], [tolerating(broken, 60)])).to.equal(0);
  });

  it('is the shortest of the times it tolerates them for', () => {
    expect(patience([broken], [tolerating(broken, 60)])).to.equal(60);
    const both = [tolerating(broken, 60), tolerating(drained, 30)];
    expect(patience([broken, drained], both)).to.equal(30);
    expect(patience([broken], both)).to.equal(60);
  });

  it('is that of the first toleration of a taint', () => {
    expect(patience([broken], [tolerating(broken), tolerating(broken, 60)])).to.equal(undefined);
    expect(patience([broken], [tolerating(broken, 60), tolerating(broken)])).to.equal(60);
  });

  it('is none if a time is negative', () => {
    expect(patience([broken], [tolerating(broken, -5)])).to.equal(0);
  });
});

describe('taint eviction', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new TaintEvictionController(stage);
    for (const name of ['east-1', 'east-2']) stage.node(name);
  });

  const settle = () => stage.loop.settle(60_000);
  const taint = (...taints: readonly Taint[]): void => {
    stage.amend<Node>(nodes, 'east-1', (node) => ({ ...node, spec: { taints } }));
    settle();
  };
  const pod = (name: string, tolerations: Toleration[] = [], node = 'east-1') =>
    stage.pod(name, { node, tolerations });
  /** The pods that have been asked to leave. */
  const leaving = (): string[] =>
    ([...stage.registry.store.all(pods)] as Pod[]).filter(isTerminating).map(({ metadata }) => metadata.name);
  const said = () => ([...stage.registry.store.all(events)] as Event[]).map(({ message }) => message);

  it('asks pods to leave at once that do not tolerate a NoExecute taint', () => {
    pod('a');
    pod('patient', [tolerating(broken)]);
    pod('elsewhere', [], 'east-2');
    taint(broken);
    expect(leaving()).to.deep.equal(['a']);
    expect(said()).to.deep.equal(['Marking for deletion Pod shop/a']);
  });

  it('does not mind other taints', () => {
    pod('a');
    taint({ key: 'gpu', effect: 'NoSchedule' }, { key: 'slow', effect: 'PreferNoSchedule' });
    expect(leaving()).to.deep.equal([]);
  });

  it('finds pods that come to a tainted node later', () => {
    taint(broken);
    pod('late');
    settle();
    expect(leaving()).to.deep.equal(['late']);
  });

  it('tells the pod why it has to go', () => {
    pod('a');
    taint(broken);
    const told = stage.find<Pod>(pods, 'a')?.status.conditions?.at(-1);
    expect([told?.type, told?.status, told?.reason, told?.message]).to.deep.equal([
      'DisruptionTarget',
      'True',
      'DeletionByTaintManager',
      'Taint manager: deleting due to NoExecute taint',
    ]);
  });

  it('tells users of a pod of this name, not which one', () => {
    pod('a');
    taint(broken);
    const [event] = [...stage.registry.store.all(events)] as Event[];
    expect(event?.involvedObject).to.deep.equal({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'shop',
      name: 'a',
    });
  });

  it('asks once, though node and pod change in other ways meanwhile', () => {
    pod('a');
    taint(broken);
    taint(broken, { key: 'gpu', effect: 'NoSchedule' });
    stage.amendStatus<Pod>(pods, 'a', ({ status }) => ({ ...status, phase: 'Running' }));
    settle();
    const [event, ...others] = [...stage.registry.store.all(events)] as Event[];
    expect(others).to.deep.equal([]);
    expect(event?.count).to.equal(1);
  });

  it('lets a pod stay that comes to tolerate the taint in time', () => {
    pod('a', [tolerating(broken, 60)]);
    taint(broken);
    stage.amend<Pod>(pods, 'a', (current) => ({
      ...current,
      spec: { ...current.spec, tolerations: [tolerating(broken)] },
    }));
    stage.loop.pass(600_000);
    expect(leaving()).to.deep.equal([]);
    expect(said()).to.deep.equal(['Cancelling deletion of Pod shop/a']);
  });

  it('gives ordinary pods five minutes on a silent node', () => {
    pod('a');
    taint({ key: nodeTaints.unreachable, effect: 'NoExecute' });
    stage.loop.pass(299_999);
    expect(leaving()).to.deep.equal([]);
    stage.loop.pass(1);
    expect(leaving()).to.deep.equal(['a']);
  });

  describe('of a pod that tolerates a taint for a minute', () => {
    beforeEach(() => {
      pod('a', [tolerating(broken, 60)]);
      taint(broken);
    });

    it('waits for that minute, though nobody settles for it', () => {
      expect(settle()).to.deep.equal({ quiet: true, elapsed: 0 });
      stage.loop.pass(59_999);
      expect(leaving()).to.deep.equal([]);
      stage.loop.pass(1);
      expect(leaving()).to.deep.equal(['a']);
    });

    it('is off if the taint goes in time', () => {
      stage.loop.pass(59_000);
      taint();
      stage.loop.pass(600_000);
      expect(leaving()).to.deep.equal([]);
      expect(said()).to.deep.equal(['Cancelling deletion of Pod shop/a']);
    });

    it('is not off because the node goes', () => {
      stage.delete(nodes, 'east-1');
      stage.loop.pass(600_000);
      expect(leaving()).to.deep.equal(['a']);
      expect(said()).to.deep.equal(['Marking for deletion Pod shop/a']);
    });

    it('begins to wait anew with a new taint', () => {
      stage.loop.pass(50_000);
      taint();
      taint(broken);
      stage.loop.pass(59_999);
      expect(leaving()).to.deep.equal([]);
      stage.loop.pass(1);
      expect(leaving()).to.deep.equal(['a']);
    });

    it('does not begin to wait anew because the pod or the taints are looked at again', () => {
      stage.loop.pass(50_000);
      taint(broken, { key: 'gpu', effect: 'NoSchedule' });
      stage.amendStatus<Pod>(pods, 'a', ({ status }) => ({ ...status, phase: 'Running' }));
      stage.loop.pass(10_000);
      expect(leaving()).to.deep.equal(['a']);
    });

    it('is due at once if a taint comes that the pod does not tolerate, and only once', () => {
      taint(broken, drained);
      expect(leaving()).to.deep.equal(['a']);
      stage.loop.pass(600_000);
      expect(said().filter((message) => message.startsWith('Marking'))).to.have.length(1);
    });

    it('is off if the pod goes by itself, and does not hit a successor of its name', () => {
      stage.delete(pods, 'a', { gracePeriodSeconds: 0 });
      pod('a', [tolerating(broken)]);
      stage.loop.pass(600_000);
      expect(stage.names(pods)).to.deep.equal(['a']);
      expect(leaving()).to.deep.equal([]);
      expect(said()).to.deep.equal(['Cancelling deletion of Pod shop/a']);
    });
  });
});
