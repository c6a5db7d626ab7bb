import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { calm } from '../simulation/disturbance';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';

const { events, nodes, pods } = resources;
const TWO_CPU = { allocatable: { cpu: '2', memory: '1Gi', pods: '10' } };

const asking = (cpu: string) => ({
  schedulerName: 'default-scheduler',
  containers: [{ name: 'main', image: 'a', resources: { requests: { cpu } } }],
});

describe('the scheduler', () => {
  /** Happens before the scheduler's next write. */
  let meanwhile: (() => void) | undefined;
  let stage = new Stage();
  beforeEach(() => {
    meanwhile = undefined;
    stage = new Stage({
      disturbance: {
        ...calm,
        write: (write) => {
          const happening = meanwhile;
          meanwhile = undefined;
          happening?.();
          return write();
        },
      },
    });
    new Scheduler(stage);
    for (const name of ['east-1', 'east-2']) stage.node(name, { status: TWO_CPU });
  });

  const settle = () => stage.loop.settle(600_000);
  const pod = (name: string, cpu = '1', spec: Partial<Pod['spec']> = {}) => {
    stage.pod(name, { ...asking(cpu), ...spec } as Partial<Pod['spec']>);
    settle();
    return stage.find<Pod>(pods, name);
  };
  const nodeOf = (name: string) => stage.find<Pod>(pods, name)?.spec.nodeName;
  const scheduled = (name: string) =>
    stage.find<Pod>(pods, name)?.status.conditions?.find(({ type }) => type === 'PodScheduled');

  it('takes the emptiest node', () => {
    const first = pod('a')?.spec.nodeName;
    expect(pod('b')?.spec.nodeName).not.to.equal(first);
  });

  it('avoids a node whose taint asks it to, if another has room', () => {
    stage.amend<Node>(nodes, 'east-1', (node) => ({
      ...node,
      spec: { taints: [{ key: 'db', effect: 'PreferNoSchedule' }] },
    }));
    expect(['a', 'b', 'c'].map((name) => pod(name)?.spec.nodeName)).to.deep.equal([
      'east-2',
      'east-2',
      'east-1',
    ]);
  });

  it('keeps to the node that a pod names', () => {
    for (const name of ['a', 'b'])
      expect(pod(name, '1', { affinity: pinnedTo('east-2') })?.spec.nodeName).to.equal('east-2');
  });

  it('counts what others have bound, and what was there before it came', () => {
    stage.pod('theirs', { node: 'east-1', ...asking('2') });
    expect(pod('a')?.spec.nodeName).to.equal('east-2');
    new Scheduler(stage);
    expect(pod('b')?.spec.nodeName).to.equal('east-2');
  });

  it('counts what it has just bound, though it has not heard of that yet', () => {
    for (const name of ['a', 'b'])
      stage.pod(name, { ...asking('2'), affinity: pinnedTo('east-1') } as Partial<Pod['spec']>);
    settle();
    expect([nodeOf('a'), nodeOf('b')]).to.have.members(['east-1', undefined]);
  });

  it('leaves alone what is not for it', () => {
    expect(pod('a', '1', { schedulerName: 'mine' })?.spec.nodeName).to.equal(undefined);
  });

  it('says why a pod fits nowhere', () => {
    pod('a', '3');
    const { status, reason, message } = scheduled('a') ?? {};
    expect([status, reason]).to.deep.equal(['False', 'Unschedulable']);
    expect(message).to.equal(
      '0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, ' +
        'preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.',
    );
  });

  it('says so once, and of the nodes that are there', () => {
    stage.delete(nodes, 'east-2');
    pod('a', '3');
    const [event, ...others] = stage.registry.store.all(events) as Event[];
    expect(others).to.deep.equal([]);
    expect(event?.reason).to.equal('FailedScheduling');
    expect(event?.series).to.equal(undefined);
    expect(event?.message).to.equal(scheduled('a')?.message);
    expect(event?.message).to.match(/^0\/1 nodes are available: 1 Insufficient cpu\./);
  });

  it('says since when a pod fits nowhere, though the reasons change', () => {
    pod('a', '3');
    const since = scheduled('a')?.lastTransitionTime;
    stage.loop.pass(60_000);
    stage.node('west-1', { spec: { unschedulable: true } });
    settle();
    expect(scheduled('a')?.message).to.match(/^0\/3 nodes/);
    expect(scheduled('a')?.lastTransitionTime).to.equal(since);
    const noted = stage
      .find<Pod>(pods, 'a')
      ?.status.conditions?.filter(({ type }) => type === 'PodScheduled');
    expect(noted).to.have.length(1);
  });

  it('says nothing of a pod that somebody else has bound meanwhile', () => {
    meanwhile = () =>
      stage.amend<Pod>(pods, 'a', (current) => ({
        ...current,
        spec: { ...current.spec, nodeName: 'east-1' },
      }));
    pod('a', '3');
    expect(nodeOf('a')).to.equal('east-1');
    expect(scheduled('a')).to.equal(undefined);
  });

  it('says nothing of a pod that has taken the name of another meanwhile', () => {
    meanwhile = () => {
      stage.delete(pods, 'a');
      stage.pod('a', { schedulerName: 'mine' });
    };
    pod('a', '3');
    expect(stage.find<Pod>(pods, 'a')?.spec.schedulerName).to.equal('mine');
    expect(scheduled('a')).to.equal(undefined);
  });

  it('finds no node for a pod that is on its way out', () => {
    pod('a', '3');
    stage.amend<Pod>(pods, 'a', (current) => ({
      ...current,
      metadata: { ...current.metadata, finalizers: ['example.com/wait'] },
    }));
    stage.delete(pods, 'a', { gracePeriodSeconds: 0 });
    stage.node('west-1', { status: { allocatable: { cpu: '8', pods: '9' } } });
    expect(settle().quiet).to.equal(true);
    expect(nodeOf('a')).to.equal(undefined);
  });

  it('tries again when the pod itself has changed', () => {
    const taints = [{ key: 'gpu', effect: 'NoSchedule' }];
    for (const name of ['east-1', 'east-2'])
      stage.amend<Node>(nodes, name, (node) => ({ ...node, spec: { ...node.spec, taints } }));
    pod('a');
    expect(nodeOf('a')).to.equal(undefined);
    stage.amend<Pod>(pods, 'a', (current) => ({
      ...current,
      spec: { ...current.spec, tolerations: [{ key: 'gpu', operator: 'Exists' }] },
    }));
    settle();
    expect(nodeOf('a')).to.match(/^east/);
  });

  it('tries again when room has come', () => {
    for (const name of ['a', 'b', 'c', 'd']) pod(name);
    pod('late');
    expect(nodeOf('late')).to.equal(undefined);
    const freed = nodeOf('a');
    stage.delete(pods, 'a', { gracePeriodSeconds: 0 });
    settle();
    expect(nodeOf('late')).to.equal(freed);
    expect(scheduled('late')?.status).to.equal('True');
  });

  it('tries again when a pod that takes room has ended', () => {
    pod('a', '2', { affinity: pinnedTo('east-1') });
    pod('late', '2', { affinity: pinnedTo('east-1') });
    stage.amendStatus<Pod>(pods, 'a', ({ status }) => ({ ...status, phase: 'Succeeded' }));
    settle();
    expect(nodeOf('late')).to.equal('east-1');
  });

  it('tries again when a node has changed, or has come', () => {
    pod('a', '1', { nodeSelector: { zone: 'west' } });
    pod('b', '4');
    stage.amend<Node>(nodes, 'east-1', (node) => ({
      ...node,
      metadata: { ...node.metadata, labels: { zone: 'west' } },
    }));
    settle();
    expect(nodeOf('a')).to.equal('east-1');
    stage.node('west-1', { status: { allocatable: { cpu: '8', pods: '9' } } });
    settle();
    expect(nodeOf('b')).to.equal('west-1');
  });

  it('binds the most important first of those that waited', () => {
    stage.create({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'important' },
      value: 1000,
    });
    stage.delete(nodes, 'east-2');
    stage.pod('there', { node: 'east-1', ...asking('2') });
    pod('ordinary', '2');
    pod('urgent', '2', { priorityClassName: 'important', preemptionPolicy: 'Never' });
    stage.delete(pods, 'there', { gracePeriodSeconds: 0 });
    settle();
    expect(nodeOf('urgent')).to.equal('east-1');
    expect(nodeOf('ordinary')).to.equal(undefined);
  });

  it('looks again when a pod has gone, wherever it was, and says what is different', () => {
    stage.pod('theirs', { node: 'east-1', ...asking('1') });
    pod('a', '3');
    stage.delete(nodes, 'east-2');
    settle();
    expect(scheduled('a')?.message).to.match(/^0\/2 nodes/);
    stage.delete(pods, 'theirs', { gracePeriodSeconds: 0 });
    settle();
    expect(scheduled('a')?.message).to.match(/^0\/1 nodes/);
  });

  it('is not woken by a node that goes, and looks again after five minutes', () => {
    pod('a', '1', { affinity: pinnedTo('east-2') });
    pod('b', '2', { affinity: pinnedTo('east-2') });
    const version = stage.find<Pod>(pods, 'b')?.metadata.resourceVersion;
    stage.delete(nodes, 'east-2');
    stage.loop.pass(299_000);
    expect(stage.find<Pod>(pods, 'b')?.metadata.resourceVersion).to.equal(version);
    stage.loop.pass(31_000);
    expect(scheduled('b')?.message).to.equal(
      "0/1 nodes are available: 1 node(s) didn't satisfy plugin(s) [NodeAffinity]. " +
        'no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.',
    );
  });

  it('writes nothing on a pod that it looks at again in vain, and counts its event', () => {
    const version = pod('a', '3')?.metadata.resourceVersion;
    stage.loop.pass(1_860_000);
    expect(stage.find<Pod>(pods, 'a')?.metadata.resourceVersion).to.equal(version);
    const told = (stage.registry.store.all(events) as Event[]).map(({ series }) => series?.count ?? 1);
    // The first event is about the pod as it was before the scheduler wrote its note on it.
    expect(told).to.deep.equal([1, 5]);
  });

  it('names no reason where there is no node, and tries again soon', () => {
    for (const name of ['east-1', 'east-2']) stage.delete(nodes, name);
    pod('a');
    expect(scheduled('a')?.message).to.equal('no nodes available to schedule pods');
    stage.loop.pass(60_000);
    stage.node('west-1', { status: TWO_CPU });
    expect(settle().elapsed).to.be.lessThan(10_001);
    expect(nodeOf('a')).to.equal('west-1');
  });

  it('says of a pod whose terms contradict each other that they do', () => {
    const names = (values: string[]) => ({ key: 'metadata.name', operator: 'In', values });
    const nodeSelectorTerms = [{ matchFields: [names(['east-1']), names(['east-2'])] }];
    const requiredDuringSchedulingIgnoredDuringExecution = { nodeSelectorTerms };
    pod('a', '1', { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution } } });
    expect(scheduled('a')?.message).to.match(
      /^0\/2 nodes are available: pod affinity terms conflict\. no new/,
    );
  });

  it('does not go round in circles for a pod that fits nowhere', () => {
    const version = pod('a', '3')?.metadata.resourceVersion;
    stage.loop.pass(3_600_000);
    expect(stage.find<Pod>(pods, 'a')?.metadata.resourceVersion).to.equal(version);
  });

  describe('makes room for a pod of higher priority', () => {
    beforeEach(() => {
      stage.create({
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name: 'important' },
        value: 1000,
      });
      for (const name of ['a', 'b']) pod(name, '2');
    });

    it('by asking a lesser one to leave, and waits for it', () => {
      pod('urgent', '2', { priorityClassName: 'important' });
      const nominated = stage.find<Pod>(pods, 'urgent')?.status.nominatedNodeName;
      const leaving = ['a', 'b'].filter((name) => stage.find(pods, name)?.metadata.deletionTimestamp);
      expect(leaving).to.have.length(1);
      expect(nodeOf(leaving[0] ?? '')).to.equal(nominated);
      expect(nodeOf('urgent')).to.equal(undefined);
      stage.delete(pods, leaving[0] ?? '', { gracePeriodSeconds: 0 });
      settle();
      expect(nodeOf('urgent')).to.equal(nominated);
    });

    describe('on one node with two pods on it', () => {
      beforeEach(() => {
        for (const name of ['a', 'b']) stage.delete(pods, name, { gracePeriodSeconds: 0 });
        stage.delete(nodes, 'east-2');
        for (const name of ['c', 'd']) pod(name, '1');
        pod('urgent', '2', { priorityClassName: 'important' });
        pod('small', '1');
      });
      const gone = (name: string) => {
        stage.delete(pods, name, { gracePeriodSeconds: 0 });
        settle();
      };

      it('and keeps that room free of lesser pods', () => {
        gone('c');
        expect(nodeOf('small')).to.equal(undefined);
        gone('d');
        expect(nodeOf('urgent')).to.equal('east-1');
        expect(nodeOf('small')).to.equal(undefined);
      });

      it('and gives that room away if the pod is gone that it was made for', () => {
        gone('c');
        gone('urgent');
        expect(nodeOf('small')).to.equal('east-1');
      });
    });

    it('and asks nobody else while that one is leaving, though others would be easier to do without', () => {
      pod('urgent', '2', { priorityClassName: 'important' });
      const nominated = stage.find<Pod>(pods, 'urgent')?.status.nominatedNodeName;
      stage.loop.pass(10_000);
      stage.pod('youngest', { node: 'west-1', ...asking('2') });
      stage.node('west-1', { status: TWO_CPU });
      settle();
      expect(scheduled('urgent')?.message).to.match(/^0\/3 nodes/);
      expect(stage.find(pods, 'youngest')?.metadata.deletionTimestamp).to.equal(undefined);
      expect(stage.find<Pod>(pods, 'urgent')?.status.nominatedNodeName).to.equal(nominated);
    });

    it('and tells those that go why they go', () => {
      pod('urgent', '2', { priorityClassName: 'important' });
      const urgent = stage.find<Pod>(pods, 'urgent');
      const [victim] = (stage.registry.store.all(pods) as Pod[]).filter(
        ({ metadata }) => metadata.deletionTimestamp,
      );
      const told = victim?.status.conditions?.find(({ type }) => type === 'DisruptionTarget');
      expect([told?.status, told?.reason]).to.deep.equal(['True', 'PreemptionByScheduler']);
      expect(told?.message).to.equal('default-scheduler: preempting to accommodate a higher priority pod');
      const event = (stage.registry.store.all(events) as Event[]).find(
        ({ reason }) => reason === 'Preempted',
      );
      expect(event?.message).to.equal(
        `Preempted by pod ${urgent?.metadata.uid} on node ${victim?.spec.nodeName}`,
      );
      expect(event?.related?.name).to.equal('urgent');
      expect(scheduled('urgent')?.message).to.equal('0/2 nodes are available: 2 Insufficient cpu.');
    });

    it('and takes back what it had promised a lesser one there', () => {
      stage.delete(nodes, 'east-2');
      stage.create({
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name: 'most-important' },
        value: 2000,
      });
      stage.node('west-1', { status: { allocatable: { cpu: '4', memory: '1Gi', pods: '10' } } });
      const promised = (name: string) => stage.find<Pod>(pods, name)?.status.nominatedNodeName;
      stage.pod('c', { node: 'west-1', ...asking('3') });
      stage.pod('d', { node: 'west-1', ...asking('1') });
      pod('urgent', '3', { priorityClassName: 'important' });
      expect(promised('urgent')).to.equal('west-1');
      pod('most-urgent', '4', { priorityClassName: 'most-important' });
      expect(promised('most-urgent')).to.equal('west-1');
      expect(promised('urgent')).to.equal(undefined);
    });

    it('but not if that pod would rather wait', () => {
      pod('patient', '2', { priorityClassName: 'important', preemptionPolicy: 'Never' });
      expect(['a', 'b'].filter((name) => stage.find(pods, name)?.metadata.deletionTimestamp)).to.deep.equal(
        [],
      );
      expect(scheduled('patient')?.message).to.equal(
        '0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, ' +
          'preemption: not eligible due to preemptionPolicy=Never.',
      );
    });
  });
});
