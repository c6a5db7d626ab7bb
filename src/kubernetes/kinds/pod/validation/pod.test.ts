import { expect } from 'chai';
import { container, type Fields, spoilt, stored, wrong } from '../../objects.testkit';
import { pods } from '../kind';
import type { Pod } from '../pod';
import { validateTemplate } from './pod';

/** A pod in order, but for these fields. */
const pod = (spec: Fields = {}, metadata: Fields = {}): Pod =>
  stored(pods, { spec: { containers: [container], ...spec } }, metadata);

describe('a new pod', () => {
  const cases: readonly (readonly [what: string, given: Pod, ...expected: readonly string[]])[] = [
    ['in order', pod()],
    [
      'a pod on the host network without a port of the host is given one',
      pod({ hostNetwork: true, containers: [{ ...container, ports: [{ containerPort: 80 }] }] }),
    ],
    [
      'a padded image in a pod',
      pod({ containers: [{ ...container, image: ' agent' }] }),
      'spec.containers[0].image: Invalid value: " agent": must not have leading or trailing whitespace',
    ],
    [
      'an image volume of a pod without an image',
      pod({ volumes: [{ name: 'tools', image: {} }] }),
      'spec.volumes[0].image.reference: Required value',
    ],
  ];
  for (const [what, given, ...expected] of cases) {
    it(what, () => expect(wrong(pods.validateCreate(given))).to.deep.equal(expected));
  }

  it('has its containers looked at again when the volumes they mount are others', () => {
    const containers = [{ ...container, volumeMounts: [{ name: 'data', mountPath: '/data' }] }];
    const good = pod({ containers, volumes: [{ name: 'data', emptyDir: {} }] });
    expect(pods.validateCreate(good)).to.deep.equal([]);
    const { volumes: _, ...spec } = good.spec;
    expect(wrong(pods.validateCreate({ ...good, spec }))).to.deep.equal([
      'spec.containers[0].volumeMounts[0].name: Not found: "data"',
    ]);
  });
});

describe('the volumes of a pod', () => {
  it('need an image, though those of the template it was made from did not', () => {
    const given = pod({ volumes: [{ name: 'tools', image: {} }] });
    const inTemplate = validateTemplate({ spec: given.spec }, 'template');
    expect(wrong(inTemplate)).to.deep.equal([]);
    expect(wrong(pods.validateCreate(given))).to.deep.equal([
      'spec.volumes[0].image.reference: Required value',
    ]);
  });
});

describe('security profiles that are annotated too', () => {
  const said = (annotations: Fields, spec: Fields) => wrong(pods.validateCreate(pod(spec, { annotations })));
  const profile = (seccompProfile: Fields) => ({ securityContext: { seccompProfile } });
  const POD = 'seccomp.security.alpha.kubernetes.io/pod';
  const FIELD = 'spec.securityContext.seccompProfile';

  it('are the same in both places', () => {
    expect(said({ [POD]: 'docker/default' }, profile({ type: 'RuntimeDefault' }))).to.deep.equal([]);
    expect(said({ [POD]: 'unconfined' }, profile({ type: 'RuntimeDefault' }))).to.deep.equal([
      `${FIELD}.type: Forbidden: seccomp type in annotation and field must match`,
    ]);
    expect(
      said({ [POD]: 'localhost/a' }, profile({ type: 'Localhost', localhostProfile: 'b' })),
    ).to.deep.equal([
      `${FIELD}.localhostProfile: Forbidden: seccomp profile in annotation and field must match`,
    ]);
  });

  it('of containers, too, which take AppArmor’s from the pod', () => {
    const key = 'container.apparmor.security.beta.kubernetes.io/main';
    const spec = { securityContext: { appArmorProfile: { type: 'Unconfined' } } };
    const refusal =
      'spec.containers[0].securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match';
    expect(said({ [key]: 'runtime/default' }, spec)).to.deep.equal([refusal]);
    expect(said({ [key]: 'runtime/default' }, { ...spec, os: { name: 'windows' } })).not.to.include(refusal);
  });
});

