import { expect } from 'chai';
import type { Pod, PodStatus } from './pod';
import { RUNNING, stateInWords, WAITING } from './stateInWords';

const READY = { type: 'Ready', status: 'True' };

const podWith = (status: PodStatus, deletionTimestamp?: string): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'log-agent-x', uid: 'x', resourceVersion: '1', creationTimestamp: '', deletionTimestamp },
  spec: { containers: [] },
  status,
});

const waitingFor = (reason: string) => ({
  name: 'agent',
  image: '',
  imageID: '',
  ready: false,
  restartCount: 0,
  state: { waiting: { reason } },
});

describe('the state of a pod, in words', () => {
  const states: readonly (readonly [string, Pod])[] = [
    [RUNNING, podWith({ phase: 'Running', conditions: [READY] })],
    ['running, not ready', podWith({ phase: 'Running', conditions: [{ ...READY, status: 'False' }] })],
    ['failed', podWith({ phase: 'Failed' })],
    ['failed (Evicted)', podWith({ phase: 'Failed', reason: 'Evicted' })],
    ['succeeded', podWith({ phase: 'Succeeded' })],
    ['pending', podWith({ phase: 'Pending' })],
    ['pending', podWith({})],
    [
      WAITING,
      podWith({
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
      }),
    ],
    [
      'pending (ImagePullBackOff)',
      podWith({ phase: 'Pending', containerStatuses: [waitingFor('ImagePullBackOff')] }),
    ],
    ['terminating', podWith({ phase: 'Running', conditions: [READY] }, '2026-01-01T00:00:00Z')],
  ];
  for (const [words, pod] of states) it(words, () => expect(stateInWords(pod)).to.equal(words));
});
