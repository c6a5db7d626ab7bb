import { expect } from 'chai';
import type { KubeObject } from '../kubernetes/object';
import { describeCluster } from './clusterState';

const meta = (name: string, more: object = {}) => ({
  name,
  uid: name,
  resourceVersion: '1',
  creationTimestamp: '2026-01-01T00:00:00Z',
  ...more,
});

const node = (name: string, labels: object, spec: object = {}, ready = 'True') => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: meta(name, { labels }),
  spec,
  status: { conditions: [{ type: 'Ready', status: ready }] },
});

const set = (name: string, spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: meta(name, { namespace: 'demo' }),
  spec: { selector: {}, template: { spec } },
  status: {},
});

const pod = (
  name: string,
  owner: string,
  nodeName: string | undefined,
  status: object,
  more: object = {},
) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: meta(name, {
    namespace: 'demo',
    ownerReferences: [
      { apiVersion: 'apps/v1', kind: 'DaemonSet', name: owner, uid: owner, controller: true },
    ],
    ...more,
  }),
  spec: { nodeName, containers: [] },
  status,
});

const READY = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };

const warning = (about: string, message: string) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: meta(`event-${about}`),
  type: 'Warning',
  reason: 'FailedCreate',
  message,
  involvedObject: { uid: about },
});

const describeObjects = async (...objects: readonly object[]): Promise<readonly string[]> => {
  const text = await describeCluster({
    name: 'in-process',
    time: { now: () => 65_000 },
    api: {
      list: ({ resource }) =>
        Promise.resolve((objects as readonly KubeObject[]).filter(({ kind }) => kind === resource.kind)),
    },
  });
  return text.split('\n');
};

describe('the state of a cluster', () => {
  it('shows the pods of each node, and why a daemon set has none on one', async () => {
    const lines = await describeObjects(
      node('east-1', { role: 'worker' }),
      node('east-2', { role: 'db' }),
      node('gpu-1', { role: 'worker' }, { taints: [{ key: 'team', value: 'ml', effect: 'NoSchedule' }] }),
      node('new-1', { role: 'worker' }),
      set('log-agent', { nodeSelector: { role: 'worker' } }),
      pod('log-agent-x7k2p', 'log-agent', 'east-1', READY),
      warning('log-agent', 'Error creating: exceeded quota'),
    );
    expect(lines).to.deep.equal([
      'The cluster "in-process" at 1 min 5 s:',
      '',
      'NODE     POD               STATE                 WHY',
      'east-1   log-agent-x7k2p   ready',
      'east-2                     no pod of log-agent   it wants role=worker',
      'gpu-1                      no pod of log-agent   it does not tolerate team=ml:NoSchedule',
      'new-1                      no pod of log-agent   Error creating: exceeded quota',
    ]);
  });

  it('says why a pod is not ready', async () => {
    const unschedulable = { type: 'PodScheduled', status: 'False', message: '0/1 nodes are available' };
    const waiting = { name: 'agent', state: { waiting: { reason: 'ImagePullBackOff' } } };
    const lines = await describeObjects(
      node('east-1', {}, {}, 'Unknown'),
      node('east-2', {}, { unschedulable: true }),
      pod('a', 'a', 'east-1', { phase: 'Pending', containerStatuses: [waiting] }),
      pod('b', 'a', 'east-1', { phase: 'Failed', reason: 'NodeAffinity', message: 'it does not match' }),
      pod('c', 'a', 'east-2', READY, { deletionTimestamp: '2026-01-01T00:01:00Z' }),
      pod('d', 'a', undefined, { phase: 'Pending', conditions: [unschedulable] }),
      pod('e', 'a', 'west-1', READY),
    );
    expect(lines.slice(3).map((line) => line.split(/ {3,}/))).to.deep.equal([
      ['east-1 (not ready)', 'a', 'pending', 'container agent: ImagePullBackOff'],
      ['', 'b', 'failed', 'NodeAffinity: it does not match'],
      ['east-2 (cordoned)', 'c', 'terminating'],
      ['(none)', 'd', 'pending', '0/1 nodes are available'],
      ['west-1 (gone)', 'e', 'ready'],
    ]);
  });

  it('says of a daemon pod that it would not be created there today', async () => {
    const taints = [{ key: 'team', value: 'ml', effect: 'NoSchedule' }];
    const lines = await describeObjects(
      node('gpu-1', {}, { taints }),
      set('log-agent', {}),
      pod('log-agent-x', 'log-agent', 'gpu-1', READY),
    );
    expect(lines.slice(3).map((line) => line.trim())).to.deep.equal([
      'gpu-1   log-agent-x   ready   no new pod would be created here: it does not tolerate',
      'team=ml:NoSchedule',
    ]);
  });

  it('counts the automatic tolerations of daemon pods', async () => {
    const taints = [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }];
    const lines = await describeObjects(node('east-1', {}, { taints }), set('log-agent', {}));
    expect(lines.at(-1)).to.match(/nothing on the node speaks against it$/);
  });

  it('stays small for a large cluster', async () => {
    const nodes = Array.from({ length: 50 }, (_, index) => node(`node-${index}`, {}));
    const lines = await describeObjects(...nodes);
    expect(lines).to.have.length(24);
    expect(lines.at(-1)).to.equal('… and 30 more rows');
  });

  it('of nothing is said in words', async () => {
    expect(await describeObjects()).to.deep.equal([
      'The cluster "in-process" at 1 min 5 s: no nodes, no pods.',
    ]);
  });
});
