import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';
import { asking, handsOn, TWO_CPU } from './scheduler.testkit';

const { events, nodes, pods } = resources;

describe('a pod that fits nowhere', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new Scheduler(stage);
    for (const name of ['east-1', 'east-2']) stage.node(name, { status: TWO_CPU });
  });

  const { settle, pod, nodeOf, scheduled } = handsOn(() => stage);

  it('is tried again when it has changed itself', () => {
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

  it('is tried again when room has come', () => {
    for (const name of ['a', 'b', 'c', 'd']) pod(name);
    pod('late');
    expect(nodeOf('late')).to.equal(undefined);
    const freed = nodeOf('a');
    stage.delete(pods, 'a', { gracePeriodSeconds: 0 });
    settle();
    expect(nodeOf('late')).to.equal(freed);
    expect(scheduled('late')?.status).to.equal('True');
  });

  it('is tried again when a pod that took room has ended', () => {
    pod('a', '2', { affinity: pinnedTo('east-1') });
    pod('late', '2', { affinity: pinnedTo('east-1') });
    stage.amendStatus<Pod>(pods, 'a', ({ status }) => ({ ...status, phase: 'Succeeded' }));
    settle();
    expect(nodeOf('late')).to.equal('east-1');
  });

  it('is tried again when a node has changed, or has come', () => {
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

  it('is tried again when a pod has gone, wherever that was, and told what is different', () => {
    stage.pod('theirs', { node: 'east-1', ...asking('1') });
    pod('a', '3');
    stage.delete(nodes, 'east-2');
    settle();
    expect(scheduled('a')?.message).to.match(/^0\/2 nodes/);
    stage.delete(pods, 'theirs', { gracePeriodSeconds: 0 });
    settle();
    expect(scheduled('a')?.message).to.match(/^0\/1 nodes/);
  });

  it('is not tried again because a node has gone, but after five minutes', () => {
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

  it('is left as it is when it was tried again in vain, and its event is counted', () => {
    const version = pod('a', '3')?.metadata.resourceVersion;
    stage.loop.pass(1_860_000);
    expect(stage.find<Pod>(pods, 'a')?.metadata.resourceVersion).to.equal(version);
    const told = (stage.registry.store.all(events) as Event[]).map(({ series }) => series?.count ?? 1);
    // The first event is about the pod as it was before the scheduler wrote its note on it.
    expect(told).to.deep.equal([1, 5]);
  });

  it('is given no reason where there is no node, and tried again soon', () => {
    for (const name of ['east-1', 'east-2']) stage.delete(nodes, name);
    pod('a');
    expect(scheduled('a')?.message).to.equal('no nodes available to schedule pods');
    stage.loop.pass(60_000);
    stage.node('west-1', { status: TWO_CPU });
    expect(settle().elapsed).to.be.lessThan(10_001);
    expect(nodeOf('a')).to.equal('west-1');
  });

  it('is tried again when room is not kept for a more important one any more', () => {
    stage.create({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'important' },
      value: 1000,
    });
    stage.delete(nodes, 'east-2');
    stage.pod('there', { node: 'east-1', ...asking('1') });
    pod('patient', '2', { priorityClassName: 'important', preemptionPolicy: 'Never' });
    stage.amendStatus<Pod>(pods, 'patient', ({ status }) => ({ ...status, nominatedNodeName: 'east-1' }));
    pod('small');
    expect(nodeOf('small')).to.equal(undefined);
    stage.amendStatus<Pod>(pods, 'patient', ({ status: { nominatedNodeName: _, ...status } }) => status);
    settle();
    expect(nodeOf('small')).to.equal('east-1');
  });

  it('is tried again when the node comes that it names', () => {
    pod('a', '1', { affinity: pinnedTo('west-1') });
    expect(nodeOf('a')).to.equal(undefined);
    stage.node('west-1', { status: TWO_CPU });
    settle();
    expect(nodeOf('a')).to.equal('west-1');
  });
});
