import { expect } from 'chai';
import type { Manifest } from '../../object';
import { altered, manifestOf, wrongWith } from './manifests.testkit';

type Fields = Readonly<Record<string, unknown>>;

const named = (kind: string, name: string): Manifest => ({ ...manifestOf(kind), metadata: { name } });

const hook = (fields: Fields): Manifest => {
  const { webhooks } = manifestOf('ValidatingWebhookConfiguration') as unknown as { webhooks: Fields[] };
  return altered('ValidatingWebhookConfiguration', { webhooks: [{ ...webhooks[0], ...fields }] });
};

const NOT_A_LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const NOT_A_KEY =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const NOT_A_VALUE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const ingress = (path: Fields): Manifest =>
  altered('Ingress', { spec: { tls: undefined, rules: [{ http: { paths: [path] } }] } });
const backend = { service: { name: 'web', port: { number: 80 } } };

/** What is sent, and what a Kubernetes 1.36 API server says to it. */
const REFUSED: readonly (readonly [what: string, manifest: Manifest, ...causes: string[]])[] = [
  [
    'a deployment without a selector',
    altered('Deployment', { spec: { selector: undefined } }),
    'spec.selector: Required value',
    'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
  ],
  [
    'a deployment that does not select its pods',
    altered('Deployment', { spec: { selector: { matchLabels: { app: 'api' } } } }),
    'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
  ],
  [
    'a deployment that selects by what is no label, and whose pods nobody looks at then',
    altered('Deployment', {
      spec: { selector: { matchLabels: { app: 'a b' } }, template: { metadata: {}, spec: {} } },
    }),
    `spec.selector.matchLabels: Invalid value: "a b": ${NOT_A_VALUE}`,
    'spec.selector: Invalid value: {"matchLabels":{"app":"a b"}}: invalid label selector',
  ],
  [
    'a stateful set that selects by what is no label',
    altered('StatefulSet', { spec: { selector: { matchLabels: { app: 'a b' } } } }),
    `spec.selector.matchLabels: Invalid value: "a b": ${NOT_A_VALUE}`,
    'spec.selector: Invalid value: {"matchLabels":{"app":"a b"}}',
  ],
  [
    'a deployment with a strategy that nobody knows',
    altered('Deployment', { spec: { strategy: { type: 'Slow', rollingUpdate: { maxUnavailable: 2 } } } }),
    'spec.strategy: Unsupported value: {"Type":"Slow","RollingUpdate":{"MaxUnavailable":2,"MaxSurge":0}}: supported values: "Recreate", "RollingUpdate"',
  ],
  [
    'a deployment with no containers',
    altered('Deployment', { spec: { template: { metadata: { labels: { app: 'web' } }, spec: {} } } }),
    'spec.template.spec.containers: Required value',
  ],
  [
    'a deployment with less than no pods',
    altered('Deployment', { spec: { replicas: -1 } }),
    'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    'a deployment that may take nothing away and add nothing',
    altered('Deployment', { spec: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } } }),
    'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0',
  ],
  [
    'a deployment whose pods end some time',
    altered('Deployment', {
      spec: {
        template: {
          metadata: { labels: { app: 'web' } },
          spec: {
            restartPolicy: 'Never',
            activeDeadlineSeconds: 60,
            containers: [{ name: 'a', image: 'b' }],
          },
        },
      },
    }),
    'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
    'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported',
  ],
  [
    'a stateful set whose claims ask for nothing',
    altered('StatefulSet', { spec: { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }] } }),
    'spec.volumeClaimTemplates[0].spec.accessModes: Required value: at least 1 access mode is required',
    'spec.volumeClaimTemplates[0].spec.resources[storage]: Required value',
  ],
  [
    'a stateful set of a long name',
    named('StatefulSet', 'db.prod'),
    'metadata.name: Invalid value: "db.prod": must not contain dots',
  ],
  [
    'a job whose pods restart always',
    altered('Job', { spec: { template: { spec: { containers: [{ name: 'a', image: 'b' }] } } } }),
    'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
  ],
  [
    'a job that fails for good while its pods start again',
    altered('Job', {
      spec: {
        podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }] },
        template: { spec: { restartPolicy: 'OnFailure', containers: [{ name: 'a', image: 'b' }] } },
      },
    }),
    'spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified',
  ],
  [
    'a job whose pods restart at times',
    altered('Job', {
      spec: { template: { spec: { restartPolicy: 'Sometimes', containers: [{ name: 'a', image: 'b' }] } } },
    }),
    'spec.template.spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"',
    'spec.template.spec.restartPolicy: Unsupported value: "Sometimes": supported values: "OnFailure", "Never"',
  ],
  [
    'a cron job that selects by itself',
    altered('CronJob', {
      spec: {
        jobTemplate: {
          spec: {
            manualSelector: true,
            template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'b' }] } },
          },
        },
      },
    }),
    'spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"',
  ],
  [
    'a cron job without a schedule, that overlaps somehow',
    altered('CronJob', { spec: { schedule: undefined, concurrencyPolicy: 'Maybe' } }),
    'spec.schedule: Required value',
    'spec.concurrencyPolicy: Unsupported value: "Maybe": supported values: "Allow", "Forbid", "Replace"',
  ],
  [
    'a service without ports',
    altered('Service', { spec: { ports: undefined } }),
    'spec.ports: Required value',
  ],
  [
    'a service of nameless ports',
    altered('Service', { spec: { ports: [{ port: 80 }, { port: 99_999, name: 'b' }] } }),
    'spec.ports[0].name: Required value',
    'spec.ports[1].port: Invalid value: 99999: must be between 1 and 65535, inclusive',
    'spec.ports[1].targetPort: Invalid value: 99999: must be between 1 and 65535, inclusive',
  ],
  [
    'a service for the inside with a port on nodes',
    altered('Service', { spec: { ports: [{ port: 80, nodePort: 30_080 }] } }),
    "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
  ],
  [
    'a service with the same ports twice, under other names',
    altered('Service', {
      spec: {
        type: 'NodePort',
        ports: [
          { name: 'a', port: 80, nodePort: 30_080 },
          { name: 'a', port: 0, nodePort: 30_080 },
          { name: 'c', port: 80, protocol: 'UDP' },
          { name: 'd', port: 80 },
        ],
      },
    }),
    'spec.ports[1].name: Duplicate value: "a"',
    'spec.ports[1].port: Invalid value: 0: must be between 1 and 65535, inclusive',
    'spec.ports[1].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive',
    'spec.ports[1].nodePort: Duplicate value: 30080',
    'spec.ports[3]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}',
  ],
  [
    'a service for the inside, with what is for those outside',
    altered('Service', {
      spec: {
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30_080,
        loadBalancerClass: 'example.com/fast',
        loadBalancerSourceRanges: [' 10.0.0.0/8 ', 'mine'],
      },
    }),
    "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
    'spec.LoadBalancerSourceRanges[1]: Invalid value: "mine": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
    "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
    'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services',
    "spec.healthCheckNodePort: Invalid value: 30080: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
  ],
  [
    'a service that is another name, of two families, with an address that is none',
    altered('Service', {
      spec: {
        type: 'ExternalName',
        externalName: 'db.example.com',
        externalIPs: ['here'],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
      },
    }),
    'spec.ipFamilies: Forbidden: may not be set for ExternalName services',
    'spec.ipFamilyPolicy: Forbidden: may not be set for ExternalName services',
    'spec.externalIPs[0]: Invalid value: "here": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ],
  [
    'a stateful set that is updated somehow',
    altered('StatefulSet', { spec: { updateStrategy: { type: 'Magic' } } }),
    `spec.updateStrategy: Invalid value: {"Type":"Magic","RollingUpdate":null}: must be 'RollingUpdate' or 'OnDelete'`,
  ],
  [
    'a service of a type that there is not',
    altered('Service', { spec: { type: 'Public' } }),
    'spec.type: Unsupported value: "Public": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
  ],
  [
    'a service with an upper-case name',
    named('Service', 'Web'),
    `metadata.name: Invalid value: "Web": ${NOT_A_LABEL}`,
  ],
  [
    'a secret that is no certificate',
    altered('Secret', { type: 'kubernetes.io/tls' }),
    'data[tls.crt]: Required value',
    'data[tls.key]: Required value',
  ],
  [
    'an ingress without rules',
    altered('Ingress', { spec: { rules: undefined } }),
    'spec: Invalid value: null: either `defaultBackend` or `rules` must be specified',
  ],
  [
    'an ingress without path types',
    ingress({ path: '/', backend }),
    'spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified',
  ],
  [
    'an ingress that leads nowhere',
    ingress({ path: 'x', pathType: 'Prefix', backend: {} }),
    'spec.rules[0].http.paths[0].path: Invalid value: "x": must be an absolute path',
    'spec.rules[0].http.paths[0].backend: Invalid value: "": resource or service backend is required',
  ],
  [
    'a network policy about nobody',
    altered('NetworkPolicy', { spec: { ingress: [{ from: [{}] }], policyTypes: ['Sideways'] } }),
    'spec.ingress[0].from[0]: Required value: must specify a peer',
    'spec.policyTypes[0]: Unsupported value: "Sideways": supported values: "Ingress", "Egress"',
  ],
  [
    'a network policy with ranges that are none, ports first',
    altered('NetworkPolicy', {
      spec: {
        ingress: [
          {
            from: [
              { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.0.0.0/8', 'mine'] } },
              { ipBlock: {}, podSelector: {} },
            ],
            ports: [
              { port: 8080, endPort: 80 },
              { port: 80, endPort: 70_000 },
            ],
          },
        ],
        policyTypes: ['Ingress', 'Egress', 'Ingress'],
      },
    }),
    'spec.ingress[0].ports[0].endPort: Invalid value: 8080: must be greater than or equal to `port`',
    'spec.ingress[0].ports[1].endPort: Invalid value: 70000: must be between 1 and 65535, inclusive',
    'spec.ingress[0].from[0].ipBlock.except[1]: Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`',
    'spec.ingress[0].from[0].ipBlock.except[2]: Invalid value: "mine": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
    'spec.ingress[0].from[1].ipBlock.cidr: Required value',
    'spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer',
    'spec.policyTypes: Invalid value: ["Ingress","Egress","Ingress"]: may not specify more than two policyTypes',
  ],
  [
    'an autoscaler without bounds',
    altered('HorizontalPodAutoscaler', { spec: { maxReplicas: undefined, scaleTargetRef: {} } }),
    'spec.maxReplicas: Required value: must be set and greater than 0',
    'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
    'spec.scaleTargetRef.kind: Required value',
    'spec.scaleTargetRef.name: Required value',
    'spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group',
  ],
  [
    'a webhook that does not say what it does',
    hook({ name: 'images', sideEffects: undefined, admissionReviewVersions: [], clientConfig: {} }),
    'webhooks[0].name: Invalid value: "images": should be a domain with at least three segments separated by dots',
    'webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun',
    'webhooks[0].clientConfig: Required value: exactly one of url or service is required',
    'webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1',
  ],
  [
    'a webhook for everything and more',
    hook({
      rules: [{ operations: ['*', 'CREATE'], apiGroups: ['*'], apiVersions: ['*'], resources: ['*'] }],
    }),
    `webhooks[0].rules[0].operations: Invalid value: ["*","CREATE"]: if '*' is present, must not specify other operations`,
  ],
  [
    'a webhook with an empty rule',
    hook({ rules: [{}] }),
    'webhooks[0].rules[0].operations: Required value',
    'webhooks[0].rules[0].apiGroups: Required value',
    'webhooks[0].rules[0].apiVersions: Required value',
    'webhooks[0].rules[0].resources: Required value',
  ],
  [
    'a storage class for the same place twice',
    altered('StorageClass', {
      allowedTopologies: [
        {
          matchLabelExpressions: [
            { key: 'zone', values: ['a', 'a'] },
            { key: 'zone', values: [] },
            { key: 'a b', values: ['c'] },
          ],
        },
      ],
    }),
    'allowedTopologies[0].matchLabelExpressions[0].values[1]: Duplicate value: "a"',
    'allowedTopologies[0].matchLabelExpressions[1].values: Required value',
    'allowedTopologies[0].matchLabelExpressions[1].key: Duplicate value: "zone"',
    `allowedTopologies[0].matchLabelExpressions[2].key: Invalid value: "a b": ${NOT_A_KEY}`,
  ],
  [
    'a runtime class that costs less than nothing, with tolerations that are none or there twice',
    altered('RuntimeClass', {
      overhead: { podFixed: { cpu: '-1' } },
      scheduling: {
        nodeSelector: { 'a b': 'c' },
        tolerations: [
          { key: 'a', operator: 'Exists' },
          { key: 'a', operator: 'Exists', value: 'b' },
          { key: 'a', operator: 'Exists' },
        ],
      },
    }),
    'overhead.limits[cpu]: Invalid value: "-1": must be greater than or equal to 0',
    `scheduling.nodeSelector: Invalid value: "a b": ${NOT_A_KEY}`,
    'scheduling.tolerations[1].operator: Invalid value: "b": value must be empty when `operator` is \'Exists\'',
    'scheduling.tolerations[2]: Duplicate value: {"Key":"a","Operator":"Exists","Value":"","Effect":"","TolerationSeconds":null}',
  ],
  [
    'a class of ingresses whose parameters are those of the cluster, and of a namespace',
    altered('IngressClass', {
      spec: { parameters: { kind: 'Limits', name: 'web', scope: 'Cluster', namespace: 'shop' } },
    }),
    "spec.parameters.namespace: Forbidden: `parameters.scope` is set to 'Cluster'",
  ],
  [
    'a class of ingresses whose parameters are those of nobody',
    altered('IngressClass', { spec: { parameters: { kind: 'Limits', name: 'web', scope: 'Mine' } } }),
    'spec.parameters.scope: Unsupported value: "Mine": supported values: "Cluster", "Namespace"',
  ],
  [
    'a class of ingresses whose parameters are those of a namespace without a name',
    altered('IngressClass', { spec: { parameters: { kind: 'Limits', name: 'web', scope: 'Namespace' } } }),
    "spec.parameters.namespace: Required value: `parameters.scope` is set to 'Namespace'",
  ],
  [
    'a storage class without a provisioner',
    altered('StorageClass', { provisioner: undefined }),
    'provisioner: Required value',
  ],
  [
    'a volume of nothing',
    altered('PersistentVolume', { spec: { hostPath: undefined, capacity: undefined } }),
    'spec.capacity: Required value',
    'spec.capacity: Unsupported value: null: supported values: "storage"',
    'spec: Required value: must specify a volume type',
  ],
  [
    'a claim of no size',
    altered('PersistentVolumeClaim', { spec: { resources: { requests: { storage: 0 } } } }),
    'spec.resources[storage]: Invalid value: "0": must be greater than zero',
  ],
  [
    'an API service of another name',
    named('APIService', 'metrics'),
    'metadata.name: Invalid value: "metrics": must be `spec.version+"."+spec.group`: "v1beta1.metrics.example.com"',
  ],
  [
    'a slice of no address type, with an endpoint that is nowhere',
    altered('EndpointSlice', { addressType: undefined, endpoints: [{ addresses: [] }] }),
    'addressType: Required value',
    'endpoints[0].addresses: Required value: must contain at least 1 address',
  ],
  [
    'a claim of no device',
    altered('ResourceClaim', {
      spec: { devices: { requests: [{ name: 'gpu', exactly: {} }, { name: 'x' }] } },
    }),
    'spec.devices.requests[1]: Required value: exactly one of `exactly` or `firstAvailable` is required',
    'spec.devices.requests[0].exactly.deviceClassName: Required value',
  ],
  ['a runtime class without a handler', altered('RuntimeClass', { handler: '' }), 'handler: Required value'],
];

describe('the refusals of a kind of which only the schema is known', () => {
  for (const [what, manifest, ...causes] of REFUSED) {
    it(`refuses ${what}`, () => expect([...wrongWith(manifest)].sort()).to.deep.equal([...causes].sort()));
  }

  it('takes names that look odd, where nobody asks for more', () => {
    expect(wrongWith(named('Service', '2nd'))).to.deep.equal([]);
  });

  it('takes finalizers of any name, where nobody looks', () => {
    const guarded = (kind: string): Manifest => {
      const manifest = manifestOf(kind);
      return { ...manifest, metadata: { ...manifest.metadata, finalizers: ['plain'] } };
    };
    for (const kind of ['RuntimeClass', 'ValidatingWebhookConfiguration', 'APIService'])
      expect(wrongWith(guarded(kind)), kind).to.deep.equal([]);
    expect(wrongWith(guarded('Deployment'))).to.have.length(1);
  });

  it('takes what only a headless or an external service may leave out', () => {
    expect(wrongWith(altered('Service', { spec: { clusterIP: 'None', ports: undefined } }))).to.deep.equal(
      [],
    );
    const external = { type: 'ExternalName', externalName: 'db.example.com.', ports: undefined };
    expect(wrongWith(altered('Service', { spec: external }))).to.deep.equal([]);
  });
});
