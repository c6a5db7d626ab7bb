import { expect } from 'chai';
import { containerStatus, samplePod } from './description/samples.testkit';
import type { Pod } from './pod';
import { summarizePod } from './summary';

const initialized = { type: 'Initialized', status: 'True' };
const at = '2026-01-01T00:00:05Z';
const ended = (exitCode: number, reason?: string) => ({ terminated: { exitCode, reason } });

describe('The line of a pod', () => {
  const examples: readonly (readonly [string, string, Pod])[] = [
    ['Running', '1/1', samplePod()],
    ['Pending', '0/1', samplePod({ status: { phase: 'Pending', containerStatuses: undefined } })],
    [
      'SchedulingGated',
      '0/1',
      samplePod({
        status: {
          phase: 'Pending',
          conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }],
          containerStatuses: undefined,
        },
      }),
    ],
    [
      'ContainerCreating',
      '0/1',
      samplePod({
        status: {
          phase: 'Pending',
          containerStatuses: [containerStatus({ waiting: { reason: 'ContainerCreating' } })],
        },
      }),
    ],
    [
      'ImagePullBackOff',
      '0/1',
      samplePod({
        status: {
          phase: 'Pending',
          containerStatuses: [containerStatus({ waiting: { reason: 'ImagePullBackOff' } })],
        },
      }),
    ],
    ['Running', '0/1', samplePod({ status: { containerStatuses: [containerStatus({ running: {} })] } })],
    ['Terminating', '1/1', samplePod({ metadata: { deletionTimestamp: at } })],
    [
      'Error',
      '0/1',
      samplePod({ status: { phase: 'Failed', containerStatuses: [containerStatus(ended(1, 'Error'))] } }),
    ],
    [
      'Error',
      '0/1',
      samplePod({
        metadata: { deletionTimestamp: at },
        status: { phase: 'Failed', containerStatuses: [containerStatus(ended(1, 'Error'))] },
      }),
    ],
    [
      'Completed',
      '0/1',
      samplePod({
        status: { phase: 'Succeeded', containerStatuses: [containerStatus(ended(0, 'Completed'))] },
      }),
    ],
    ['ExitCode:3', '0/1', samplePod({ status: { containerStatuses: [containerStatus(ended(3))] } })],
    [
      'NodeAffinity',
      '0/1',
      samplePod({ status: { phase: 'Failed', reason: 'NodeAffinity', containerStatuses: undefined } }),
    ],
    ['Unknown', '1/1', samplePod({ metadata: { deletionTimestamp: at }, status: { reason: 'NodeLost' } })],
    [
      'Init:1/2',
      '0/1',
      samplePod({
        spec: { initContainers: [{ name: 'a' }, { name: 'b' }] },
        status: {
          phase: 'Pending',
          containerStatuses: [containerStatus({ waiting: { reason: 'PodInitializing' } })],
          initContainerStatuses: [
            containerStatus(ended(0, 'Completed'), { name: 'a' }),
            containerStatus({ running: {} }, { name: 'b' }),
          ],
        },
      }),
    ],
    [
      'Init:ImagePullBackOff',
      '0/1',
      samplePod({
        spec: { initContainers: [{ name: 'a' }] },
        status: {
          phase: 'Pending',
          containerStatuses: [],
          initContainerStatuses: [
            containerStatus({ waiting: { reason: 'ImagePullBackOff' } }, { name: 'a' }),
          ],
        },
      }),
    ],
    [
      'Running',
      '1/1',
      samplePod({
        spec: { initContainers: [{ name: 'a' }] },
        status: {
          conditions: [initialized],
          initContainerStatuses: [containerStatus(ended(0, 'Completed'), { name: 'a' })],
        },
      }),
    ],
    [
      'NotReady',
      '1/2',
      samplePod({
        spec: { containers: [{ name: 'main' }, { name: 'side' }] },
        status: {
          containerStatuses: [
            containerStatus(ended(0, 'Completed')),
            containerStatus({ running: {} }, { name: 'side', ready: true }),
          ],
        },
      }),
    ],
    [
      'Running',
      '2/2',
      samplePod({
        spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] },
        status: {
          conditions: [initialized],
          initContainerStatuses: [
            containerStatus({ running: {} }, { name: 'proxy', started: true, ready: true }),
          ],
        },
      }),
    ],
    [
      'Init:CrashLoopBackOff',
      '1/2',
      samplePod({
        spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] },
        status: {
          conditions: [initialized],
          initContainerStatuses: [
            containerStatus({ waiting: { reason: 'CrashLoopBackOff' } }, { name: 'proxy' }),
          ],
        },
      }),
    ],
    [
      'Error',
      '0/2',
      samplePod({
        spec: { containers: [{ name: 'main' }, { name: 'side' }] },
        status: {
          containerStatuses: [
            containerStatus(ended(0, 'Completed')),
            containerStatus(ended(1, 'Error'), { name: 'side' }),
          ],
        },
      }),
    ],
    [
      'SchedulingGated',
      '0/1',
      samplePod({
        status: {
          phase: 'Pending',
          containerStatuses: undefined,
          conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }],
        },
      }),
    ],
  ];
  for (const [status, ready, pod] of examples) {
    it(`${ready} ${status}`, () => expect(summarizePod(pod, 0)).to.include({ status, ready }));
  }

  it('tells when a container was restarted last', () => {
    const finished = { terminated: { exitCode: 1, finishedAt: at } };
    const restarted = containerStatus({ running: {} }, { ready: true, restartCount: 2, lastState: finished });
    const pod = samplePod({ status: { containerStatuses: [restarted] } });
    expect(summarizePod(pod, 65_000).restarts).to.equal('2 (60s ago)');
    expect(summarizePod(samplePod(), 65_000).restarts).to.equal('0');
  });

  it('counts restarts of init containers until they are done, and then those of sidecars', () => {
    const restartsWith = (...conditions: Pod['status']['conditions'] & object[]): string =>
      summarizePod(
        samplePod({
          spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }, { name: 'first' }] },
          status: {
            conditions,
            initContainerStatuses: [
              containerStatus({ running: {} }, { name: 'proxy', started: true, restartCount: 4 }),
              containerStatus(ended(1, 'Error'), { name: 'first', restartCount: 3 }),
            ],
          },
        }),
        0,
      ).restarts;
    expect(restartsWith()).to.equal('7');
    expect(restartsWith(initialized)).to.equal('4');
  });
});
