import { expect } from 'chai';
import { printed } from './printed.testkit';

const V2 = 'autoscaling/v2/horizontalpodautoscalers';

/** The cell TARGETS. */
const targets = (metrics: readonly string[], statuses: readonly string[] = [], kind = V2): string => {
  const yaml = `
metadata: { name: web }
spec: { metrics: [${metrics.join(', ')}] }
status: { currentMetrics: [${statuses.join(', ')}] }
`;
  return printed(kind, yaml).split('\n')[1]?.split(/ {3,}/)[2] ?? '';
};

const AVERAGE = '{ type: External, external: { target: { averageValue: "0.5" } } }';

describe('The columns of autoscalers', () => {
  it('of one that nobody acts on', () => {
    const yaml = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }
`;
    expect(printed(V2, yaml)).to.equal(
      'NAME   REFERENCE        TARGETS              MINPODS   MAXPODS   REPLICAS   AGE\n' +
        'web    Deployment/web   cpu: <unknown>/60%   2         10        0          90s\n',
    );
  });

  it('of the first version, which knows the cpu only', () => {
    const yaml = `
metadata: { name: web }
spec: { scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 10, targetCPUUtilizationPercentage: 60 }
status: { currentReplicas: 3, currentCPUUtilizationPercentage: 20 }
`;
    expect(printed('autoscaling/v1/horizontalpodautoscalers', yaml)).to.equal(
      'NAME   REFERENCE        TARGETS        MINPODS   MAXPODS   REPLICAS   AGE\n' +
        'web    Deployment/web   cpu: 20%/60%   1         10        3          90s\n',
    );
    expect(targets([])).to.equal('cpu: <unknown>/80%');
  });

  it('show shares and amounts of resources', () => {
    const cpu = '{ type: Resource, resource: { name: cpu, target: { averageUtilization: 60 } } }';
    expect(targets([cpu], ['{ resource: { current: { averageUtilization: 20 } } }'])).to.equal(
      'cpu: 20%/60%',
    );
    const memory =
      '{ type: ContainerResource, containerResource: { name: memory, target: { averageValue: 1024Mi } } }';
    const current = '{ containerResource: { current: { averageValue: 512Mi } } }';
    expect(targets([memory], [current])).to.equal('memory: 512Mi/1Gi');
    expect(targets(['{ type: Resource, resource: { name: cpu, target: {} } }'])).to.equal(
      'cpu: <unknown>/<auto>',
    );
  });

  it('show values and averages of other metrics', () => {
    expect(targets([AVERAGE])).to.equal('<unknown>/500m (avg)');
    expect(targets([AVERAGE], ['{ external: { current: { averageValue: 1500m } } }'])).to.equal(
      '1500m/500m (avg)',
    );
    const object = '{ type: Object, object: { target: { value: 2k } } }';
    expect(targets([object], ['{ object: { current: { value: 1000 } } }'])).to.equal('1k/2k');
    const pods = '{ type: Pods, pods: { target: { averageValue: 10 } } }';
    expect(targets([pods], ['{ pods: { current: { averageValue: 3 } } }'])).to.equal('3/10');
    expect(targets(['{ type: Other }'])).to.equal('<unknown type>');
  });

  it('show the first two', () => {
    expect(targets([AVERAGE, AVERAGE])).to.equal('<unknown>/500m (avg), <unknown>/500m (avg)');
    expect(targets([AVERAGE, AVERAGE, AVERAGE])).to.equal(
      '<unknown>/500m (avg), <unknown>/500m (avg) + 1 more...',
    );
  });
});
