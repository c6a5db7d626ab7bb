import { expect } from 'chai';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import { endedStatus, refusedStatus, statusIn } from './podStatus';

const conditions = (status: PodStatus): string[] =>
  (status.conditions ?? []).map(
    (each) => `${each.type}=${each.status} ${String(each.lastTransitionTime).slice(17, 19)}`,
  );
const within = (status: PodStatus, pod = aPod({ phase: 'Pending' })): Pod => ({ ...pod, status });
const run = (pod: Pod, second: number) => statusIn(pod, 'running', '10.0.0.1', '10.1.0.1', second * 1000);

describe('what a kubelet reports of a pod', () => {
  const started = run(aPod({ phase: 'Pending' }), 1);

  it('that runs: ready, with addresses', () => {
    expect([started.phase, started.hostIP, started.podIP]).to.deep.equal(['Running', '10.0.0.1', '10.1.0.1']);
    expect(conditions(started)).to.deep.equal([
      'PodReadyToStartContainers=True 01',
      'Initialized=True 01',
      'Ready=True 01',
      'ContainersReady=True 01',
      'PodScheduled=True 01',
    ]);
  });

  it('that goes on running: ready since it turned ready', () => {
    expect(run(within(started), 9).conditions).to.equal(started.conditions);
  });

  it('that turns unready and ready again: ready since the last time', () => {
    const unready = statusIn(within(started), 'unready', '10.0.0.1', '10.1.0.1', 5000);
    expect(conditions(unready)).to.include('Ready=False 05').and.include('Initialized=True 01');
    expect(unready.phase).to.equal('Running');
    expect(unready.containerStatuses?.[0]?.ready).to.equal(false);
    expect(conditions(run(within(unready), 9))).to.include('Ready=True 09');
  });

  it('that turns ready, whatever others have said of it', () => {
    const theirs = {
      type: 'example.com/checked',
      status: 'True',
      lastTransitionTime: '2026-01-01T00:00:03Z',
    };
    const unready = statusIn(within(started), 'unready', '10.0.0.1', '10.1.0.1', 5000);
    const told = { ...unready, conditions: [...(unready.conditions ?? []), theirs] } as PodStatus;
    expect(conditions(run(within(told), 9)))
      .to.include('example.com/checked=True 03')
      .and.include('Ready=True 09')
      .and.include('PodScheduled=True 01');
  });

  it('that has ended: not ready, with an exit code', () => {
    const failed = endedStatus(within(started), 'Failed', 9000);
    expect([failed.phase, failed.containerStatuses?.[0]?.state?.terminated?.exitCode]).to.deep.equal([
      'Failed',
      1,
    ]);
    expect(conditions(failed)).to.include('Ready=False 09');
    const succeeded = endedStatus(within(started), 'Succeeded', 9000);
    expect(succeeded.containerStatuses?.[0]?.state?.terminated?.reason).to.equal('Completed');
  });

  it('that it gave up: failed, and why, with the code of a program that was told to stop', () => {
    const farewell = { reason: 'Evicted', message: 'The node was low on resource: memory. ' };
    const { reason, message, containerStatuses, ...rest } = endedStatus(
      within(started),
      'Failed',
      9000,
      farewell,
    );
    expect([reason, message]).to.deep.equal(['Evicted', farewell.message]);
    expect(containerStatuses?.[0]?.state?.terminated?.exitCode).to.equal(143);
    expect(conditions(rest))
      .to.include('DisruptionTarget=True 09')
      .and.include('PodReadyToStartContainers=False 09');
  });

  it('that it refuses: failed, and why', () => {
    const { phase, reason, message } = refusedStatus(aPod(), 'OutOfcpu', 'too much', 0);
    expect([phase, reason, message]).to.deep.equal(['Failed', 'OutOfcpu', 'Pod was rejected: too much']);
  });
});
