import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';
import { asking, handsOn, TWO_CPU } from './scheduler.testkit';

const { events, nodes, pods } = resources;

describe('the scheduler makes room for a pod of higher priority', () => {
  let stage = new Stage();
  const { settle, pod, nodeOf, scheduled } = handsOn(() => stage);
  beforeEach(() => {
    stage = new Stage();
    new Scheduler(stage);
    for (const name of ['east-1', 'east-2']) stage.node(name, { status: TWO_CPU });
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
    const event = (stage.registry.store.all(events) as Event[]).find(({ reason }) => reason === 'Preempted');
    expect(event?.message).to.equal(
      `Preempted by pod ${urgent?.metadata.uid} on node ${victim?.spec.nodeName}`,
    );
    expect(event?.related?.name).to.equal('urgent');
    expect(scheduled('urgent')?.message).to.equal('0/2 nodes are available: 2 Insufficient cpu.');
  });

  it('and leaves a lesser one its promise, if nobody has to be asked to go', () => {
    stage.create({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'most-important' },
      value: 2000,
    });
    for (const name of ['east-1', 'east-2']) stage.delete(nodes, name);
    stage.node('west-1', { status: TWO_CPU });
    stage.pod('c', { node: 'west-1', ...asking('2') });
    stage.delete(pods, 'c');
    pod('urgent', '2', { priorityClassName: 'important' });
    pod('most-urgent', '2', { priorityClassName: 'most-important' });
    const promised = ['urgent', 'most-urgent'].map(
      (name) => stage.find<Pod>(pods, name)?.status.nominatedNodeName,
    );
    expect(promised).to.deep.equal(['west-1', 'west-1']);
  });

  it('and somewhere else, if the node turns out to be no good where it was made first', () => {
    pod('urgent', '2', { priorityClassName: 'important' });
    const first = stage.find<Pod>(pods, 'urgent')?.status.nominatedNodeName ?? '';
    stage.amend<Node>(nodes, first, (node) => ({ ...node, spec: { unschedulable: true } }));
    stage.pod('elsewhere', { node: 'lost' });
    stage.delete(pods, 'elsewhere', { gracePeriodSeconds: 0 });
    settle();
    const next = stage.find<Pod>(pods, 'urgent')?.status.nominatedNodeName;
    expect([first, next]).to.have.members(['east-1', 'east-2']);
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
    expect(['a', 'b'].filter((name) => stage.find(pods, name)?.metadata.deletionTimestamp)).to.deep.equal([]);
    expect(scheduled('patient')?.message).to.equal(
      '0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, ' +
        'preemption: not eligible due to preemptionPolicy=Never.',
    );
  });
});
