import { expect } from 'chai';
import { aPod } from '../../samples.testkit';
import type { Container, ResourceRequirements } from '../pod';
import { defaultPodLevel } from './podLevel';

const container = (resources: ResourceRequirements): Container => ({ name: 'c', resources });
const filled = (resources: ResourceRequirements, ...containers: ResourceRequirements[]) =>
  defaultPodLevel(aPod({ containers: containers.map(container), spec: { resources } }).spec);

describe('what a pod says for itself of what it asks for', () => {
  it('is left alone where it says no limit', () => {
    const requests = { cpu: '1' };
    expect(filled({ requests }, { requests: { memory: '1Gi' } })).to.deep.equal({ requests });
    expect(filled({}, { requests })).to.deep.equal({});
  });

  it('is what its containers ask for together, where it says only how much it may use', () => {
    const limits = { cpu: '2', memory: '1Gi' };
    expect(
      filled({ limits }, { requests: { cpu: '250m', memory: '64Mi' } }, { requests: { cpu: '1' } }),
    ).to.deep.equal({ limits, requests: { cpu: '1250m', memory: '64Mi' } });
  });

  it('is the limit, where no container says anything', () => {
    expect(filled({ limits: { cpu: '2' } }, {})).to.deep.equal({
      limits: { cpu: '2' },
      requests: { cpu: '2' },
    });
  });

  it('takes the huge pages of its containers for a limit', () => {
    const pages = { 'hugepages-2Mi': '4Mi' };
    expect(filled({ requests: { cpu: '1' } }, { limits: pages }, { limits: pages })).to.deep.equal({
      limits: { 'hugepages-2Mi': '8Mi' },
      requests: { cpu: '1', 'hugepages-2Mi': '8Mi' },
    });
  });
});
