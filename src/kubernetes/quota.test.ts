import { expect } from 'chai';
import type { Pod, ResourceQuota } from './objects';
import { unspecified } from './quota';

const quota = (...resources: string[]): ResourceQuota =>
  ({ spec: { hard: Object.fromEntries(resources.map((each) => [each, '1'])) } }) as unknown as ResourceQuota;

const pod = (containers: readonly object[], initContainers?: readonly object[]): Pod =>
  ({ spec: { containers, ...(initContainers ? { initContainers } : {}) } }) as unknown as Pod;

const silent = { name: 'proxy' };
const outspoken = { name: 'main', resources: { requests: { cpu: '1' }, limits: { cpu: '1' } } };

describe('what a quota counts and a pod does not mention', () => {
  it('is nothing for quotas of mere numbers of pods', () => {
    expect(unspecified(quota('pods', 'count/pods'), pod([silent]))).to.deep.equal([]);
  });

  it('is named with the containers that are silent, init containers included', () => {
    expect(unspecified(quota('requests.cpu'), pod([silent, outspoken], [{ name: 'init' }]))).to.deep.equal([
      'requests.cpu for: init,proxy',
    ]);
  });

  it('lists resources by name', () => {
    expect(unspecified(quota('memory', 'limits.cpu', 'cpu'), pod([silent]))).to.deep.equal([
      'cpu for: proxy',
      'limits.cpu for: proxy',
      'memory for: proxy',
    ]);
  });

  it('is nothing where every container speaks', () => {
    expect(unspecified(quota('cpu', 'limits.cpu'), pod([outspoken]))).to.deep.equal([]);
  });
});
