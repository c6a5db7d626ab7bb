import { expect } from 'chai';
import type { PodSpec } from '../pod';
import { inFull, inShort, nameOf, type Standard, violationsOf } from './standards';

const main = { name: 'main', image: 'agent:v1' };

/** What a container must say to meet `restricted`. */
const humble = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

const told = (
  level: Standard['level'],
  spec: object,
  { version = 'latest' as Standard['version'], annotations = {} } = {},
): string =>
  inFull(
    violationsOf(
      { level, version },
      { spec: { containers: [{ ...main, securityContext: humble }], ...spec } as PodSpec, annotations },
    ),
  );

const ofMain = (level: Standard['level'], container: object, how = {}): string =>
  told(level, { containers: [{ ...main, ...container }] }, how);

describe('a pod security standard', () => {
  it('has a name', () => {
    expect(nameOf({ level: 'baseline', version: 'latest' })).to.equal('baseline:latest');
    expect(nameOf({ level: 'restricted', version: 30 })).to.equal('restricted:v1.30');
  });

  it('is met by whoever asks for nothing, if it is not restricted', () => {
    expect(ofMain('privileged', { securityContext: { privileged: true } })).to.equal('');
    expect(ofMain('baseline', {})).to.equal('');
    expect(told('restricted', {})).to.equal('');
  });

  it('can be told in short', () => {
    const spec = { hostNetwork: true, containers: [{ ...main, securityContext: { privileged: true } }] };
    const standard = { level: 'baseline', version: 'latest' } as const;
    expect(inShort(violationsOf(standard, { spec, annotations: {} }))).to.equal(
      'host namespaces, privileged',
    );
  });

  describe('baseline forbids', () => {
    const cases: Readonly<Record<string, readonly [spec: object, words: string]>> = {
      'namespaces of the host': [
        { hostNetwork: true, hostPID: true, hostIPC: true },
        'host namespaces (hostNetwork=true, hostPID=true, hostIPC=true)',
      ],
      'paths of the host': [
        {
          volumes: [
            { name: 'a', hostPath: { path: '/' } },
            { name: 'b', hostPath: { path: '/' } },
          ],
        },
        'hostPath volumes (volumes "a", "b")',
      ],
      'ports of the host': [
        {
          containers: [
            { ...main, ports: [{ containerPort: 80, hostPort: 80 }] },
            { ...main, name: 'side', ports: [{ containerPort: 81, hostPort: 100 }] },
          ],
        },
        'hostPort (containers "main", "side" use hostPorts 100, 80)',
      ],
      'probes of other hosts': [
        {
          containers: [
            {
              ...main,
              livenessProbe: { tcpSocket: { host: 'a', port: 1 } },
              lifecycle: { preStop: { httpGet: { host: 'b', port: 1 } } },
            },
          ],
        },
        'probe or lifecycle host (container "main" uses probe or lifecycle hosts "a", "b")',
      ],
      'privileged containers': [
        { initContainers: [{ ...main, name: 'init', securityContext: { privileged: true } }] },
        'privileged (container "init" must not set securityContext.privileged=true)',
      ],
      'unusual capabilities': [
        {
          containers: [{ ...main, securityContext: { capabilities: { add: ['SYS_TIME', 'CHOWN', 'BPF'] } } }],
        },
        'non-default capabilities (container "main" must not include "BPF", "SYS_TIME" in securityContext.capabilities.add)',
      ],
      'an unmasked /proc': [
        { containers: [{ ...main, securityContext: { procMount: 'Unmasked' } }] },
        'procMount (container "main" must not set securityContext.procMount to "Unmasked")',
      ],
      'options of SELinux': [
        {
          securityContext: { seLinuxOptions: { type: 'spc_t', user: 'root' } },
          containers: [{ ...main, securityContext: { seLinuxOptions: { role: 'r' } } }],
        },
        'seLinuxOptions (pod and container "main" set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set; role may not be set)',
      ],
      'loose profiles of seccomp': [
        { securityContext: { seccompProfile: { type: 'Unconfined' } } },
        'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")',
      ],
      'loose profiles of AppArmor': [
        { securityContext: { appArmorProfile: { type: 'Unconfined' } } },
        'forbidden AppArmor profile (pod must not set AppArmor profile type to "Unconfined")',
      ],
      'settings of the kernel': [
        {
          securityContext: {
            sysctls: [
              { name: 'kernel.msgmax', value: '1' },
              { name: 'net.ipv4.tcp_rmem', value: '1' },
            ],
          },
        },
        'forbidden sysctls (kernel.msgmax)',
      ],
      'processes of a Windows host': [
        { securityContext: { windowsOptions: { hostProcess: true } } },
        'hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)',
      ],
    };
    for (const [what, [spec, words]] of Object.entries(cases)) {
      it(what, () => {
        expect(told('baseline', spec)).to.equal(words);
      });
    }

    it('annotations of AppArmor beside its fields', () => {
      const annotations = { 'container.apparmor.security.beta.kubernetes.io/main': 'unconfined' };
      const securityContext = { appArmorProfile: { type: 'Unconfined' } };
      expect(told('baseline', { securityContext }, { annotations })).to.equal(
        'forbidden AppArmor profiles (pod and annotation must not set AppArmor profile type to "Unconfined", "container.apparmor.security.beta.kubernetes.io/main=\\"unconfined\\"")'.replaceAll(
          '\\"',
          '"',
        ),
      );
    });
  });

  describe('restricted asks of every container', () => {
    it('to say that it is humble', () => {
      expect(ofMain('restricted', {})).to.equal(
        'allowPrivilegeEscalation != false (container "main" must set securityContext.allowPrivilegeEscalation=false), ' +
          'unrestricted capabilities (container "main" must set securityContext.capabilities.drop=["ALL"]), ' +
          'runAsNonRoot != true (pod or container "main" must set securityContext.runAsNonRoot=true), ' +
          'seccompProfile (pod or container "main" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
      );
    });

    it('and allows the pod to say it of all', () => {
      const { runAsNonRoot, seccompProfile, ...own } = humble;
      const containers = [{ ...main, securityContext: own }];
      expect(told('restricted', { securityContext: { runAsNonRoot, seccompProfile }, containers })).to.equal(
        '',
      );
    });

    it('not to add capabilities, but for low ports', () => {
      const add = (...capabilities: string[]) =>
        ofMain('restricted', {
          securityContext: { ...humble, capabilities: { drop: ['ALL'], add: capabilities } },
        });
      expect(add('NET_BIND_SERVICE')).to.equal('');
      expect(add('CHOWN')).to.equal(
        'unrestricted capabilities (container "main" must not include "CHOWN" in securityContext.capabilities.add)',
      );
    });

    it('not to be root', () => {
      expect(told('restricted', { securityContext: { runAsNonRoot: false, runAsUser: 0 } })).to.equal(
        'runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false), runAsUser=0 (pod must not set runAsUser=0)',
      );
    });

    it('to use only harmless volumes', () => {
      const volumes = [
        { name: 'a', hostPath: { path: '/' } },
        { name: 'b', nfs: { server: 's', path: '/' } },
        { name: 'c', emptyDir: {} },
        { name: 'd', other: {} },
      ];
      expect(told('restricted', { volumes })).to.equal(
        'restricted volume types (volumes "a", "b", "d" use restricted volume types "hostPath", "nfs", "unknown")',
      );
    });
  });

  describe('of an older release', () => {
    it('asks for what was asked for then', () => {
      expect(ofMain('restricted', {}, { version: 18 })).to.match(
        /^allowPrivilegeEscalation .*runAsNonRoot=true\)$/,
      );
      const sysctls = [{ name: 'net.ipv4.tcp_rmem', value: '1' }];
      expect(told('baseline', { securityContext: { sysctls } }, { version: 31 })).to.equal(
        'forbidden sysctls (net.ipv4.tcp_rmem)',
      );
      const livenessProbe = { tcpSocket: { host: 'a', port: 1 } };
      expect(ofMain('baseline', { livenessProbe }, { version: 33 })).to.equal('');
    });

    it('reads annotations where there were no fields', () => {
      const annotations = { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' };
      expect(told('baseline', {}, { version: 18, annotations })).to.equal(
        'seccompProfile (forbidden annotation seccomp.security.alpha.kubernetes.io/pod="unconfined")',
      );
      expect(told('baseline', {}, { version: 19, annotations })).to.equal('');
    });

    it('does not know that pods of Windows, and of user namespaces, are another thing', () => {
      expect(ofMain('restricted', {}, { version: 24 })).to.contain('allowPrivilegeEscalation');
      const windows = {
        os: { name: 'windows' },
        containers: [main],
        securityContext: { runAsNonRoot: true },
      };
      expect(told('restricted', windows, { version: 24 })).to.contain('allowPrivilegeEscalation');
      expect(told('restricted', windows, { version: 25 })).to.equal('');
      const root = { hostUsers: false, securityContext: { runAsUser: 0 } };
      expect(told('restricted', root, { version: 34 })).to.equal(
        'runAsUser=0 (pod must not set runAsUser=0)',
      );
      expect(told('restricted', root, { version: 35 })).to.equal('');
    });

    it('of one that is still to come is the newest', () => {
      expect(
        told('restricted', { hostUsers: false, securityContext: { runAsUser: 0 } }, { version: 99 }),
      ).to.equal('');
    });
  });
});
