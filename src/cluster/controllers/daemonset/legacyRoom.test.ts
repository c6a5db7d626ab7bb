import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet } from '../../../kubernetes/kinds/samples.testkit';
import { ControllerStage } from './controller.testkit';

const { events, pods } = resources;

/** A cluster of the legacy model with a small node, and a set whose pod asks for so much cpu. */
const legacyStage = (cpu: string): ControllerStage => {
  const stage = new ControllerStage();
  stage.settings.legacyScheduling = true;
  stage.node('small', { status: { allocatable: { cpu: '2', pods: '10' } } });
  const containers = [{ name: 'main', image: 'agent:v1', resources: { requests: { cpu } } }];
  stage.create(aDaemonSet({ template: { containers } }));
  return stage;
};

describe('the legacy controller looks for room itself', () => {
  it('creates no pod where it does not fit, and says so', () => {
    const stage = legacyStage('4');
    stage.settle();
    expect(stage.made).to.deep.equal(['east-1']);
    expect(
      [...stage.registry.store.all(events)].map((event) => (event as { message?: string }).message),
    ).to.include(
      'failed to place pod on "small": Node didn\'t have enough resource: cpu, requested: 4000, used: 0, capacity: 2000',
    );
  });

  it('also for devices: of what a node does not list it has none', () => {
    const stage = new ControllerStage();
    stage.settings.legacyScheduling = true;
    stage.node('gpu-1', { status: { allocatable: { cpu: '2', pods: '10', 'nvidia.com/gpu': '1' } } });
    const resources = { requests: { 'nvidia.com/gpu': '1' } };
    stage.create(aDaemonSet({ template: { containers: [{ name: 'main', image: 'agent:v1', resources }] } }));
    stage.settle();
    expect(stage.made).to.deep.equal(['gpu-1']);
  });

  it('and creates it when room is made', () => {
    const stage = legacyStage('2');
    stage.pod('in-the-way', {
      node: 'small',
      containers: [{ name: 'main', image: 'job:v1', resources: { requests: { cpu: '1' } } }],
    });
    stage.settle();
    // The first is the pod in the way.
    expect(stage.made).to.deep.equal(['small', 'east-1']);
    stage.delete(pods, 'in-the-way', { gracePeriodSeconds: 0 });
    stage.settle();
    expect(stage.made).to.deep.equal(['small', 'east-1', 'small']);
  });

  it('for every set that waits for it', () => {
    const stage = legacyStage('1500m');
    const containers = [{ name: 'main', image: 'other:v1', resources: { requests: { cpu: '500m' } } }];
    stage.create(aDaemonSet({ name: 'other', template: { containers, nodeName: 'small' } }));
    stage.pod('in-the-way', {
      node: 'small',
      containers: [{ name: 'main', image: 'job:v1', resources: { requests: { cpu: '2' } } }],
    });
    stage.settle();
    stage.delete(pods, 'in-the-way', { gracePeriodSeconds: 0 });
    stage.settle();
    expect(stage.made.filter((node) => node === 'small')).to.have.length(3);
  });
});
