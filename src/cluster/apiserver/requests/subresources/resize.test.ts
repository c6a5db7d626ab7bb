import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import { refusalOf } from '../../../stage.testkit';
import { PartStage } from './parts.testkit';

describe('the resizing of a pod', () => {
  let stage = new PartStage();
  const resources = (cpu: string, more: Part = {}): Part => ({
    requests: { cpu, memory: '64Mi' },
    limits: { cpu: '1', memory: '64Mi' },
    ...more,
  });
  const sized = (given: Part, image = 'agent:v1'): Part => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: { containers: [{ name: 'main', image, resources: given }] },
  });
  beforeEach(() => {
    stage = new PartStage();
    stage.send(sized(resources('100m')));
  });

  it('changes what containers ask for, and not what they are', () => {
    stage.put('pods', 'a', 'resize', sized(resources('200m'), 'agent:v2'));
    const { spec, metadata } = stage.stored('pods', 'a');
    const [container] = spec.containers as readonly Part[];
    expect(container).to.deep.include({ image: 'agent:v1', resources: resources('200m') });
    expect(metadata.generation).to.equal(2);
  });

  it('keeps the quality of service, and takes away no limit', () => {
    const refusal = (given: Part): string =>
      refusalOf(() => stage.put('pods', 'a', 'resize', sized(given))).message;
    expect(refusal(resources('1'))).to.match(/Pod QOS Class may not change as a result of resizing$/);
    expect(refusal({ requests: { cpu: '100m' }, limits: { memory: '64Mi' } })).to.match(
      /resource limits cannot be removed/,
    );
    expect(
      refusal(resources('200m', { requests: { cpu: '200m', memory: '64Mi', 'ephemeral-storage': '1Gi' } })),
    ).to.match(/only cpu and memory resources are mutable$/);
  });
});
