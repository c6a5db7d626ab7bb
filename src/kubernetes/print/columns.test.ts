import { expect } from 'chai';
import { type ResourceType, resources } from '../kinds/resources';
import type { KubeObject } from '../object';
import { printObjects } from './columns';
import { sampleEvent } from './samples.testkit';

const named = (name: string, rest: object): KubeObject =>
  ({
    ...rest,
    metadata: { name, namespace: 'shop', creationTimestamp: '2026-01-01T00:00:00Z' },
  }) as KubeObject;

const row = (resource: ResourceType, object: KubeObject, wide = false): string =>
  printObjects(resource, [object], { now: 90_000, wide });

describe('Tables', () => {
  it('of quotas tell requests from limits', () => {
    const status = { hard: { pods: '2', 'limits.cpu': '4', 'requests.cpu': '1' }, used: { pods: '1' } };
    expect(row(resources.resourcequotas, named('few', { spec: {}, status }))).to.equal(
      'NAME   REQUEST                        LIMIT             AGE\n' +
        'few    pods: 1/2, requests.cpu: 0/1   limits.cpu: 0/4   90s\n',
    );
  });

  it('of events show one line of each message', () => {
    const event = sampleEvent({
      message: 'no room\non any node',
      count: 3,
      lastTimestamp: '2026-01-01T00:01:00Z',
    });
    expect(row(resources.events, event)).to.equal(
      'LAST SEEN   TYPE     REASON      OBJECT        MESSAGE\n' +
        '30s         Normal   Scheduled   pod/agent-x   no room...\n',
    );
    expect(row(resources.events, event, true)).to.contain(
      'default-scheduler   no room...   90s          3       ',
    );
  });

  it('of role bindings name whom they bind', () => {
    const binding = named('admin', {
      roleRef: { kind: 'ClusterRole', name: 'admin' },
      subjects: [
        { kind: 'User', name: 'eve' },
        { kind: 'ServiceAccount', namespace: 'shop', name: 'default' },
      ],
    });
    expect(row(resources.rolebindings, binding, true)).to.match(
      /\nadmin {3}ClusterRole\/admin {3}90s {3}eve {14}shop\/default\n$/,
    );
  });

  it('of unknown kinds show name and age', () => {
    expect(row(resources.csidrivers, named('local', {}))).to.equal('NAME    AGE\nlocal   90s\n');
  });

  it('of nodes show roles, states and addresses', () => {
    const node = {
      ...named('east-1', { spec: { unschedulable: true } }),
      metadata: {
        ...named('east-1', {}).metadata,
        labels: { 'node-role.kubernetes.io/worker': '', 'node-role.kubernetes.io/infra': '' },
      },
      status: {
        conditions: [{ type: 'Ready', status: 'Unknown' }],
        addresses: [{ type: 'InternalIP', address: '10.0.0.1' }],
        nodeInfo: { kubeletVersion: 'v1.36.2' },
      },
    } as unknown as KubeObject;
    expect(row(resources.nodes, node, true)).to.match(
      /\neast-1 {3}NotReady,SchedulingDisabled {3}infra,worker {3}90s {3}v1\.36\.2 {3}10\.0\.0\.1 {6}<none> /,
    );
  });
});
