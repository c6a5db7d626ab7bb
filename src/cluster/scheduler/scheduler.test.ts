import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { ApiError, badRequest } from '../../kubernetes/refusals';
import { calm } from '../simulation/disturbance';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';
import { asking, handsOn, TWO_CPU } from './scheduler.testkit';

const { events, nodes, pods } = resources;
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

  const { settle, pod, nodeOf, scheduled } = handsOn(() => stage);

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

  it('counts what it may have bound: the reply was lost, and news is late', () => {
    let isLost = false;
    stage = new Stage({
      disturbance: {
        ...calm,
        worksFirst: () => true,
        write: (write) => {
          const result = write();
          if (!isLost) return result;
          isLost = false;
          throw new ApiError({ code: 504, reason: 'Timeout', message: 'lost' });
        },
      },
    });
    new Scheduler(stage);
    stage.node('east-1', { status: TWO_CPU });
    settle();
    isLost = true;
    for (const name of ['a', 'b']) stage.pod(name, asking('2') as Partial<Pod['spec']>);
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

  it('tries again a second later if it could not write', () => {
    meanwhile = () => {
      throw badRequest('not now');
    };
    stage.pod('a', asking('1') as Partial<Pod['spec']>);
    expect(settle()).to.deep.equal({ quiet: true, elapsed: 1000 });
    expect(nodeOf('a')).to.match(/^east/);
  });

  it('says of a pod whose terms contradict each other that they do', () => {
    const names = (values: string[]) => ({ key: 'metadata.name', operator: 'In', values });
    const nodeSelectorTerms = [{ matchFields: [names(['east-1']), names(['east-2'])] }];
    const requiredDuringSchedulingIgnoredDuringExecution = { nodeSelectorTerms };
    pod('a', '1', { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution } } });
    expect(scheduled('a')?.message).to.equal(
      '0/2 nodes are available: pod affinity terms conflict. not found',
    );
  });

  it('does not go round in circles for a pod that fits nowhere', () => {
    const version = pod('a', '3')?.metadata.resourceVersion;
    stage.loop.pass(3_600_000);
    expect(stage.find<Pod>(pods, 'a')?.metadata.resourceVersion).to.equal(version);
  });
});
