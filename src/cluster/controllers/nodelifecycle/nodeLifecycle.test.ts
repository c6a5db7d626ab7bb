import { expect } from 'chai';
import { NODE_TAINT_PREFIX, type Taint } from '../../../kubernetes/fields/taints';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Event } from '../../../kubernetes/kinds/event/event';
import type { Lease } from '../../../kubernetes/kinds/lease/lease';
import type { Node, NodeCondition } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isReady } from '../../../kubernetes/kinds/pod/state';
import { resources } from '../../../kubernetes/kinds/resources';
import { Stage } from '../../stage.testkit';
import { NodeLifecycleController } from './nodeLifecycle';

const { events, leases, nodes, pods } = resources;
const LEASES = 'kube-node-lease';
const HEALTHY = {
  MemoryPressure: 'False',
  DiskPressure: 'False',
  PIDPressure: 'False',
  NetworkUnavailable: 'False',
  Ready: 'True',
};

const conditions = (statuses: Readonly<Record<string, string>>): readonly NodeCondition[] =>
  Object.entries({ ...HEALTHY, ...statuses }).map(([type, status]) => ({ type, status }));

describe('the node lifecycle controller', () => {
  let stage = new Stage();
  let controller: NodeLifecycleController;
  beforeEach(() => {
    stage = new Stage();
    controller = new NodeLifecycleController(stage);
    for (const name of [LEASES, 'default'])
      stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    for (const name of ['east-1', 'west-1'])
      stage.create({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
    report({}, 'west-1');
    for (const name of ['east-1', 'west-1'])
      stage.create({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: { name, namespace: LEASES },
        spec: {},
      });
  });

  const settle = () => stage.loop.settle(600_000);
  const node = () => stage.find<Node>(nodes, 'east-1');
  /** The node reports these conditions; those that are not named are fine. */
  const report = (statuses: Readonly<Record<string, string>> = {}, name = 'east-1'): void => {
    stage.amendStatus<Node>(nodes, name, ({ status }) => ({
      ...status,
      conditions: conditions(statuses),
    }));
  };
  /** What becomes of the node when it reports these conditions. */
  const reported = (statuses: Readonly<Record<string, string>>) => {
    report(statuses);
    settle();
    return taints();
  };
  /** The node renews its lease at this moment and not again; without one, it keeps renewing it. */
  const renew = (at?: number): void => {
    const spec = at === undefined ? {} : { renewTime: toTimestamp(at) };
    const change = (lease: Lease) => ({ ...lease, spec });
    stage.registry.update<Lease>(leases, LEASES, 'east-1', change);
  };
  const fallSilent = (): void => {
    report();
    renew(stage.loop.now);
    stage.loop.pass(50_000);
  };
  const specify = (spec: Node['spec']): void => {
    stage.amend<Node>(nodes, 'east-1', (current) => ({ ...current, spec }));
    settle();
  };
  const taints = (): string[] =>
    (node()?.spec.taints ?? [])
      .map(({ key, effect }) => `${key.replace(NODE_TAINT_PREFIX, '')}:${effect}`)
      .sort();
  const statusOf = (type: string) => node()?.status.conditions?.find((each) => each.type === type)?.status;

  it('keeps pods off a new node until that reports ready', () => {
    stage.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'north-1' } });
    const keys = () =>
      stage.find<Node>(nodes, 'north-1')?.spec.taints?.map(({ key, effect }) => [key, effect]);
    const notReady = [`${NODE_TAINT_PREFIX}not-ready`, 'NoSchedule'];
    expect(keys()).to.deep.equal([notReady]);
    report({ Ready: 'False' }, 'north-1');
    stage.loop.runReady();
    expect(keys()).to.deep.include(notReady);
    report({}, 'north-1');
    settle();
    expect(keys()).to.equal(undefined);
  });

  it('opens a node that reports nothing at all, and closes it a minute later', () => {
    stage.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'paper-1' } });
    const paper = () => stage.find<Node>(nodes, 'paper-1');
    settle();
    expect(paper()?.spec.taints).to.equal(undefined);
    stage.loop.pass(59_999);
    expect(paper()?.spec.taints).to.equal(undefined);
    stage.loop.pass(1);
    expect(paper()?.spec.taints?.map(({ key }) => key.replace(NODE_TAINT_PREFIX, ''))).to.deep.equal([
      'unreachable',
      'unreachable',
    ]);
    expect(
      paper()?.status.conditions?.map(({ type, status, reason }) => [type, status, reason]),
    ).to.deep.equal(
      ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'].map((type) => [
        type,
        'Unknown',
        'NodeStatusNeverUpdated',
      ]),
    );
  });

  it('counts that minute from when the node was made, though the controller was restarted since', () => {
    stage.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'paper-1' } });
    stage.loop.pass(50_000);
    controller.stop();
    new NodeLifecycleController(stage);
    stage.loop.pass(10_000);
    expect(stage.find<Node>(nodes, 'paper-1')?.status.conditions).not.to.equal(undefined);
  });

  it('turns what a node reports into taints, and back', () => {
    const expected: readonly (readonly [string, string, string[]])[] = [
      ['MemoryPressure', 'True', ['memory-pressure:NoSchedule']],
      ['DiskPressure', 'True', ['disk-pressure:NoSchedule']],
      ['PIDPressure', 'True', ['pid-pressure:NoSchedule']],
      ['NetworkUnavailable', 'True', ['network-unavailable:NoSchedule']],
      ['Ready', 'False', ['not-ready:NoExecute', 'not-ready:NoSchedule']],
      ['Ready', 'Unknown', ['unreachable:NoExecute', 'unreachable:NoSchedule']],
    ];
    for (const [type, status, wanted] of expected) {
      expect(reported({ [type]: status }), type).to.deep.equal(wanted);
      expect(reported({}), type).to.deep.equal([]);
    }
  });

  it('adds up the taints of several conditions', () => {
    expect(reported({ MemoryPressure: 'True', DiskPressure: 'True' })).to.deep.equal([
      'disk-pressure:NoSchedule',
      'memory-pressure:NoSchedule',
    ]);
  });

  it('says since when a taint is there', () => {
    stage.loop.pass(5000);
    reported({ Ready: 'False' });
    const added = node()?.spec.taints?.map(({ effect, timeAdded }) => [effect, timeAdded]);
    expect(added).to.deep.include(['NoExecute', toTimestamp(5000)]);
    expect(added).to.deep.include(['NoSchedule', toTimestamp(5000)]);
  });

  it('does not put a taint on again that is there', () => {
    reported({ Ready: 'False' });
    const before = node()?.spec.taints;
    stage.loop.pass(5000);
    reported({ Ready: 'False', MemoryPressure: 'True' });
    expect(node()?.spec.taints).to.deep.include.members([...(before ?? [])]);
  });

  it('taints a node that is cordoned, until it is not', () => {
    reported({});
    specify({ unschedulable: true });
    expect(taints()).to.deep.equal(['unschedulable:NoSchedule']);
    specify({ ...node()?.spec, unschedulable: undefined });
    expect(taints()).to.deep.equal([]);
  });

  it('leaves the taints of others alone', () => {
    const gpu: Taint = { key: 'gpu', effect: 'NoSchedule' };
    const drained: Taint = { key: `${NODE_TAINT_PREFIX}unschedulable`, effect: 'NoExecute' };
    specify({ taints: [gpu, drained] });
    reported({ Ready: 'False' });
    reported({});
    expect(node()?.spec.taints).to.deep.equal([gpu, drained]);
  });

  describe('if a node falls silent', () => {
    it('notices after fifty seconds', () => {
      report();
      renew(0);
      stage.loop.pass(49_999);
      expect(statusOf('Ready')).to.equal('True');
      expect(taints()).to.deep.equal([]);
      stage.loop.pass(1);
      expect(statusOf('Ready')).to.equal('Unknown');
      expect(taints()).to.deep.equal(['unreachable:NoExecute', 'unreachable:NoSchedule']);
    });

    it('notices nothing as long as leases are renewed', () => {
      report();
      for (let heartbeat = 0; heartbeat < 6; heartbeat++) {
        renew(stage.loop.now);
        stage.loop.pass(30_000);
      }
      renew();
      stage.loop.pass(3_600_000);
      expect(statusOf('Ready')).to.equal('True');
    });

    it('counts from the last renewal', () => {
      report();
      renew(0);
      stage.loop.pass(30_000);
      renew(30_000);
      stage.loop.pass(49_999);
      expect(statusOf('Ready')).to.equal('True');
      stage.loop.pass(1);
      expect(statusOf('Ready')).to.equal('Unknown');
    });

    it('drives pods away only as long as another node answers', () => {
      fallSilent();
      expect(taints()).to.include('unreachable:NoExecute');
      report({ Ready: 'Unknown' }, 'west-1');
      settle();
      expect(taints()).to.deep.equal(['unreachable:NoSchedule']);
      report({}, 'west-1');
      settle();
      expect(taints()).to.include('unreachable:NoExecute');
    });

    it('drives no more pods away once most of five nodes are silent', () => {
      for (const name of ['a', 'b', 'c']) stage.node(name);
      for (const name of ['a', 'b', 'c', 'east-1']) report({}, name);
      settle();
      for (const name of ['a', 'west-1']) report({ Ready: 'Unknown' }, name);
      settle();
      report({ Ready: 'Unknown' });
      settle();
      expect(taints()).to.deep.equal(['unreachable:NoSchedule']);
      const first = stage.find<Node>(nodes, 'a')?.spec.taints?.map(({ effect }) => effect);
      expect(first).to.include('NoExecute');
    });

    it('drives the pods of one node after another away, ten seconds apart', () => {
      for (const name of ['a', 'b', 'c']) stage.node(name);
      for (const name of ['a', 'b', 'c', 'east-1']) report({}, name);
      settle();
      for (const name of ['a', 'b', 'c']) report({ Ready: 'Unknown' }, name);
      // Three of five would be most of them.
      report({}, 'a');
      const start = stage.loop.now;
      settle();
      expect(stage.loop.now - start).to.equal(10_000);
      const since = ['b', 'c'].map((name) =>
        stage
          .find<Node>(nodes, name)
          ?.spec.taints?.filter(({ effect }) => effect === 'NoExecute')
          .map(({ timeAdded }) => timeAdded),
      );
      expect(since).to.deep.equal([[toTimestamp(start)], [toTimestamp(start + 10_000)]]);
    });

    it('swaps one reason to drive pods away for another at once', () => {
      report();
      stage.node('a');
      report({}, 'a');
      settle();
      report({ Ready: 'False' });
      settle();
      report({ Ready: 'Unknown' }, 'a');
      report({ Ready: 'Unknown' });
      stage.loop.runReady();
      expect(taints()).to.deep.equal(['unreachable:NoExecute', 'unreachable:NoSchedule']);
    });

    it('has forgotten after a restart when it last heard of it, and gives it fifty seconds more', () => {
      report();
      renew(0);
      stage.loop.pass(30_000);
      controller.stop();
      new NodeLifecycleController(stage);
      stage.loop.pass(49_999);
      expect(statusOf('Ready')).to.equal('True');
      stage.loop.pass(1);
      expect(statusOf('Ready')).to.equal('Unknown');
    });

    it('counts from a later report of its status', () => {
      stage.loop.pass(15_000);
      stage.amendStatus<Node>(nodes, 'east-1', ({ status }) => ({
        ...status,
        conditions: conditions({}).map((each) => ({ ...each, lastHeartbeatTime: toTimestamp(15_000) })),
      }));
      renew(10_000);
      stage.loop.pass(49_999);
      expect(statusOf('Ready')).to.equal('True');
      stage.loop.pass(1);
      expect(statusOf('Ready')).to.equal('Unknown');
    });

    it('believes no condition any more that the kubelet reports', () => {
      fallSilent();
      const unknown = node()?.status.conditions?.filter(({ status }) => status === 'Unknown') ?? [];
      expect(unknown.map(({ type }) => type)).to.deep.equal([
        'MemoryPressure',
        'DiskPressure',
        'PIDPressure',
        'Ready',
      ]);
      expect(new Set(unknown.map(({ reason }) => reason))).to.deep.equal(new Set(['NodeStatusUnknown']));
      expect(statusOf('NetworkUnavailable')).to.equal('False');
    });

    it('is not fooled by a lease of that name in another namespace', () => {
      const renewTime = toTimestamp(stage.loop.now + 600_000);
      stage.create({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: { name: 'east-1', namespace: 'default' },
        spec: { renewTime },
      });
      fallSilent();
      expect(statusOf('Ready')).to.equal('Unknown');
    });

    it('says so once', () => {
      fallSilent();
      stage.loop.pass(600_000);
      const said = [...stage.registry.store.all(events)] as Event[];
      expect(said.map(({ reason, count }) => [reason, count])).to.deep.equal([['NodeNotReady', 1]]);
    });

    it('takes its word again when it is back', () => {
      fallSilent();
      renew();
      expect(reported({})).to.deep.equal([]);
      expect(statusOf('Ready')).to.equal('True');
    });

    it('does not mind if the node has been removed by then', () => {
      report();
      renew(0);
      stage.delete(nodes, 'east-1');
      stage.loop.pass(60_000);
      expect(stage.names(nodes)).to.deep.equal(['west-1']);
    });
  });

  describe('marks the pods of a node', () => {
    const readyPod = (name: string, on: string): void => {
      stage.pod(name, { node: on });
      stage.amendStatus<Pod>(pods, name, ({ status }) => ({
        ...status,
        conditions: ['PodScheduled', 'Ready'].map((type) => ({ type, status: 'True' })),
      }));
    };
    beforeEach(() => {
      readyPod('here', 'east-1');
      readyPod('elsewhere', 'east-2');
      stage.pod('starting', { node: 'east-1' });
    });
    const ready = () => stage.names(pods).filter((name) => isReady(stage.find<Pod>(pods, name) as Pod));

    it('as not ready when that is silent, since then, and no others', () => {
      fallSilent();
      expect(ready()).to.deep.equal(['elsewhere']);
      const said = ([...stage.registry.store.all(events)] as Event[]).filter(
        ({ involvedObject }) => involvedObject.kind === 'Pod',
      );
      expect(said.map(({ involvedObject, message }) => [involvedObject.name, message])).to.deep.equal([
        ['here', 'Node is not ready'],
      ]);
      expect(stage.find<Pod>(pods, 'here')?.status.conditions).to.deep.equal([
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: 'False', lastTransitionTime: toTimestamp(50_000) },
      ]);
      expect(stage.find<Pod>(pods, 'starting')?.status.conditions).to.equal(undefined);
    });

    it('once: whoever says later that a pod is ready is believed', () => {
      fallSilent();
      readyPod('late', 'east-1');
      stage.amend<Node>(nodes, 'east-1', (node) => ({
        ...node,
        spec: { ...node.spec, unschedulable: true },
      }));
      stage.loop.settle(60_000);
      expect(ready()).to.deep.equal(['elsewhere', 'late']);
    });

    it('in no way while its kubelet says itself that it is not ready: it still speaks for its pods', () => {
      reported({ Ready: 'False' });
      expect(ready()).to.deep.equal(['elsewhere', 'here']);
    });

    it('in no way while that is well', () => {
      reported({ MemoryPressure: 'True' });
      expect(ready()).to.deep.equal(['elsewhere', 'here']);
    });

    it('also if the controller was restarted in between', () => {
      reported({ Ready: 'Unknown' });
      expect(ready()).to.deep.equal(['elsewhere', 'here']);
      new NodeLifecycleController(stage);
      stage.loop.settle(60_000);
      expect(ready()).to.deep.equal(['elsewhere']);
    });
  });
});
