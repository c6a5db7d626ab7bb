import { expect } from 'chai';
import type { KubeObject, Manifest } from '../../object';
import type { ApiError } from '../../refusals';
import type { PatchRequest } from '../patch/request';
import { decodePatchResult, decodeStrictly } from './decode';

const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as ApiError).message;
  }
  throw new Error('not refused');
};

const daemonSet = (spec: unknown, rest: Record<string, unknown> = {}): Manifest =>
  ({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec, ...rest }) as Manifest;
const podSpec = (spec: Record<string, unknown>): Manifest => daemonSet({ template: { spec } });
const container = (fields: Record<string, unknown>): Manifest => podSpec({ containers: [fields] });

const PREFIX = 'DaemonSet in version "v1" cannot be handled as a DaemonSet: ';

describe('decodeStrictly', () => {
  const wrong: readonly (readonly [string, Manifest, string])[] = [
    [
      'a number for a string in a list',
      container({ name: 7 }),
      'json: cannot unmarshal number into Go struct field Container.spec.template.spec.containers.name of type string',
    ],
    [
      'a boolean label',
      daemonSet({}, { metadata: { labels: { a: true } } }),
      'json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string',
    ],
    [
      'a list of labels',
      daemonSet({}, { metadata: { labels: ['a'] } }),
      'json: cannot unmarshal array into Go struct field ObjectMeta.metadata.labels of type map[string]string',
    ],
    [
      'a fraction of seconds',
      daemonSet({ minReadySeconds: 1.5 }),
      'json: cannot unmarshal number 1.5 into Go struct field DaemonSetSpec.spec.minReadySeconds of type int32',
    ],
    [
      'a text for the spec',
      daemonSet('all'),
      'json: cannot unmarshal string into Go struct field DaemonSet.spec of type v1.DaemonSetSpec',
    ],
    [
      'a boolean for a named type',
      podSpec({ restartPolicy: true }),
      'json: cannot unmarshal bool into Go struct field PodSpec.spec.template.spec.restartPolicy of type v1.RestartPolicy',
    ],
    [
      'a boolean for an int-or-string',
      daemonSet({ updateStrategy: { rollingUpdate: { maxUnavailable: true } } }),
      'json: cannot unmarshal bool into Go struct field RollingUpdateDaemonSet.spec.updateStrategy.rollingUpdate.maxUnavailable of type int32',
    ],
    [
      'a number too large for an int-or-string',
      daemonSet({ updateStrategy: { rollingUpdate: { maxSurge: 2 ** 31 } } }),
      'json: cannot unmarshal number 2147483648 into Go struct field RollingUpdateDaemonSet.spec.updateStrategy.rollingUpdate.maxSurge of type int32',
    ],
    [
      'a time that is none',
      daemonSet({}, { metadata: { creationTimestamp: 'yesterday' } }),
      'parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"',
    ],
    [
      'a quantity with a wrong unit',
      container({ resources: { limits: { memory: '1GB' } } }),
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    [
      'a list in what Go embeds',
      podSpec({ volumes: [{ name: 'a', configMap: { items: [[]] } }] }),
      'json: cannot unmarshal array into Go struct field ConfigMapVolumeSource.spec.template.spec.volumes.VolumeSource.configMap.items of type v1.KeyToPath',
    ],
    [
      'a number for the name that a reference embeds',
      container({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 1 } } }] }),
      'json: cannot unmarshal number into Go struct field SecretKeySelector.spec.template.spec.containers.env.valueFrom.secretKeyRef.LocalObjectReference.name of type string',
    ],
    [
      'several unknown fields',
      daemonSet({ replicas: 3, template: { spec: { containers: [{ name: 'a', img: 'b' }] } } }),
      'strict decoding error: unknown field "spec.replicas", unknown field "spec.template.spec.containers[0].img"',
    ],
  ];
  for (const [what, manifest, sentence] of wrong) {
    it(`refuses ${what}`, () => expect(refusal(() => decodeStrictly(manifest))).to.equal(PREFIX + sentence));
  }

  it('refuses bytes that are no base64', () => {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, binaryData: { a: 'YWJj!' } };
    expect(refusal(() => decodeStrictly(map))).to.equal(
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: illegal base64 data at input byte 4',
    );
  });

  it('names the first wrong type, but a bad quantity before any of them', () => {
    const both = daemonSet({
      minReadySeconds: 'ten',
      template: { spec: { containers: [{ resources: { limits: { cpu: 'lots' } } }] } },
    });
    expect(refusal(() => decodeStrictly(both))).to.match(/quantities must match/);
  });

  it('drops nulls and empty lists, and writes quantities one way', () => {
    const sent = container({
      name: 'a',
      env: [],
      command: null,
      resources: { limits: { cpu: 0.5, memory: '1024Mi' }, requests: { cpu: '100u' } },
    });
    const { template } = decodeStrictly(sent).spec as { template: { spec: { containers: unknown[] } } };
    expect(template.spec.containers).to.deep.equal([
      { name: 'a', resources: { limits: { cpu: '500m', memory: '1Gi' }, requests: { cpu: '1m' } } },
    ]);
  });

  it('drops zeros that say no more than leaving them out, and no others', () => {
    const sent = daemonSet({
      minReadySeconds: 0,
      revisionHistoryLimit: 0,
      template: {
        spec: {
          hostNetwork: false,
          nodeName: '',
          terminationGracePeriodSeconds: 0,
          automountServiceAccountToken: false,
          tolerations: [{ key: '', operator: 'Exists', tolerationSeconds: 0 }],
          containers: [],
        },
      },
    });
    expect(decodeStrictly(sent).spec).to.deep.equal({
      revisionHistoryLimit: 0,
      template: {
        spec: {
          terminationGracePeriodSeconds: 0,
          automountServiceAccountToken: false,
          tolerations: [{ operator: 'Exists', tolerationSeconds: 0 }],
          containers: [],
        },
      },
    });
  });

  it('returns a clean manifest as it is', () => {
    const clean = container({ name: 'a', image: 'b' });
    expect(decodeStrictly(clean)).to.equal(clean);
  });

  for (const [apiVersion, kind] of [
    ['v1', 'ConfigMap'],
    ['scheduling.k8s.io/v1', 'PriorityClass'],
    ['coordination.k8s.io/v1', 'Lease'],
    ['rbac.authorization.k8s.io/v1', 'Role'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
    ['storage.k8s.io/v1', 'CSIDriver'],
  ] as const) {
    it(`knows the fields of a ${kind}`, () => {
      expect(refusal(() => decodeStrictly({ apiVersion, kind, nope: 1 }))).to.equal(
        `${kind} in version "v1" cannot be handled as a ${kind}: strict decoding error: unknown field "nope"`,
      );
    });
  }
});

