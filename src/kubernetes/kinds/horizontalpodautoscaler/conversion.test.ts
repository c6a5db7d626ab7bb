import { expect } from 'chai';
import fc from 'fast-check';
import type { KubeObject } from '../../object';
import { autoscalerConversion } from './conversion';

const { fromStored, toStored } = autoscalerConversion;
const PREFIX = 'autoscaling.alpha.kubernetes.io';

const cpu = (averageUtilization: number) => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});
const memory = {
  type: 'Resource',
  resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
};
const requests = {
  type: 'Pods',
  pods: {
    metric: { name: 'requests', selector: { matchLabels: { a: 'b' } } },
    target: { type: 'AverageValue', averageValue: '10' },
  },
};
const queue = {
  type: 'External',
  external: { metric: { name: 'queue' }, target: { type: 'Value', value: '5' } },
};
const ingress = {
  type: 'Object',
  object: {
    describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' },
    metric: { name: 'hits' },
    target: { type: 'Value', value: '2k' },
  },
};
const scaler = (spec: object, status: object = {}): KubeObject =>
  ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', uid: 'u', resourceVersion: '1', creationTimestamp: 't' },
    spec: { maxReplicas: 3, ...spec },
    status: { currentReplicas: 0, desiredReplicas: 0, ...status },
  }) as KubeObject;

describe('an autoscaler in its older version', () => {
  it('says the use of processors in a field, and all else in annotations', () => {
    const older = fromStored(
      scaler(
        {
          metrics: [cpu(50), requests],
          behavior: { scaleDown: { selectPolicy: 'Min', policies: [{ type: 'Pods', value: 1 }] } },
        },
        {
          currentMetrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', current: { averageUtilization: 7, averageValue: '7m' } },
            },
          ],
          conditions: [{ type: 'AbleToScale', status: 'True' }],
        },
      ),
    );
    expect(older).to.deep.include({
      apiVersion: 'autoscaling/v1',
      spec: { maxReplicas: 3, targetCPUUtilizationPercentage: 50 },
      status: { currentReplicas: 0, desiredReplicas: 0, currentCPUUtilizationPercentage: 7 },
    });
    expect(older.metadata.annotations).to.deep.equal({
      [`${PREFIX}/metrics`]:
        '[{"type":"Pods","pods":{"metricName":"requests","selector":{"matchLabels":{"a":"b"}},"targetAverageValue":"10"}}]',
      [`${PREFIX}/current-metrics`]:
        '[{"type":"Resource","resource":{"name":"cpu","currentAverageUtilization":7,"currentAverageValue":"7m"}}]',
      [`${PREFIX}/behavior`]: '{"ScaleDown":{"SelectPolicy":"Min","Policies":[{"Type":"Pods","Value":1}]}}',
      [`${PREFIX}/conditions`]: '[{"type":"AbleToScale","status":"True"}]',
    });
  });

  it('means four fifths of the processors where it says nothing', () => {
    const older = { ...scaler({}), apiVersion: 'autoscaling/v1' };
    expect(toStored(older)).to.have.deep.nested.property('spec.metrics', [cpu(80)]);
  });

  it('loses nothing on the way there and back', () => {
    const others = fc.uniqueArray(fc.constantFrom(memory, requests, queue, ingress));
    fc.assert(
      fc.property(others, fc.integer({ min: 1, max: 100 }), (metrics, use) => {
        const stored = scaler({ metrics: [...metrics, cpu(use)] });
        expect(toStored(fromStored(stored))).to.deep.equal(stored);
      }),
    );
  });
});
