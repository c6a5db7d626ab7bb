import { expect } from 'chai';
import { holdAgainst } from './holdAgainst';
import { constraintsNamed, podWith } from './securitycontext.testkit';

const LEVEL = 's0:c25,c10';

/** Takes everything, and writes nothing. */
const OPEN = {
  allowHostDirVolumePlugin: true,
  allowHostIPC: true,
  allowHostNetwork: true,
  allowHostPID: true,
  allowHostPorts: true,
  allowPrivilegedContainer: true,
  allowedCapabilities: ['*'],
  allowedUnsafeSysctls: ['*'],
  seLinuxContext: { type: 'RunAsAny' },
  runAsUser: { type: 'RunAsAny' },
  seccompProfiles: ['*'],
  volumes: ['*'],
};

const hold = (rest: object, spec: object = {}, annotations?: Readonly<Record<string, string>>) =>
  holdAgainst(constraintsNamed('x', { ...OPEN, ...rest }), podWith(spec, annotations));

const problems = (...args: Parameters<typeof hold>): string[] => {
  const held = hold(...args);
  return 'causes' in held ? held.causes.map(({ field, message }) => `${field}: ${message}`) : [];
};

/** What is written into a pod that fits. */
const written = (...args: Parameters<typeof hold>) => {
  const held = hold(...args);
  if ('causes' in held) throw new Error(JSON.stringify(held.causes));
  return {
    pod: held.spec.securityContext,
    container: held.spec.containers[0]?.securityContext,
    annotations: held.annotations,
  };
};

const container = (securityContext: object, rest: object = {}) => ({
  containers: [{ name: 'main', image: 'agent:v1', securityContext, ...rest }],
});