describe('decodePatchResult', () => {
  const patched = (spec: unknown) => daemonSet(spec) as KubeObject;
  const read = (outcome: KubeObject, change: PatchRequest) => decodePatchResult(outcome, patched({}), change);

  it('quotes a strategic patch with an unknown field as Go prints it', () => {
    const change: PatchRequest = { patch: { spec: { replicas: 3 } }, type: 'strategic' };
    expect(refusal(() => read(patched({ replicas: 3 }), change))).to.equal(
      ' "" is invalid: patch: Invalid value: "map[spec:map[replicas:3]]": strict decoding error: unknown field "spec.replicas"',
    );
  });

  it('speaks of the converter for a wrong type in a strategic patch', () => {
    const spec = { minReadySeconds: 'ten' };
    expect(refusal(() => read(patched(spec), { patch: { spec }, type: 'strategic' }))).to.equal(
      ' "" is invalid: patch: Invalid value: "map[spec:map[minReadySeconds:ten]]": unrecognized type: int32',
    );
  });

  it('speaks of JSON for a wrong type in a merge patch', () => {
    const spec = { minReadySeconds: 'ten' };
    expect(refusal(() => read(patched(spec), { patch: { spec }, type: 'merge' }))).to.match(
      /: json: cannot unmarshal string into Go struct field DaemonSetSpec\.spec\.minReadySeconds of type int32$/,
    );
  });

  it('leaves an object of the kind it is of, and refuses another in all but strategic patches', () => {
    const patch = { kind: 'Gadget' };
    const outcome = { ...patched({}), ...patch };
    expect(read(outcome, { patch, type: 'strategic' }).kind).to.equal('DaemonSet');
    expect(refusal(() => read(outcome, { patch, type: 'merge' }))).to.match(
      /: no kind "Gadget" is registered for version "apps\/v1" in scheme "pkg\/api\/legacyscheme\/scheme\.go:30"$/,
    );
  });

  it('leaves metadata where they are taken away', () => {
    const { metadata: _gone, ...outcome } = patched({});
    const change: PatchRequest = { patch: { metadata: null }, type: 'strategic' };
    expect(read(outcome as KubeObject, change).metadata).to.deep.equal({});
  });
});

describe('decodeStrictly, of every kind', () => {
  const refused: readonly (readonly [manifest: Manifest, problem: string])[] = [
    [
      { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: '80' }] } },
      'json: cannot unmarshal string into Go struct field ServicePort.spec.ports.port of type int32',
    ],
    [
      { apiVersion: 'v1', kind: 'Service', spec: { type: 1 } },
      'json: cannot unmarshal number into Go struct field ServiceSpec.spec.type of type v1.ServiceType',
    ],
    [
      { apiVersion: 'apps/v1', kind: 'Deployment', spec: { strategy: { type: true }, replcas: 3 } },
      'json: cannot unmarshal bool into Go struct field DeploymentStrategy.spec.strategy.type of type v1.DeploymentStrategyType',
    ],
    [
      { apiVersion: 'apps/v1', kind: 'Deployment', spec: { replcas: 3 } },
      'strict decoding error: unknown field "spec.replcas"',
    ],
    [
      { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec: { metrics: [{ type: 1 }] } },
      'json: cannot unmarshal number into Go struct field MetricSpec.spec.metrics.type of type v2.MetricSourceType',
    ],
    [{ apiVersion: 'v1', kind: 'Secret', data: { a: 'b!' } }, 'illegal base64 data at input byte 1'],
  ];
  for (const [manifest, problem] of refused) {
    it(`refuses a ${manifest.kind}: ${problem}`, () => {
      expect(refusal(() => decodeStrictly(manifest))).to.match(/ cannot be handled as a /);
      expect(
        refusal(() => decodeStrictly(manifest)).replace(/^.* cannot be handled as a \w+: /, ''),
      ).to.equal(problem);
    });
  }

  it('drops zeros by what Go can tell, and keeps pointers to them', () => {
    const sent = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { replicas: 0, paused: false, minReadySeconds: 0, revisionHistoryLimit: 0 },
    };
    expect(decodeStrictly(sent).spec).to.deep.equal({ replicas: 0, revisionHistoryLimit: 0 });
  });

  it('does not take names that every object has for fields', () => {
    expect(refusal(() => decodeStrictly({ apiVersion: 'v1', kind: 'Service', constructor: {} }))).to.match(
      /unknown field "constructor"$/,
    );
  });
});
