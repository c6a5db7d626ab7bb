import { expect } from 'chai';
import type { PodSpec } from '../pod';
import { validatePodResources } from './podResources';

const asking = (requests: object, rest: object = {}) => ({ name: 'a', resources: { requests }, ...rest });
const limited = (limits: object) => ({ name: 'a', resources: { limits } });

const wrong = (spec: object): readonly string[] =>
  validatePodResources(spec as PodSpec, [], 'spec.resources').map(
    ({ field, message }) => `${field}: ${message}`,
  );

describe('validatePodResources', () => {
  it('has nothing against a pod that asks for enough', () => {
    const resources = { requests: { cpu: '2' }, limits: { cpu: '2' } };
    expect(wrong({ resources, containers: [asking({ cpu: '1500m' }), asking({ cpu: '500m' })] })).to.be.empty;
  });

  it('refuses a pod that asks for less than its containers', () => {
    const resources = { requests: { cpu: '1', memory: '1Gi' } };
    expect(wrong({ resources, containers: [asking({ cpu: '1' }), asking({ cpu: '500m' })] })).to.deep.equal([
      'spec.resources.requests[cpu]: Invalid value: "1": must be greater than or equal to aggregate container requests of 1500m',
    ]);
  });

  it('counts sidecars together, and what runs first alone with the sidecars before it', () => {
    const resources = { requests: { memory: '1Gi' } };
    const sidecar = asking({ memory: '1Gi' }, { restartPolicy: 'Always' });
    expect(wrong({ resources, initContainers: [asking({ memory: '1Gi' }), sidecar] })).to.be.empty;
    expect(wrong({ resources, initContainers: [sidecar, asking({ memory: '1Gi' })] })).to.deep.equal([
      'spec.resources.requests[memory]: Invalid value: "1Gi": must be greater than or equal to aggregate container requests of 2Gi',
    ]);
  });

  it('lets no container take more than the pod', () => {
    const resources = { limits: { cpu: '1' } };
    expect(
      wrong({ resources, containers: [limited({ cpu: '1' }), limited({ cpu: '2', memory: '1Gi' })] }),
    ).to.deep.equal([
      'spec.resources.containers[1][cpu].limits: Invalid value: "2": must be less than or equal to pod limits of 1',
    ]);
  });

  it('knows cpu, memory and huge pages only', () => {
    expect(wrong({ resources: { limits: { 'example.test/gpu': '1' } } })).to.deep.equal([
      'spec.resources.limits[example.test/gpu]: Unsupported value: "example.test/gpu": supported values: "cpu", "hugepages-", "memory"',
    ]);
  });

  it('is nothing for Windows', () => {
    expect(wrong({ resources: { limits: { cpu: '1' } }, os: { name: 'windows' } })).to.deep.equal([
      'spec.resources: Forbidden: may not be set for a windows pod',
    ]);
  });
});
