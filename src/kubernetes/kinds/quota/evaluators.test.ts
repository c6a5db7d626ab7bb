import { expect } from 'chai';
import { toQuantities } from '../../fields/amounts';
import { toTimestamp } from '../../fields/time';
import type { KubeObject } from '../../object';
import { stored } from '../objects.testkit';
import type { Container, Pod, PodSpec } from '../pod/pod';
import { aPod } from '../samples.testkit';
import { type Evaluator, isInScope } from './evaluator';
import { evaluatorOf, limitedBy, usedBy } from './evaluators';
import { resourcequotas } from './kind';
import type { ResourceQuota } from './resourceQuota';

const ofCore = (plural: string): Evaluator => evaluatorOf({ group: '', plural });
const pods = ofCore('pods');

const quota = (hard: readonly string[], spec: Partial<ResourceQuota['spec']> = {}): ResourceQuota =>
  stored(resourcequotas, { spec: { hard: Object.fromEntries(hard.map((each) => [each, '1'])), ...spec } });

const pod = (containers: readonly Container[], spec: Partial<PodSpec> = {}): Pod =>
  aPod({ containers, spec });

const taken = (evaluator: Evaluator, object: unknown, now = 0): Readonly<Record<string, string>> =>
  toQuantities(evaluator.usage(object as KubeObject, now));

const silent = { name: 'proxy' };
const outspoken = { name: 'main', resources: { requests: { cpu: '1' }, limits: { cpu: '1' } } };

describe('what a quota counts and a pod does not mention', () => {
  it('is nothing for quotas of mere numbers of pods', () => {
    expect(pods.silence(['pods', 'count/pods', 'requests.nvidia.com/gpu'], pod([silent]))).to.equal(
      undefined,
    );
  });

  it('is named with the containers that are silent, init containers included', () => {
    const initContainers = [{ name: 'init' }];
    expect(pods.silence(['requests.cpu'], pod([silent, outspoken], { initContainers }))).to.equal(
      'must specify requests.cpu for: init,proxy',
    );
  });

  it('lists resources in their order', () => {
    expect(pods.silence(['cpu', 'limits.cpu', 'memory'], pod([silent]))).to.equal(
      'must specify cpu for: proxy; limits.cpu for: proxy; memory for: proxy',
    );
  });

  it('is nothing where every container speaks, or the pod as a whole', () => {
    expect(pods.silence(['cpu', 'limits.cpu'], pod([outspoken]))).to.equal(undefined);
    const resources = { requests: { memory: '1Gi' } };
    expect(pods.silence(['cpu'], pod([silent], { resources }))).to.equal(undefined);
  });
});

describe('what of a quota limits a kind', () => {
  const hard = {
    services: '1',
    pods: '1',
    'limits.cpu': '1',
    'count/pods': '1',
    'count/daemonsets.apps': '1',
  };
  const noted = { ...quota(['memory']), status: { hard } };

  it('is what the quota controller has noted and objects of the kind take, by name', () => {
    expect(limitedBy(noted, pods)).to.deep.equal(['count/pods', 'limits.cpu', 'pods']);
    expect(limitedBy(quota(['pods']), pods)).to.deep.equal([]);
    expect(limitedBy(noted, evaluatorOf({ group: 'apps', plural: 'daemonsets' }))).to.deep.equal([
      'count/daemonsets.apps',
    ]);
  });

  it('are for pods all sorts of resources, and for others few', () => {
    const counted = ['requests.nvidia.com/gpu', 'hugepages-2Mi', 'requests.ephemeral-storage'];
    expect(counted.filter((name) => pods.counts(name))).to.deep.equal(counted);
    expect(
      ['nvidia.com/gpu', 'secrets', 'requests.storage'].filter((name) => pods.counts(name)),
    ).to.deep.equal([]);
    const ofClass = 'fast.storageclass.storage.k8s.io/requests.storage';
    expect(ofCore('persistentvolumeclaims').counts(ofClass)).to.equal(true);
    expect(ofCore('secrets').counts('secrets')).to.equal(true);
    expect(ofCore('serviceaccounts').counts('serviceaccounts')).to.equal(false);
  });
});

