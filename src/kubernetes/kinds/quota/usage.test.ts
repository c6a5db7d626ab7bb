import { expect } from 'chai';
import { toTimestamp } from '../../fields/time';
import { stored } from '../objects.testkit';
import type { Container, Pod } from '../pod/pod';
import { aPod } from '../samples.testkit';
import { resourcequotas } from './kind';
import type { ResourceQuota } from './resourceQuota';
import { formatQuantity, limitedOfPods, quotaUsageOf, quotaUsed, unspecified } from './usage';

const quota = (...resources: string[]): ResourceQuota =>
  stored(resourcequotas, { spec: { hard: Object.fromEntries(resources.map((each) => [each, '1'])) } });

const pod = (containers: readonly Container[], initContainers?: readonly Container[]): Pod =>
  aPod({ containers, spec: { initContainers } });

const silent = { name: 'proxy' };
const outspoken = { name: 'main', resources: { requests: { cpu: '1' }, limits: { cpu: '1' } } };

describe('what a quota counts and a pod does not mention', () => {
  it('is nothing for quotas of mere numbers of pods', () => {
    expect(unspecified(['pods', 'count/pods'], pod([silent]))).to.deep.equal([]);
  });

  it('is named with the containers that are silent, init containers included', () => {
    expect(unspecified(['requests.cpu'], pod([silent, outspoken], [{ name: 'init' }]))).to.deep.equal([
      'requests.cpu for: init,proxy',
    ]);
  });

  it('lists resources in their order', () => {
    expect(unspecified(['cpu', 'limits.cpu', 'memory'], pod([silent]))).to.deep.equal([
      'cpu for: proxy',
      'limits.cpu for: proxy',
      'memory for: proxy',
    ]);
  });

  it('is nothing where the pod speaks as a whole of cpu or memory', () => {
    const whole = (resources: Pod['spec']['resources']) =>
      unspecified(['cpu', 'memory'], aPod({ containers: [silent], spec: { resources } }));
    expect(whole({ requests: { cpu: '1' } })).to.deep.equal([]);
    expect(whole({ limits: { memory: '1Gi' } })).to.deep.equal([]);
    expect(whole({ requests: {} })).to.have.length(2);
  });

  it('is nothing where every container speaks', () => {
    expect(unspecified(['cpu', 'limits.cpu'], pod([outspoken]))).to.deep.equal([]);
  });
});

describe('what of a quota limits pods', () => {
  it('is what the quota controller has noted and pods take, by name', () => {
    const hard = { services: '1', pods: '1', 'limits.cpu': '1', 'count/pods': '1' };
    const noted = { ...quota('memory'), status: { hard } };
    expect(limitedOfPods(noted)).to.deep.equal(['count/pods', 'limits.cpu', 'pods']);
    expect(limitedOfPods(quota('pods'))).to.deep.equal([]);
  });
});

describe('what a pod takes of a quota', () => {
  const resources = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } };
  const busy = aPod({
    containers: [
      { name: 'a', resources },
      { name: 'b', resources },
    ],
  });

  it('is what it says as a whole, where it does', () => {
    const resources = { requests: { cpu: '2' }, limits: { cpu: '3', memory: '1Ki' } };
    const taken = quotaUsageOf(aPod({ containers: [outspoken], spec: { resources } }), 0);
    expect(taken).to.include({ 'requests.cpu': 2, 'limits.cpu': 3, 'limits.memory': 1024 });
  });

  it('is itself, and the sum over its containers', () => {
    expect(quotaUsageOf(busy, 0)).to.deep.equal({
      'count/pods': 1,
      pods: 1,
      cpu: 1,
      'requests.cpu': 1,
      memory: 2 * 2 ** 30,
      'requests.memory': 2 * 2 ** 30,
      'limits.cpu': 2,
      'limits.memory': 4 * 2 ** 30,
    });
  });

  it('is no more than an object, once it has ended', () => {
    const left = quotaUsageOf({ ...busy, status: { phase: 'Failed' } }, 0);
    expect(Object.entries(left).filter(([, amount]) => amount > 0)).to.deep.equal([['count/pods', 1]]);
  });

  it('is no more than an object, once it should have gone twice over', () => {
    const deletionTimestamp = toTimestamp(30_000);
    const metadata = { ...busy.metadata, deletionTimestamp, deletionGracePeriodSeconds: 30 };
    expect(quotaUsageOf({ ...busy, metadata }, 60_000).pods).to.equal(1);
    expect(quotaUsageOf({ ...busy, metadata }, 60_001).pods).to.equal(0);
  });

  it('is added up for what the quota counts only', () => {
    expect(quotaUsed(quota('pods', 'limits.cpu', 'secrets'), [busy, busy], 0)).to.deep.equal({
      pods: 2,
      'limits.cpu': 4,
      secrets: 0,
    });
  });
});

describe('an amount of a quota resource in words', () => {
  it('is in thousandths for cpu that is not whole', () => {
    expect(formatQuantity('requests.cpu', 1.5)).to.equal('1500m');
    expect(formatQuantity('cpu', 2)).to.equal('2');
    expect(formatQuantity('pods', 3)).to.equal('3');
  });

  it('is in the largest binary unit that divides it for memory', () => {
    expect(formatQuantity('memory', 3 * 2 ** 30)).to.equal('3Gi');
    expect(formatQuantity('limits.memory', 1536)).to.equal('1536');
    expect(formatQuantity('memory', 1536 * 1024)).to.equal('1536Ki');
    expect(formatQuantity('memory', 0)).to.equal('0');
  });
});