describe('a changed pod', () => {
  it('gets no finalizers while it is being deleted', () => {
    const going = { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['x.io/a'] };
    const next = pod({}, { ...going, finalizers: ['x.io/a', 'x.io/b'] });
    expect(wrong(pods.validateUpdate(next, pod({}, going)))).to.deep.equal([
      'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"x.io/b"}',
    ]);
  });

  it('may have another image and more tolerations, nothing else', () => {
    const toleration = { key: 'a', operator: 'Exists' };
    const current = pod({ tolerations: [toleration] });
    const image = [{ ...container, image: 'b:1' }];
    const changed = (spec: Fields) => wrong(pods.validateUpdate(pod(spec), current));
    expect(
      changed({ containers: image, tolerations: [toleration, { ...toleration, key: 'b' }] }),
    ).to.deep.equal([]);
    expect(changed({ tolerations: [] })).to.deep.equal([
      'spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds',
    ]);
    expect(changed({ tolerations: [toleration], nodeName: 'n' })[0]).to.match(
      /^spec: Forbidden: pod updates may not change fields other than `spec.containers\[\*\].image`,`spec.initContainers/,
    );
    const two = [container, { ...container, name: 'other' }];
    expect(changed({ tolerations: [toleration], containers: two })).to.deep.equal([
      'spec.containers: Forbidden: pod updates may not add or remove containers',
    ]);
  });

  it('says which lines differ, as the API server has them', () => {
    const [cause] = pods.validateUpdate(pod({ nodeName: 'n', hostNetwork: true }), pod());
    expect(cause?.message.split('\n').slice(1)).to.deep.equal([
      '@@ -42,9 +42,9 @@',
      '  "NodeSelector": null,',
      '  "ServiceAccountName": "",',
      '  "AutomountServiceAccountToken": null,',
      '- "NodeName": "",',
      '+ "NodeName": "n",',
      '  "SecurityContext": {',
      '-  "HostNetwork": false,',
      '+  "HostNetwork": true,',
      '   "HostPID": false,',
      '   "HostIPC": false,',
      '   "ShareProcessNamespace": null,',
      '',
    ]);
  });

  it('may have a negative grace period made one second', () => {
    const current = pod({ terminationGracePeriodSeconds: -1 });
    expect(pods.validateUpdate(pod({ terminationGracePeriodSeconds: 1 }), current)).to.deep.equal([]);
    expect(pods.validateUpdate(pod({ terminationGracePeriodSeconds: 5 }), current)).to.have.length(1);
  });

  describe('that gates keep from being scheduled', () => {
    const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
    const zone = { key: 'zone', operator: 'In', values: ['a'] };
    const gpu = { key: 'gpu', operator: 'Exists' };
    const on = (...matchExpressions: Fields[]) => ({
      affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchExpressions }] } } },
    });
    const gated = (spec: Fields) => pod({ schedulingGates: [{ name: 'x.io/wait' }], ...spec });
    const changed = (from: Fields, to: Fields) => wrong(pods.validateUpdate(gated(to), gated(from)));

    it('may be narrowed down to fewer nodes', () => {
      expect(changed({ nodeSelector: { a: 'b' } }, { nodeSelector: { a: 'b', c: 'd' } })).to.deep.equal([]);
      expect(changed({}, on(zone))).to.deep.equal([]);
      expect(changed(on(zone), on(zone, gpu))).to.deep.equal([]);
    });

    it('and not be let onto others', () => {
      expect(changed({ nodeSelector: { a: 'b' } }, { nodeSelector: { a: 'c' } })).to.deep.equal([
        'spec.nodeSelector: Invalid value: {"a":"c"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)',
      ]);
      expect(changed(on(zone), on(gpu))).to.deep.equal([
        `spec.affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms[0]: Invalid value: {"MatchExpressions":[{"Key":"gpu","Operator":"Exists","Values":null}],"MatchFields":null}: only additions are allowed (no mutations or deletions)`,
      ]);
      expect(changed(on(zone), {})).to.deep.equal([
        `spec.affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms: Invalid value: null: no additions/deletions to non-empty NodeSelectorTerms list are allowed`,
      ]);
    });

    it('nor put near other pods', () => {
      const term = { topologyKey: 'zone', labelSelector: {} };
      expect(changed({}, { affinity: { podAffinity: { [REQUIRED]: [term] } } })[0]).to.match(
        /^spec: Forbidden: pod updates may not change fields other than /,
      );
    });
  });
});

describe('the status of a pod', () => {
  it('nominates a node only until the pod is on one', () => {
    const on = (nodeName: string, status: Fields = {}) => spoilt(pod({ nodeName }), { status });
    const nominated = (node: string) =>
      wrong(pods.validateStatusUpdate(on(node, { nominatedNodeName: 'n' }), on(node)));
    expect(nominated('')).to.deep.equal([]);
    expect(nominated('n')).to.deep.equal([
      'status.nominatedNodeName: Forbidden: may not be set on pods that are already bound to a node',
    ]);
  });
});