describe('what a pod takes of a quota', () => {
  const resources = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } };
  const busy = pod([
    { name: 'a', resources },
    { name: 'b', resources },
  ]);

  it('is itself, and the sum over its containers', () => {
    expect(taken(pods, busy)).to.deep.equal({
      'count/pods': '1',
      pods: '1',
      cpu: '1',
      'requests.cpu': '1',
      memory: '2Gi',
      'requests.memory': '2Gi',
      'limits.cpu': '2',
      'limits.memory': '4Gi',
    });
  });

  it('is what starting it takes, where that is more, and what it costs beside', () => {
    const initContainers = [
      { name: 'mesh', restartPolicy: 'Always', resources: { requests: { cpu: '1' }, limits: { cpu: '1' } } },
      { name: 'init', resources: { requests: { cpu: '2' }, limits: { cpu: '3' } } },
    ];
    const overhead = { cpu: '250m', memory: '1Gi' };
    const {
      'requests.cpu': cpu,
      'limits.cpu': most,
      'limits.memory': memory,
    } = taken(pods, pod([outspoken], { initContainers, overhead }));
    expect([cpu, most, memory]).to.deep.equal(['3250m', '4250m', undefined]);
  });

  it('is what it says as a whole, where it does', () => {
    const whole = { requests: { cpu: '2' }, limits: { cpu: '3', memory: '1Ki' } };
    expect(taken(pods, pod([outspoken], { resources: whole }))).to.include({
      'requests.cpu': '2',
      'limits.cpu': '3',
      'limits.memory': '1Ki',
    });
  });

  it('is what some make of a device, or a huge page, is', () => {
    const requests = { 'nvidia.com/gpu': '2', 'hugepages-2Mi': '4Mi', 'ephemeral-storage': '1Gi' };
    expect(taken(pods, pod([{ name: 'a', resources: { requests } }]))).to.deep.include({
      'requests.nvidia.com/gpu': '2',
      'hugepages-2Mi': '4Mi',
      'requests.hugepages-2Mi': '4Mi',
      'requests.ephemeral-storage': '1Gi',
    });
  });

  it('is no more than an object, once it has ended', () => {
    expect(taken(pods, { ...busy, status: { phase: 'Failed' } })).to.deep.equal({ 'count/pods': '1' });
  });

  it('is no more than an object, once it should have gone twice over', () => {
    const deletionTimestamp = toTimestamp(30_000);
    const metadata = { ...busy.metadata, deletionTimestamp, deletionGracePeriodSeconds: 30 };
    expect(taken(pods, { ...busy, metadata }, 60_000).pods).to.equal('1');
    expect(taken(pods, { ...busy, metadata }, 60_001).pods).to.equal(undefined);
  });

  it('is added up for what the quota counts of pods only', () => {
    const used = usedBy(quota(['pods', 'limits.cpu', 'secrets', 'memory']), pods, [busy, busy], 0);
    expect(toQuantities(used)).to.deep.equal({ pods: '2', 'limits.cpu': '4', memory: '4Gi' });
    expect(toQuantities(usedBy(quota(['pods']), pods, [], 0))).to.deep.equal({ pods: '0' });
  });
});

describe('what services and claims take of a quota', () => {
  const services = ofCore('services');
  const ports = [{ nodePort: 30000 }, {}];

  it('is a port of the nodes for each port that is reached there', () => {
    const service = (spec: object) => taken(services, { spec: { ports, ...spec } });
    expect(service({ type: 'ClusterIP' })['services.nodeports']).to.equal('0');
    expect(service({ type: 'NodePort' })['services.nodeports']).to.equal('2');
    const balanced = service({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false });
    expect(balanced).to.deep.equal({
      'count/services': '1',
      services: '1',
      'services.nodeports': '1',
      'services.loadbalancers': '1',
    });
  });

  it('is storage, of all classes and of its own', () => {
    const resources = { requests: { storage: '1Gi' } };
    const claim = { metadata: {}, spec: { storageClassName: 'fast', resources } };
    expect(taken(ofCore('persistentvolumeclaims'), claim)).to.deep.equal({
      'count/persistentvolumeclaims': '1',
      persistentvolumeclaims: '1',
      'requests.storage': '1Gi',
      'fast.storageclass.storage.k8s.io/persistentvolumeclaims': '1',
      'fast.storageclass.storage.k8s.io/requests.storage': '1Gi',
    });
  });
});

describe('what a quota is about', () => {
  const isAbout = (spec: Partial<ResourceQuota['spec']>, object: Pod, evaluator = pods) =>
    isInScope(quota(['pods'], spec), evaluator, object);
  const scopes = (...list: string[]) => ({ scopes: list });
  const [idle, busy] = [pod([silent]), pod([outspoken])];

  it('is everything without scopes, and with a scope only pods', () => {
    expect(isAbout({}, idle)).to.equal(true);
    expect(isAbout(scopes('NotTerminating'), idle)).to.equal(true);
    expect(isAbout(scopes('NotTerminating'), idle, ofCore('secrets'))).to.equal(false);
  });

  it('is pods that ask for nothing, or something', () => {
    expect([isAbout(scopes('BestEffort'), idle), isAbout(scopes('BestEffort'), busy)]).to.deep.equal([
      true,
      false,
    ]);
    expect(isAbout(scopes('NotBestEffort'), busy)).to.equal(true);
  });

  it('is pods that have but so long to live', () => {
    const brief = pod([silent], { activeDeadlineSeconds: 60 });
    expect([isAbout(scopes('Terminating'), brief), isAbout(scopes('Terminating'), idle)]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('is pods of some priority classes', () => {
    const urgent = pod([silent], { priorityClassName: 'urgent' });
    const among = (operator: string, ...values: string[]) => ({
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator, values }] },
    });
    expect(isAbout(among('In', 'urgent'), urgent)).to.equal(true);
    expect(isAbout(among('In', 'urgent'), idle)).to.equal(false);
    expect(isAbout(among('NotIn', 'urgent'), urgent)).to.equal(false);
    expect(isAbout(among('NotIn', 'urgent'), idle)).to.equal(true);
    expect(isAbout(among('Exists'), idle)).to.equal(false);
    expect(isAbout(among('DoesNotExist'), idle)).to.equal(true);
  });
});
