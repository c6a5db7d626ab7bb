import { expect } from 'chai';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../kubernetes/kinds/quota/resourceQuota';
import { resources } from '../../kubernetes/kinds/resources';
import { Stage } from '../stage.testkit';
import { ResourceQuotaController } from './resourceQuota';

const { pods, resourcequotas } = resources;

describe('the resource quota controller', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new ResourceQuotaController(stage);
  });

  const settle = () => stage.loop.settle(60_000);
  const limit = (hard: Readonly<Record<string, string>>, name = 'limits') =>
    stage.create({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name }, spec: { hard } });
  const pod = (name: string, requests = { cpu: '500m', memory: '1Gi' }) =>
    stage.pod(name, { containers: [{ name: 'main', image: 'agent:v1', resources: { requests } }] });
  const quota = (name = 'limits') => {
    settle();
    return stage.find<ResourceQuota>(resourcequotas, name);
  };
  const used = (name?: string) => quota(name)?.status.used;

  it('says how much there is and how much of it is used', () => {
    pod('a');
    pod('b');
    limit({ pods: '5', 'requests.cpu': '2', 'requests.memory': '4Gi' });
    expect(quota()?.status).to.deep.equal({
      hard: { pods: '5', 'requests.cpu': '2', 'requests.memory': '4Gi' },
      used: { pods: '2', 'requests.cpu': '1', 'requests.memory': '2Gi' },
    });
  });

  it('counts quotas, too, of which it has heard already', () => {
    limit({ resourcequotas: '5' });
    expect(used()).to.deep.equal({ resourcequotas: '1' });
    limit({ resourcequotas: '5' }, 'more');
    stage.delete(resourcequotas, 'more');
    expect(used()).to.deep.equal({ resourcequotas: '1' });
  });

  it('follows pods that come, end and go', () => {
    limit({ pods: '5' });
    expect(used()).to.deep.equal({ pods: '0' });
    for (const name of ['a', 'b', 'c']) pod(name);
    expect(used()).to.deep.equal({ pods: '3' });
    stage.amendStatus<Pod>(pods, 'a', ({ status }) => ({ ...status, phase: 'Failed' }));
    expect(used()).to.deep.equal({ pods: '2' });
    stage.delete(pods, 'b');
    expect(used()).to.deep.equal({ pods: '1' });
  });

  it('finds a pod that is stuck on its way out when it counts anew, every five minutes', () => {
    limit({ pods: '5' });
    stage.pod('stuck', { node: 'lost' });
    stage.delete(pods, 'stuck', { gracePeriodSeconds: 30 });
    expect(used()).to.deep.equal({ pods: '1' });
    stage.loop.pass(299_999);
    expect(used()).to.deep.equal({ pods: '1' });
    stage.loop.pass(1);
    expect(used()).to.deep.equal({ pods: '0' });
  });

  it('finds it sooner if another pod of the namespace goes', () => {
    limit({ pods: '5' });
    stage.pod('stuck', { node: 'lost' });
    stage.pod('other');
    stage.delete(pods, 'stuck', { gracePeriodSeconds: 30 });
    stage.loop.pass(60_001);
    expect(used()).to.deep.equal({ pods: '2' });
    stage.delete(pods, 'other');
    expect(used()).to.deep.equal({ pods: '0' });
  });

  it('counts for a quota that does not limit pods only when it counts everything', () => {
    limit({ services: '5' });
    pod('a');
    settle();
    const used = { services: '3' };
    stage.amendStatus<ResourceQuota>(resourcequotas, 'limits', ({ status }) => ({ ...status, used }));
    stage.delete(pods, 'a');
    expect(quota()?.status.used).to.deep.equal(used);
    stage.loop.pass(300_000);
    expect(quota()?.status.used).to.deep.equal({ services: '0' });
  });

  it('puts right what somebody has written into the status, when it counts anew', () => {
    limit({ pods: '5' });
    settle();
    stage.amendStatus<ResourceQuota>(resourcequotas, 'limits', ({ status }) => ({
      ...status,
      used: { pods: '3' },
    }));
    expect(used()).to.deep.equal({ pods: '3' });
    stage.loop.pass(300_000);
    expect(used()).to.deep.equal({ pods: '0' });
  });

  it('follows the quota itself', () => {
    limit({ pods: '5' });
    settle();
    const hard = { cpu: '2' };
    stage.amend<ResourceQuota>(resourcequotas, 'limits', (current) => ({ ...current, spec: { hard } }));
    pod('a');
    expect(quota()?.status).to.deep.equal({ hard, used: { cpu: '500m' } });
  });

  it('counts for each quota of a namespace, and only what is there', () => {
    stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
    limit({ pods: '5' });
    limit({ memory: '4Gi' }, 'more-limits');
    const { apiVersion, kind, spec } = pod('a');
    stage.create({ apiVersion, kind, metadata: { name: 'a', namespace: 'bank' }, spec });
    expect(used()).to.deep.equal({ pods: '1' });
    expect(used('more-limits')).to.deep.equal({ memory: '1Gi' });
  });

  it('writes nothing if nothing has changed', () => {
    limit({ pods: '5' });
    pod('a');
    const before = quota();
    stage.amendStatus<Pod>(pods, 'a', ({ status }) => ({ ...status, phase: 'Running' }));
    expect(quota()).to.equal(before);
  });

  it('forgets a quota that is gone', () => {
    limit({ pods: '5' });
    settle();
    stage.delete(resourcequotas, 'limits');
    pod('a');
    expect(settle()).to.deep.equal({ quiet: true, elapsed: 0 });
    expect(stage.names(resourcequotas)).to.deep.equal([]);
  });
});
