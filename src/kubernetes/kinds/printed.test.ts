import { expect } from 'chai';
import type { KubeObject } from '../object';
import { printTable } from '../print/table';
import type { ResourceType } from '../resourceType';
import type { Event } from './event/event';
import { descriptionOf, printObjects } from './printed';
import { resources } from './resources';

const named = (name: string, rest: object): KubeObject =>
  ({
    ...rest,
    metadata: { name, namespace: 'shop', creationTimestamp: '2026-01-01T00:00:00Z' },
  }) as KubeObject;

/** Something that happened to a pod. */
const sampleEvent = (rest: Partial<Event> = {}): Event => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: {
    name: 'agent-x.1',
    namespace: 'shop',
    uid: 'e1',
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
  },
  involvedObject: { kind: 'Pod', name: 'agent-x', uid: 'u1' },
  type: 'Normal',
  reason: 'Scheduled',
  message: 'Successfully assigned',
  source: { component: 'default-scheduler' },
  count: 1,
  firstTimestamp: '2026-01-01T00:00:00Z',
  lastTimestamp: '2026-01-01T00:00:00Z',
  ...rest,
});

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

  it('of disruption budgets show the bound that they have', () => {
    const budget = (spec: object, disruptionsAllowed = 0) =>
      row(resources.poddisruptionbudgets, named('web', { spec, status: { disruptionsAllowed } }));
    expect(budget({ minAvailable: '50%' })).to.equal(
      'NAME   MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE\n' +
        'web    50%             N/A               0                     90s\n',
    );
    expect(budget({ maxUnavailable: 0 }, 2)).to.match(/\nweb +N\/A +0 +2 +90s\n$/);
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

  it('of revisions name the controller, with its group', () => {
    const revisionOf = (apiVersion: string, kind: string) => {
      const revision = named('agent-1', { revision: 3 });
      const owner = { apiVersion, kind, name: 'agent', uid: 'u', controller: true };
      return { ...revision, metadata: { ...revision.metadata, ownerReferences: [owner] } };
    };
    const { controllerrevisions } = resources;
    expect(row(controllerrevisions, revisionOf('apps/v1', 'DaemonSet'))).to.equal(
      'NAME      CONTROLLER             REVISION   AGE\n' +
        'agent-1   daemonset.apps/agent   3          90s\n',
    );
    expect(row(controllerrevisions, revisionOf('v1', 'Node'))).to.contain(' node/agent ');
    expect(row(controllerrevisions, named('agent-1', { revision: 3 }))).to.contain(' <none> ');
  });

  it('of unknown kinds show name and age', () => {
    const backups = { ...resources.configmaps, apiVersion: 'example.com/v1', plural: 'backups' };
    expect(row(backups, named('local', {}))).to.equal('NAME    AGE\nlocal   90s\n');
  });

  it('put the kind before what stands in the column of names, and show what would steer a terminal', () => {
    const columns = [
      { header: 'NAME', cell: ({ metadata }: KubeObject) => `${metadata.name} (default)` },
      { header: 'NAME', cell: () => '\u001b[31m' },
    ];
    expect(printTable(columns, [named('fast', {})], { now: 0, namePrefix: 'storageclass/' })).to.equal(
      'NAME                          NAME\nstorageclass/fast (default)   ^[[31m\n',
    );
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
        nodeInfo: { kubeletVersion: 'v1.36.2', kernelVersion: '6.12.0', architecture: 'arm64' },
      },
    };
    expect(row(resources.nodes, node, true)).to.match(
      /\neast-1 {3}NotReady,SchedulingDisabled {3}infra,worker {3}90s {3}v1\.36\.2 {3}10\.0\.0\.1 {6}<none> .*6\.12\.0 \(arm64\) /,
    );
  });

  it('of quotas show what was counted, of configuration every key, of accounts no secrets', () => {
    const quota = named('small', { spec: { hard: { pods: '3' } } });
    const counted = { hard: { pods: '3', 'limits.cpu': '2' }, used: { pods: '1', 'limits.cpu': '500m' } };
    expect(row(resources.resourcequotas, quota)).to.match(/\nsmall {21}90s\n$/);
    expect(row(resources.resourcequotas, named('small', { status: counted }))).to.match(
      /\nsmall {3}pods: 1\/3 {3}limits.cpu: 500m\/2 {3}90s\n$/,
    );
    const settings = { ...named('settings', {}), data: { a: '1' }, binaryData: { b: 'AA==' } };
    expect(row(resources.configmaps, settings)).to.match(/\nsettings {3}2 {6}90s\n$/);
    expect(row(resources.serviceaccounts, named('runner', {}))).to.match(/^NAME {5}AGE\nrunner {3}90s\n$/);
  });

  it('are found by API version and plural, whoever serves the kind', () => {
    const pods = { apiVersion: 'v1', plural: 'pods' };
    const odd = { apiVersion: 'example.com/v1', plural: 'pods' };
    const pod = { ...named('a', {}), spec: { containers: [] }, status: {} };
    expect(printObjects(pods, [pod], { now: 0 })).to.match(/^NAME {3}READY /);
    expect(printObjects(odd, [pod], { now: 0 })).to.match(/^NAME {3}AGE\n/);
  });
});

describe('descriptions', () => {
  it('are those of the kind, or name every field', () => {
    const driver = named('local', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSIDriver',
      spec: { seLinuxMount: true },
    });
    const anything = descriptionOf(resources.csidrivers);
    expect(anything.needs(driver)).to.deep.equal({});
    expect(anything.text(driver, {}, { events: undefined, now: 0 })).to.match(
      /\nSpec:\n {2}Se Linux Mount: {2}true\n$/,
    );
    expect(descriptionOf(resources.pods)).not.to.equal(anything);
  });

  it('of disruption budgets are as kubectl gives them', () => {
    const status = { disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2, expectedPods: 4 };
    const spec = { minAvailable: 2, selector: { matchLabels: { app: 'web' } } };
    const { text } = descriptionOf(resources.poddisruptionbudgets);
    expect(text(named('web', { spec, status }), {}, { events: [], now: 0 })).to.equal(
      'Name:           web\nNamespace:      shop\nMin available:  2\nSelector:       app=web\nStatus:\n' +
        '    Allowed disruptions:  1\n    Current:              3\n    Desired:              2\n' +
        '    Total:                4\nEvents:                   <none>\n',
    );
  });

  it('say what else they need', () => {
    expect(descriptionOf(resources.namespaces).needs(named('bank', {}))).to.deep.equal({
      quotas: { resource: resources.resourcequotas, namespace: 'bank' },
      ranges: { resource: resources.limitranges, namespace: 'bank' },
    });
    const { bound, lease } = descriptionOf(resources.nodes).needs(named('east-1', {}));
    expect(bound).to.deep.equal({ resource: resources.pods, fieldSelector: 'spec.nodeName=east-1' });
    expect(lease).to.deep.equal({ resource: resources.leases, namespace: 'kube-node-lease', name: 'east-1' });
  });
});
