import { expect } from 'chai';
import type { Pod, PodSpec } from '../pod';
import { warningsOfPod, warningsOfTemplate } from './template';

const main = { name: 'main', image: 'agent:v1' };

const warned = (spec: object, annotations: Readonly<Record<string, string>> = {}): readonly string[] =>
  warningsOfTemplate({ metadata: { annotations }, spec: { containers: [main], ...spec } as PodSpec }, 't');

const ofMain = (container: object) => warned({ containers: [{ ...main, ...container }] });

describe('what is said of a pod template', () => {
  it('is nothing of a preference for nothing', () => {
    const preferred = { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] };
    expect(warned({ affinity: { nodeAffinity: preferred } })).to.deep.equal([]);
  });

  it('is nothing where nothing is outdated or odd', () => {
    expect(warned({ nodeSelector: { 'kubernetes.io/os': 'linux' } }, { owner: 'ops' })).to.deep.equal([]);
  });

  it('is where labels of nodes have another name by now', () => {
    const expression = { key: 'beta.kubernetes.io/os', operator: 'In', values: ['no label'] };
    const affinity = {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [expression] }],
        },
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, preference: { matchExpressions: [expression] } },
        ],
      },
    };
    const why = 'deprecated since v1.14; use "kubernetes.io/os" instead';
    const at = 't.spec.affinity.nodeAffinity';
    const [selector, required, preferred, value, ...rest] = warned({
      nodeSelector: { 'beta.kubernetes.io/os': 'linux' },
      affinity,
    });
    expect(rest).to.deep.equal([]);
    expect(selector).to.equal(`t.spec.nodeSelector[beta.kubernetes.io/os]: ${why}`);
    expect(required).to.equal(
      `${at}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key: beta.kubernetes.io/os is ${why}`,
    );
    expect(preferred).to.equal(
      `${at}.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].key: beta.kubernetes.io/os is ${why}`,
    );
    expect(value).to.contain('matchExpressions[0].values[0]: no label is invalid, a valid label must be');
  });

  it('is where a constraint or a term selects no pod', () => {
    const term = { topologyKey: 'zone' };
    const affinity = {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [term, { ...term, labelSelector: {} }],
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }],
      },
    };
    const none = 'labelSelector: a null labelSelector results in matching no pod';
    expect(warned({ affinity, topologySpreadConstraints: [{ topologyKey: 'zone' }] })).to.deep.equal([
      `t.spec.topologySpreadConstraints[0].${none}`,
      `t.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].${none}`,
      `t.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.${none}`,
    ]);
  });

  it('is where an annotation does what a field does', () => {
    const annotations = {
      'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default',
      'container.seccomp.security.alpha.kubernetes.io/main': 'runtime/default',
      'container.apparmor.security.beta.kubernetes.io/main': 'runtime/default',
    };
    const seccomp = 'non-functional in v1.27+; use the "seccompProfile" field instead';
    expect(warned({}, annotations)).to.deep.equal([
      `t.metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]: ${seccomp}`,
      `t.metadata.annotations[container.seccomp.security.alpha.kubernetes.io/main]: ${seccomp}`,
      't.metadata.annotations[container.apparmor.security.beta.kubernetes.io/main]: deprecated since v1.30; use the "appArmorProfile" field instead',
    ]);
    const fields = {
      seccompProfile: { type: 'RuntimeDefault' },
      appArmorProfile: { type: 'RuntimeDefault' },
    };
    const containers = [{ ...main, securityContext: fields }];
    expect(warned({ securityContext: fields, containers }, annotations)).to.deep.equal([]);
  });

  it('is where a volume is of an outdated kind, or asks for part of a byte', () => {
    const claim = { spec: { resources: { requests: { storage: '100m' } } } };
    const volumes = [
      { name: 'a', gitRepo: { repository: 'r' } },
      { name: 'b', ephemeral: { volumeClaimTemplate: claim } },
    ];
    expect(warned({ volumes })).to.deep.equal([
      't.spec.volumes[0].gitRepo: deprecated in v1.11, and disabled by default in v1.33+',
      't.spec.volumes[1].ephemeral.volumeClaimTemplate.spec.resources.requests[storage]: fractional byte value "100m" is invalid, must be an integer',
    ]);
  });

  it('is where files get into each other’s way', () => {
    const items = [
      { key: 'a', path: 'etc' },
      { key: 'b', path: 'etc/app' },
      { key: 'c', path: 'other' },
    ];
    const sources = [{ configMap: { name: 'one', items } }, { serviceAccountToken: { path: 'other/' } }, {}];
    expect(warned({ volumes: [{ name: 'v', configMap: { name: 'one', items } }] })).to.deep.equal([
      'volume "v" (ConfigMap "one"): overlapping paths: "etc/app" with "etc"',
    ]);
    expect(warned({ volumes: [{ name: 'v', projected: { sources } }] })).to.deep.equal([
      'volume "v" (Projected) has no sources provided',
      'volume "v" (Projected): overlapping paths: "etc/app" (ConfigMap "one") with "etc" (ConfigMap "one")',
      'volume "v" (Projected): overlapping paths: "other" (ServiceAccountToken) with "other" (ConfigMap "one")',
    ]);
  });

  it('is where a variable hides another, unless it is made from it', () => {
    const hides =
      't.spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply';
    const second = (variable: object) =>
      ofMain({
        env: [
          { name: 'A', value: '1' },
          { name: 'A', ...variable },
        ],
      });
    expect(second({ value: '2' })).to.deep.equal([hides]);
    expect(second({ value: '$(A)' })).to.deep.equal([hides]);
    expect(second({ value: '$(A):2' })).to.deep.equal([]);
  });

  it('is where ports clash, or share a name', () => {
    const ports = (...list: object[]) =>
      ofMain({ ports: list.map((port) => ({ protocol: 'TCP', ...port })) });
    const at = 't.spec.containers[0].ports';
    expect(ports({ containerPort: 80 }, { containerPort: 80 })).to.deep.equal([
      `${at}[1]: duplicate port definition with ${at}[0]`,
    ]);
    expect(ports({ containerPort: 80 }, { containerPort: 80, hostPort: 8080 })).to.deep.equal([
      `${at}[1]: overlapping port definition with ${at}[0]`,
    ]);
    const bound = { containerPort: 80, hostPort: 80 };
    expect(ports(bound, { ...bound, hostIP: '10.0.0.1' })).to.deep.equal([
      `${at}[1]: dangerously ambiguous port definition with ${at}[0]`,
    ]);
    expect(ports({ containerPort: 80, hostIP: '10.0.0.1' })).to.deep.equal([
      `${at}[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:10.0.0.1}`,
    ]);
    expect(ports({ name: 'web', containerPort: 80 }, { name: 'web', containerPort: 81 })).to.deep.equal([
      `${at}[1]: duplicate port name "web" with ${at}[0], services and probes that select ports by name will use ${at}[0]`,
    ]);
  });

  it('is where an address can be written better', () => {
    expect(
      warned({
        hostAliases: [
          { ip: '010.0.0.1' },
          { ip: '::ffff:10.0.0.1' },
          { ip: '2001:DB8:0:0::1' },
          { ip: '::1' },
        ],
      }),
    ).to.deep.equal([
      't.spec.hostAliases[0].ip: non-standard IP address "010.0.0.1" is invalid: use "10.0.0.1"',
      't.spec.hostAliases[1].ip: non-standard IP address "::ffff:10.0.0.1" is invalid: use "10.0.0.1"',
      't.spec.hostAliases[2].ip: IPv6 address "2001:DB8:0:0::1" should be in RFC 5952 canonical format ("2001:db8::1")',
    ]);
  });
});

describe('what is said of a new pod', () => {
  it('is that its name makes no host name', () => {
    const pod = { metadata: { name: 'a.b' }, spec: { containers: [main] } } as unknown as Pod;
    expect(warningsOfPod(pod)[0]).to.match(
      /^metadata\.name: this is used in the Pod's hostname, .* a DNS label is recommended: \[.+\]$/,
    );
  });
});