describe('a pod that is held against a constraint', () => {
  it('stays as it is where everything is open', () => {
    expect(written({})).to.deep.equal({ pod: {}, container: undefined, annotations: undefined });
  });

  describe('is given what it leaves open:', () => {
    it('users, groups and a label', () => {
      const given = written({
        runAsUser: { type: 'MustRunAs', uid: 7 },
        fsGroup: { type: 'MustRunAs', ranges: [{ min: 5, max: 9 }] },
        supplementalGroups: { type: 'MustRunAs', ranges: [{ min: 3, max: 4 }] },
        seLinuxContext: { type: 'MustRunAs', seLinuxOptions: { level: LEVEL } },
      });
      expect(given.pod).to.deep.equal({
        fsGroup: 5,
        supplementalGroups: [3],
        seLinuxOptions: { level: LEVEL },
      });
      expect(given.container).to.deep.equal({ runAsUser: 7, runAsNonRoot: true });
    });

    it('nothing in place of what the whole pod says', () => {
      const given = written(
        { runAsUser: { type: 'MustRunAsRange', uidRangeMin: 1, uidRangeMax: 9 } },
        { securityContext: { runAsUser: 5 } },
      );
      expect(given.container).to.deep.equal({ runAsNonRoot: true });
    });

    it('no mark for a container that runs as root', () => {
      expect(written({}, container({ runAsUser: 0 })).container).to.deep.equal({ runAsUser: 0 });
      expect(written({ runAsUser: { type: 'MustRunAsNonRoot' } }).container).to.deep.equal({
        runAsNonRoot: true,
      });
    });

    it('capabilities, in order', () => {
      const rules = { defaultAddCapabilities: ['SYS_TIME', 'CHOWN'], requiredDropCapabilities: ['KILL'] };
      const own = container({ capabilities: { add: ['NET_ADMIN'], drop: ['CHOWN', 'ALL'] } });
      expect(written(rules, own).container).to.deep.equal({
        capabilities: { add: ['NET_ADMIN', 'SYS_TIME'], drop: ['ALL', 'CHOWN', 'KILL'] },
      });
    });

    it('a file system that cannot be written, and no more rights than it has', () => {
      const rules = { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false };
      expect(written(rules).container).to.deep.equal({
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
      });
    });

    it('escalation by default, unless it is privileged', () => {
      const rules = { defaultAllowPrivilegeEscalation: false };
      expect(written(rules).container).to.deep.equal({ allowPrivilegeEscalation: false });
      expect(written(rules, container({ privileged: true })).container).to.deep.equal({ privileged: true });
    });

    it('the first profile that the constraint names, as a field and as an annotation', () => {
      const given = written({ seccompProfiles: ['*', 'localhost/strict.json', 'unconfined'] });
      expect(given.pod).to.deep.equal({
        seccompProfile: { type: 'Localhost', localhostProfile: 'strict.json' },
      });
      expect(given.annotations).to.deep.equal({
        'seccomp.security.alpha.kubernetes.io/pod': 'localhost/strict.json',
      });
    });

    it('the annotation of a profile of its own', () => {
      const own = { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } };
      expect(written({}, own).annotations).to.deep.equal({
        'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default',
      });
    });

    it('the field of a profile that a container has as an annotation', () => {
      const given = written({}, {}, { 'container.seccomp.security.alpha.kubernetes.io/main': 'unconfined' });
      expect(given.container).to.deep.equal({ seccompProfile: { type: 'Unconfined' } });
    });
  });

  const refused: Readonly<Record<string, readonly [rules: object, spec: object, ...problems: string[]]>> = {
    'a group out of range': [
      { fsGroup: { type: 'MustRunAs', ranges: [{ min: 5, max: 9 }] } },
      { securityContext: { fsGroup: 4 } },
      '.spec.securityContext.fsGroup: Invalid value: [4]: 4 is not an allowed group',
    ],
    'one of several groups out of range': [
      { supplementalGroups: { type: 'MustRunAs', ranges: [{ min: 5, max: 9 }] } },
      { securityContext: { supplementalGroups: [5, 10] } },
      '.spec.securityContext.supplementalGroups: Invalid value: [5,10]: 10 is not an allowed group',
    ],
    'a label with another type': [
      { seLinuxContext: { type: 'MustRunAs', seLinuxOptions: { level: LEVEL, type: 'a_t' } } },
      { securityContext: { seLinuxOptions: { level: 's0:c10,c25', type: 'b_t' } } },
      '.spec.securityContext.seLinuxOptions.type: Invalid value: "b_t": must be a_t',
      '.containers[0].seLinuxOptions.type: Invalid value: "b_t": must be a_t',
    ],
    'another user': [
      { runAsUser: { type: 'MustRunAs', uid: 7 } },
      container({ runAsUser: 8 }),
      '.containers[0].runAsUser: Invalid value: 8: must be: 7',
    ],
    root: [
      { runAsUser: { type: 'MustRunAsNonRoot' } },
      container({ runAsUser: 0 }),
      '.containers[0].runAsUser: Invalid value: 0: running with the root UID is forbidden',
    ],
    'a mark that it may be root': [
      { runAsUser: { type: 'MustRunAsNonRoot' } },
      container({ runAsNonRoot: false }),
      '.containers[0].runAsNonRoot: Invalid value: false: must be true',
    ],
    'the memory of the host, told for the pod and for each container': [
      { allowHostIPC: false },
      { hostIPC: true },
      '.spec.hostIPC: Invalid value: true: Host IPC is not allowed to be used',
      '.containers[0].hostIPC: Invalid value: true: Host IPC is not allowed to be used',
    ],
    'host users that it asks for': [
      { userNamespaceLevel: 'RequirePodLevel' },
      { hostUsers: true },
      '.spec.hostUsers: Invalid value: true: Host Users must be set to false',
    ],
    'a file system that can be written': [
      { readOnlyRootFilesystem: true },
      container({ readOnlyRootFilesystem: false }),
      '.containers[0].readOnlyRootFilesystem: Invalid value: false: ReadOnlyRootFilesystem must be set to true',
    ],
    'a capability that is not allowed': [
      { allowedCapabilities: ['CHOWN'] },
      container({ capabilities: { add: ['CHOWN', 'SYS_TIME'] } }),
      '.containers[0].capabilities.add: Invalid value: "SYS_TIME": capability may not be added',
    ],
  };
  for (const [what, [rules, spec, ...expected]] of Object.entries(refused)) {
    it(`is refused for ${what}`, () => {
      expect(problems(rules, spec)).to.deep.equal(expected.map((problem) => `provider x: ${problem}`));
    });
  }

  it('is refused a host port once for each container that there is', () => {
    const ports = [{ containerPort: 80, hostPort: 80 }];
    const spec = {
      initContainers: [{ name: 'setup', image: 'setup:v1' }],
      containers: [{ name: 'main', image: 'agent:v1', ports }],
    };
    expect(problems({ allowHostPorts: false }, spec)).to.deep.equal([
      'provider x: .initContainers[0].containers[0].hostPort: Invalid value: 80: Host ports are not allowed to be used',
      'provider x: .containers[0].containers[0].hostPort: Invalid value: 80: Host ports are not allowed to be used',
    ]);
  });

  it('is refused sysctls and profiles without a word of the constraint', () => {
    const sysctls = [
      { name: 'kernel.msgmax', value: '1' },
      { name: 'net.core.a', value: '1' },
    ];
    const rules = { allowedUnsafeSysctls: ['net.*'], forbiddenSysctls: ['net.core.*'] };
    expect(problems(rules, { securityContext: { sysctls } })).to.deep.equal([
      'spec.securityContext.sysctls[0]: Forbidden: unsafe sysctl "kernel.msgmax" is not allowed',
      'spec.securityContext.sysctls[1]: Forbidden: sysctl "net.core.a" is not allowed',
    ]);
    const confined = { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } };
    expect(problems({ seccompProfiles: null }, confined)).to.deep.equal([
      'metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]: Forbidden: seccomp may not be set',
      'metadata.annotations[container.seccomp.security.alpha.kubernetes.io/main]: Forbidden: seccomp may not be set',
    ]);
    expect(problems({ seccompProfiles: ['docker/default'] }, confined)).to.deep.equal([]);
  });

  describe('is asked for its volumes,', () => {
    const volumes = [
      { name: 'logs', hostPath: { path: '/' } },
      { name: 'lvm', flexVolume: { driver: 'lvm' } },
    ];

    it('one by one', () => {
      expect(problems({ allowHostDirVolumePlugin: false, volumes: ['secret'] }, { volumes })).to.deep.equal([
        'provider x: .spec.volumes[0]: Invalid value: "hostPath": hostPath volumes are not allowed to be used',
        'provider x: .spec.volumes[1]: Invalid value: "flexVolume": flexVolume volumes are not allowed to be used',
      ]);
    });

    it('and for their drivers', () => {
      expect(problems({ allowedFlexVolumes: [{ driver: 'nfs' }] }, { volumes })).to.deep.equal([
        'provider x: .spec.volumes[1].flexVolume.driver: Invalid value: "lvm": Flexvolume driver is not allowed to be used',
      ]);
    });

    it('the token among them, which whoever may use secrets may have', () => {
      const token = { automountServiceAccountToken: undefined };
      const rules = { allowHostDirVolumePlugin: false };
      expect(problems({ ...rules, volumes: ['secret'] }, token)).to.deep.equal([]);
      expect(problems({ ...rules, volumes: ['configMap'] }, token)).to.deep.equal([
        'provider x: .spec.volumes[0]: Invalid value: "projected": projected volumes are not allowed to be used',
      ]);
    });

    it('but not more of the same sort', () => {
      const projected = (source: object) => ({ volumes: [{ name: 'a', projected: { sources: [source] } }] });
      const rules = { allowHostDirVolumePlugin: false, volumes: ['secret'] };
      const isRefused = (source: object): boolean => problems(rules, projected(source)).length > 0;
      const item = (key: string) => ({ items: [{ key, path: key }] });
      expect(isRefused({ serviceAccountToken: { path: 'token' } })).to.equal(false);
      expect(isRefused({ serviceAccountToken: { path: 'token', audience: 'vault' } })).to.equal(true);
      expect(isRefused({ configMap: { name: 'kube-root-ca.crt', ...item('ca.crt') } })).to.equal(false);
      expect(isRefused({ configMap: { name: 'settings', ...item('ca.crt') } })).to.equal(true);
      expect(isRefused({ secret: { name: 'password' } })).to.equal(true);
    });
  });
});
