import { expect } from 'chai';
import type { Manifest } from '../../object';
import { altered, manifestOf, readied } from './manifests.testkit';

type Fields = Readonly<Record<string, unknown>>;

const without = ({ template, jobTemplate, selector, ...spec }: Fields): Fields => spec;

/** What is stored of a manifest, without metadata and pods. */
const stored = (manifest: Manifest): Fields => {
  const { apiVersion, kind, metadata, spec, ...rest } = JSON.parse(
    JSON.stringify(readied(manifest)),
  ) as Fields;
  return spec === undefined ? rest : { spec: without(spec as Fields), ...rest };
};

/** What is sent, and what a Kubernetes 1.36 API server makes of it. */
const FILLED: readonly (readonly [what: string, manifest: Manifest, stored: Fields])[] = [
  [
    'a service',
    manifestOf('Service'),
    {
      spec: {
        type: 'ClusterIP',
        sessionAffinity: 'None',
        internalTrafficPolicy: 'Cluster',
        ports: [
          { name: 'http', protocol: 'TCP', port: 80, targetPort: 8080 },
          { name: 'metrics', protocol: 'TCP', port: 9090, targetPort: 9090 },
        ],
      },
      status: { loadBalancer: {} },
    },
  ],
  [
    'a service without an address of its own',
    altered('Service', { spec: { clusterIP: 'None', ports: undefined } }),
    {
      spec: {
        type: 'ClusterIP',
        clusterIP: 'None',
        clusterIPs: ['None'],
        sessionAffinity: 'None',
        internalTrafficPolicy: 'Cluster',
      },
      status: { loadBalancer: {} },
    },
  ],
  [
    'a service for the outside that remembers clients',
    altered('Service', {
      spec: { type: 'LoadBalancer', sessionAffinity: 'ClientIP', ports: [{ port: 80 }] },
    }),
    {
      spec: {
        type: 'LoadBalancer',
        sessionAffinity: 'ClientIP',
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 10_800 } },
        allocateLoadBalancerNodePorts: true,
        externalTrafficPolicy: 'Cluster',
        internalTrafficPolicy: 'Cluster',
        ports: [{ protocol: 'TCP', port: 80, targetPort: 80 }],
      },
      status: { loadBalancer: {} },
    },
  ],
  [
    'a deployment',
    manifestOf('Deployment'),
    {
      spec: {
        replicas: 3,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
      },
      status: {},
    },
  ],
  [
    'a stateful set',
    manifestOf('StatefulSet'),
    {
      spec: {
        replicas: 1,
        serviceName: 'db',
        podManagementPolicy: 'OrderedReady',
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
        revisionHistoryLimit: 10,
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        volumeClaimTemplates: [
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '10Gi' } },
              volumeMode: 'Filesystem',
            },
            status: { phase: 'Pending' },
          },
        ],
      },
      status: { replicas: 0, availableReplicas: 0 },
    },
  ],
  [
    'a job',
    manifestOf('Job'),
    {
      spec: {
        completions: 1,
        parallelism: 1,
        backoffLimit: 6,
        completionMode: 'NonIndexed',
        suspend: false,
        manualSelector: false,
        podReplacementPolicy: 'TerminatingOrFailed',
      },
      status: {},
    },
  ],
  [
    'a cron job',
    manifestOf('CronJob'),
    {
      spec: {
        schedule: '0 3 * * *',
        concurrencyPolicy: 'Allow',
        suspend: false,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 1,
      },
      status: {},
    },
  ],
  [
    'limits, the highest by default',
    manifestOf('LimitRange'),
    {
      spec: {
        limits: [
          {
            type: 'Container',
            max: { cpu: '2' },
            min: { memory: '16Mi' },
            default: { cpu: '2' },
            defaultRequest: { cpu: '2', memory: '16Mi' },
          },
        ],
      },
    },
  ],
  [
    'limits of whole pods',
    altered('LimitRange', { spec: { limits: [{ type: 'Pod', max: { cpu: '2' } }] } }),
    { spec: { limits: [{ type: 'Pod', max: { cpu: '2' } }] } },
  ],
  [
    'a volume',
    manifestOf('PersistentVolume'),
    {
      spec: {
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '20Gi' },
        hostPath: { path: '/mnt/disk-1', type: '' },
        persistentVolumeReclaimPolicy: 'Retain',
        volumeMode: 'Filesystem',
      },
      status: { phase: 'Pending', lastPhaseTransitionTime: '2026-01-01T00:00:00Z' },
    },
  ],
  [
    'a claim',
    manifestOf('PersistentVolumeClaim'),
    {
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '20Gi' } },
        storageClassName: 'fast',
        volumeMode: 'Filesystem',
      },
      status: { phase: 'Pending' },
    },
  ],
  [
    'an API service that is elsewhere',
    manifestOf('APIService'),
    {
      spec: {
        group: 'metrics.example.com',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        service: { namespace: 'monitoring', name: 'adapter', port: 443 },
      },
      status: {},
    },
  ],
  [
    'an API service that is here',
    altered('APIService', { spec: { service: undefined } }),
    {
      spec: {
        group: 'metrics.example.com',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
      status: {
        conditions: [
          {
            type: 'Available',
            status: 'True',
            lastTransitionTime: '2026-01-01T00:00:00Z',
            reason: 'Local',
            message: 'Local APIServices are always available',
          },
        ],
      },
    },
  ],
  [
    'a slice of endpoints',
    manifestOf('EndpointSlice'),
    {
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.1.2.3'], conditions: { ready: true } }],
      ports: [{ name: '', protocol: 'TCP', port: 8080 }],
    },
  ],
  [
    'a webhook',
    manifestOf('MutatingWebhookConfiguration'),
    {
      webhooks: [
        {
          name: 'sidecars.mesh.example.com',
          clientConfig: { url: 'https://mesh.example.com/inject' },
          sideEffects: 'NoneOnDryRun',
          admissionReviewVersions: ['v1', 'v1beta1'],
          failurePolicy: 'Fail',
          matchPolicy: 'Equivalent',
          namespaceSelector: {},
          objectSelector: {},
          timeoutSeconds: 10,
          reinvocationPolicy: 'Never',
        },
      ],
    },
  ],
  [
    'an autoscaler',
    manifestOf('HorizontalPodAutoscaler'),
    {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        minReplicas: 1,
        maxReplicas: 10,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
          },
        ],
        behavior: {
          scaleUp: {
            stabilizationWindowSeconds: 0,
            selectPolicy: 'Max',
            policies: [
              { type: 'Pods', value: 4, periodSeconds: 15 },
              { type: 'Percent', value: 100, periodSeconds: 15 },
            ],
          },
          scaleDown: {
            stabilizationWindowSeconds: 60,
            selectPolicy: 'Max',
            policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
          },
        },
      },
      status: { desiredReplicas: 0, currentMetrics: null },
    },
  ],
];

describe('what the API server fills in', () => {
  for (const [what, manifest, expected] of FILLED) {
    it(`of ${what}`, () => expect(stored(manifest)).to.deep.equal(expected));
  }
});
