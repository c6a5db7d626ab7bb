import { expect } from 'chai';
import type { KubeObject } from '../kubernetes/object';
import type { Query } from '../port/api';
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

const set = (name: string, spec: object, more: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: meta(name, { namespace: 'demo', ...more }),
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

const project = (annotations: object) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: meta('demo', { annotations }),
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

const clusterOf = (objects: readonly object[]) => ({
  name: 'in-process',
  time: { now: () => 65_000 },
  api: {
    list: async <T extends KubeObject>({ resource }: Query<T>) => ({
      items: (objects as readonly T[]).filter(({ kind }) => kind === resource.kind),
      resourceVersion: '1',
    }),
  },
});

const describeObjects = async (...objects: readonly object[]): Promise<readonly string[]> =>
  (await describeCluster(clusterOf(objects))).split('\n');

describe('the state of a cluster', () => {
  it('counts from when the example began', async () => {
    expect(await describeCluster(clusterOf([]), 60_000)).to.equal(
      'The cluster "in-process" at 5 s: no nodes, no pods.',
    );
  });

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
      'east-1   log-agent-x7k2p   running',
      'east-2                     no pod of log-agent   it wants role=worker',
      'gpu-1                      no pod of log-agent   it does not tolerate team=ml:NoSchedule',
      'new-1                      no pod of log-agent   Error creating: exceeded quota',
    ]);
  });

  it('names the project of each, if there are several', async () => {
    const lines = await describeObjects(
      node('east-1', {}),
      node('new-1', {}),
      set('log-agent', {}),
      set('log-agent', { nodeSelector: { role: 'worker' } }, { namespace: 'shop', uid: 'other' }),
      pod('log-agent-x7k2p', 'log-agent', 'east-1', READY),
      pod('log-agent-b2b2b', 'other', 'east-1', READY, { namespace: 'shop' }),
    );
    expect(lines.slice(2)).to.deep.equal([
      'NODE     PROJECT   POD               STATE                 WHY',
      'east-1   demo      log-agent-x7k2p   running',
      '         shop      log-agent-b2b2b   running               no new pod would be created here: it wants role=worker',
      'new-1    demo                        no pod of log-agent   nothing on the node speaks against it',
      '         shop                        no pod of log-agent   it wants role=worker',
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
      ['east-1 (not ready)', 'a', 'pending (ImagePullBackOff)', 'container agent: ImagePullBackOff'],
      ['', 'b', 'failed (NodeAffinity)', 'it does not match'],
      ['east-2 (cordoned)', 'c', 'terminating'],
      ['(none)', 'd', 'pending', '0/1 nodes are available'],
      ['west-1 (gone)', 'e', 'running'],
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
      'gpu-1   log-agent-x   running   no new pod would be created here: it does not tolerate',
      'team=ml:NoSchedule',
    ]);
  });

  it('counts the automatic tolerations of daemon pods', async () => {
    const taints = [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }];
    const lines = await describeObjects(node('east-1', {}, { taints }), set('log-agent', {}));
    expect(lines.at(-1)).to.match(/nothing on the node speaks against it$/);
  });

  it('names what the project selects, where that is why a node has no pod', async () => {
    const lines = await describeObjects(
      project({ 'openshift.io/node-selector': 'disk=local' }),
      node('east-1', { disk: 'local' }),
      node('east-2', { disk: 'remote' }),
      set('log-agent', {}),
      pod('log-agent-x', 'log-agent', 'east-1', READY),
    );
    expect(lines.slice(3).map((line) => line.trim())).to.deep.equal([
      'east-1   log-agent-x   running',
      'east-2                 no pod of log-agent   the project selects disk=local',
    ]);
  });

  it('names all that speaks against a node', async () => {
    const taints = [
      { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' },
      { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
    ];
    const lines = await describeObjects(
      project({ 'scheduler.alpha.kubernetes.io/node-selector': 'disk=local' }),
      node('east-1', {}, { taints }),
      set('log-agent', {}),
    );
    expect(lines.slice(3).map((line) => line.trim().split(/ {3,}/).at(-1))).to.deep.equal([
      'the project selects disk=local; it does not tolerate',
      'node.kubernetes.io/unreachable:NoSchedule',
    ]);
  });

  it('names the default of the cluster, where a pod waits because of it', async () => {
    const waiting = () => {
      const message = '0/2 nodes are available';
      const conditions = [{ type: 'PodScheduled', status: 'False', message }];
      const { spec, ...rest } = pod('log-agent-x', 'log-agent', 'west-1', { phase: 'Pending', conditions });
      return { ...rest, spec: { ...spec, nodeSelector: { region: 'east' } } };
    };
    const [west, east] = [node('west-1', { region: 'west' }), node('west-1', { region: 'east' })];
    const why = async (...objects: readonly object[]): Promise<string | undefined> =>
      (await describeObjects(...objects, waiting()))
        .slice(3)
        .map((line) => line.trim())
        .join(' ')
        .split(/ {3,}/)
        .at(-1);
    const unready = '0/2 nodes are available';
    expect(await why(west, set('log-agent', {}))).to.equal(
      `the cluster's default selects region=east; ${unready}`,
    );
    expect(await why(east, set('log-agent', {}))).to.equal(unready);
    expect(await why(west, set('log-agent', { nodeSelector: { region: 'east' } }))).to.equal(unready);
    const unselecting = project({ 'openshift.io/node-selector': '' });
    expect(await why(unselecting, west, set('log-agent', {}))).to.equal(unready);
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
