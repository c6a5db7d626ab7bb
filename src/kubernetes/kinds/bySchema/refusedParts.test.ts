import { expect } from 'chai';
import type { Manifest } from '../../object';
import { altered, manifestOf, wrongWith } from './manifests.testkit';

type Fields = Readonly<Record<string, unknown>>;

const hook = (fields: Fields): Manifest => {
  const { webhooks } = manifestOf('MutatingWebhookConfiguration') as unknown as { webhooks: Fields[] };
  return altered('MutatingWebhookConfiguration', { webhooks: [{ ...webhooks[0], ...fields }] });
};

const csi = (fields: Fields, more: Fields = {}): Manifest =>
  altered('PersistentVolume', {
    spec: { hostPath: undefined, csi: { driver: 'csi.example.com', volumeHandle: 'h', ...fields }, ...more },
  });

const autoscaler = (spec: Fields): Manifest => altered('HorizontalPodAutoscaler', { spec });

const cpu = (target: Fields) => ({ metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] });

const node = (...drivers: Fields[]): Manifest =>
  ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSINode',
    metadata: { name: 'gpu-node-1' },
    spec: { drivers },
  }) as Manifest;

const ENI = { name: 'csi.example.com', nodeID: 'i-1', topologyKeys: null };
const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

const REFUSED: readonly (readonly [what: string, manifest: Manifest, ...causes: string[]])[] = [
  [
    'a volume with a secret of no namespace',
    csi({ nodeExpandSecretRef: { name: 'key' } }),
    'spec.csi.nodeExpandSecretRef.namespace: Required value',
  ],
  [
    'a volume that is two things, in the order in which it is looked at',
    csi({}, { nfs: { server: 'n', path: '/x' } }),
    'spec.csi: Forbidden: may not specify more than 1 volume type',
  ],
  [
    'a volume that is on no node',
    csi({}, { nodeAffinity: {} }),
    'spec.nodeAffinity.required: Required value: must specify required node constraints',
  ],
  [
    'a volume on nodes that nobody can select',
    csi(
      {},
      {
        nodeAffinity: {
          required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In' }] }] },
        },
      },
    ),
    "spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
  ],
  [
    'a volume with attributes that its source does not know',
    altered('PersistentVolume', { spec: { volumeAttributesClassName: 'gold' } }),
    'spec.csi: Required value: has to be specified when using volumeAttributesClassName',
  ],
  [
    'a claim that is filled from something without a name',
    altered('PersistentVolumeClaim', { spec: { dataSourceRef: { apiGroup: 'x.io', kind: 'Backup' } } }),
    'spec.dataSource.name: Required value',
    'spec.dataSourceRef.name: Required value',
  ],
  [
    'a claim that is filled from two things',
    altered('PersistentVolumeClaim', {
      spec: {
        dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
        dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' },
      },
    }),
    'spec: Invalid value: {}: must match dataSourceRef',
  ],
  [
    'a claim that is filled from something of the core group',
    altered('PersistentVolumeClaim', { spec: { dataSourceRef: { kind: 'Pod', name: 'a' } } }),
    `spec.dataSource: Invalid value: "Pod": must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
    `spec.dataSourceRef: Invalid value: "Pod": must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
  ],
  [
    'a storage class with a topology that is there twice',
    altered('StorageClass', {
      allowedTopologies: ['a', 'b', 'a'].map((zone) => ({
        matchLabelExpressions: [{ key: 'zone', values: [zone] }],
      })),
    }),
    'allowedTopologies[2].matchLabelExpressions: Duplicate value: ""',
  ],
  ['a node with a driver twice', node(ENI, ENI), 'spec.drivers[1].name: Duplicate value: "csi.example.com"'],
  [
    'a node with a driver that is no name',
    node({ ...ENI, name: 'csi/x' }),
    `spec.drivers[0].name: Invalid value: "csi/x": ${SUBDOMAIN}`,
  ],
  [
    'a node with a topology key twice',
    node({ ...ENI, topologyKeys: ['zone', 'zone'] }),
    'spec.drivers[0]: Duplicate value: "zone"',
  ],
  [
    'an autoscaler of something of the core group',
    autoscaler({ scaleTargetRef: { apiVersion: 'v1', kind: 'ReplicationController', name: 'web' } }),
    'spec.scaleTargetRef.apiVersion: Invalid value: "v1": apiVersion must specify API group',
  ],
  [
    'an autoscaler that aims at something unknown',
    autoscaler(cpu({ type: 'Percent', averageUtilization: 0 })),
    'spec.metrics[0].resource.target.type: Invalid value: "Percent": must be either Utilization, Value, or AverageValue',
    'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
  ],
  [
    'an autoscaler that scales by nothing, all the time',
    autoscaler({ behavior: { scaleUp: { policies: [{ type: 'Nodes', value: 0, periodSeconds: 3600 }] } } }),
    'spec.behavior.scaleUp.policies[0].type: Unsupported value: "Nodes": supported values: "Percent", "Pods"',
    'spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero',
    'spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 3600: must be less than or equal to 1800',
  ],
  [
    'a webhook on a path that is none',
    hook({ clientConfig: { service: { namespace: 'policy', name: 'images', path: 'Validate' } } }),
    `webhooks[0].clientConfig.service.path: Invalid value: "Validate": must start with a '/'`,
  ],
  [
    'a webhook with a condition that is there twice',
    hook({
      matchConditions: [
        { name: 'a', expression: 'true' },
        { name: 'a', expression: ' ' },
      ],
    }),
    'webhooks[0].matchConditions[1].expression: Required value',
    'webhooks[0].matchConditions[1].name: Duplicate value: "a"',
  ],
  [
    'a webhook first for what it is asked about',
    hook({ rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }], timeoutSeconds: 31 }),
    'webhooks[0].rules[0].operations: Required value',
    'webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds',
  ],
  [
    'an ingress for hosts and with a secret that are no names',
    altered('Ingress', { spec: { tls: [{ hosts: ['*.example.com', 'Shop'], secretName: 'A' }] } }),
    `spec.tls[0].hosts[1]: Invalid value: "Shop": ${SUBDOMAIN}`,
    `spec.tls[0].secretName: Invalid value: "A": ${SUBDOMAIN}`,
  ],
  [
    'a job whose failures are told by nothing, or by what cannot be',
    altered('Job', {
      spec: {
        podFailurePolicy: {
          rules: [
            { action: 'Ignore' },
            { action: 'Stop', onExitCodes: { containerName: 'other', values: [2, 1, 1] } },
            {
              action: 'FailIndex',
              onExitCodes: { operator: 'In', values: [0] },
              onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }],
            },
          ],
        },
      },
    }),
    'spec.podFailurePolicy.rules[0]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required',
    'spec.podFailurePolicy.rules[1].action: Unsupported value: "Stop": supported values: "Count", "FailIndex", "FailJob", "Ignore"',
    'spec.podFailurePolicy.rules[1].onExitCodes.operator: Required value: valid values: ["In" "NotIn"]',
    'spec.podFailurePolicy.rules[1].onExitCodes.containerName: Invalid value: "other": must be one of the container or initContainer names in the pod template',
    'spec.podFailurePolicy.rules[1].onExitCodes.values[2]: Duplicate value: 1',
    'spec.podFailurePolicy.rules[1].onExitCodes.values: Invalid value: [2,1,1]: must be ordered',
    'spec.podFailurePolicy.rules[2].action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set',
    'spec.podFailurePolicy.rules[2].onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator',
    'spec.podFailurePolicy.rules[2]: Invalid value: specifying both OnExitCodes and OnPodConditions is not supported',
  ],
  [
    'a service at what is no address, before anything else',
    altered('Service', { spec: { clusterIP: 'web', clusterIPs: ['web'], ipFamilies: ['IPv5'], ports: [] } }),
    'spec.ipFamilies[0]: Unsupported value: "IPv5": supported values: "IPv4", "IPv6"',
    'spec.clusterIPs[0]: Invalid value: "web": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ],
  [
    'a service at an address of another family, and at two of one',
    altered('Service', {
      spec: { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', '10.0.0.2'], ipFamilies: ['IPv6', 'IPv4'] },
    }),
    'spec.clusterIPs: Invalid value: ["10.0.0.1","10.0.0.2"]: may specify no more than one IP for each IP family',
    'spec.clusterIPs[0]: Invalid value: "10.0.0.1": expected an IPv6 value as indicated by `ipFamilies[0]`',
  ],
  [
    'a service that says two first addresses',
    altered('Service', { spec: { clusterIP: 'None', clusterIPs: ['10.0.0.1'] } }),
    'spec.clusterIPs: Invalid value: ["10.0.0.1"]: first value must match `clusterIP`',
  ],
  [
    'a service that keeps clients for days',
    altered('Service', {
      spec: { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 90_000 } } },
    }),
    'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 90000: must be greater than 0 and less than 86400',
  ],
];

describe('the parts of what stands beside daemon sets', () => {
  for (const [what, manifest, ...causes] of REFUSED)
    it(`refuse ${what}`, () => expect(wrongWith(manifest)).to.deep.equal(causes));
});
