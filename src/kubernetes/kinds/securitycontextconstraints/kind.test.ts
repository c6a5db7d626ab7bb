import { expect } from 'chai';
import type { Manifest } from '../../object';
import { ApiError } from '../../refusals';
import { decodeStrictly } from '../../wire/schema/decode';
import type { SecurityContextConstraints } from './constraints';
import { securitycontextconstraints as kind } from './kind';

/** The least that says how users and labels are chosen. */
const LEAST = { runAsUser: { type: 'RunAsAny' }, seLinuxContext: { type: 'RunAsAny' } };

const sent = (fields: object): Manifest => ({
  apiVersion: 'security.openshift.io/v1',
  kind: 'SecurityContextConstraints',
  metadata: { name: 'agents' },
  ...fields,
});

const stored = (fields: object): SecurityContextConstraints =>
  kind.defaults(decodeStrictly(sent(fields), kind.read) as unknown as SecurityContextConstraints);

const problems = (fields: object): string[] =>
  kind.validateCreate(stored(fields)).map(({ field, message }) => `${field}: ${message}`);

describe('security context constraints', () => {
  it('are filled in by the most that the past allowed, host paths aside', () => {
    const { volumes, ...rest } = stored(LEAST);
    expect(rest).to.deep.include({
      priority: null,
      users: [],
      groups: [],
      allowedCapabilities: null,
      allowHostNetwork: false,
      allowPrivilegeEscalation: true,
      fsGroup: { type: 'RunAsAny' },
      userNamespaceLevel: 'AllowHostLevel',
    });
    expect(volumes).to.include.members(['nfs', 'cephFS', 'storageOS']).and.to.have.length(29);
    expect(volumes).not.to.include('hostPath');
  });

  it('name host paths among the volumes only if they allow them', () => {
    const volumesOf = (fields: object) => stored({ ...LEAST, ...fields }).volumes;
    expect(volumesOf({ volumes: [] })).to.deep.equal(['none']);
    expect(volumesOf({ volumes: [], allowHostDirVolumePlugin: true })).to.deep.equal(['hostPath']);
    expect(volumesOf({ volumes: ['secret', 'csi', 'hostPath'] })).to.deep.equal(['csi', 'secret']);
    expect(volumesOf({ volumes: ['*'], allowHostDirVolumePlugin: true })).to.deep.equal(['*']);
  });

  it('are valid if they say how users and labels are chosen', () => {
    expect(problems(LEAST)).to.deep.equal([]);
    expect(problems({})).to.deep.equal([
      'runAsUser.type: Invalid value: "": invalid strategy type.  Valid values are MustRunAs, MustRunAsNonRoot, MustRunAsRange, RunAsAny',
      'seLinuxContext.type: Invalid value: "": invalid strategy type.  Valid values are MustRunAs, RunAsAny',
    ]);
  });

  it('are first held against their schema', () => {
    expect(problems({ userNamespaceLevel: 'Some' })).to.deep.equal([
      'userNamespaceLevel: Unsupported value: "Some": supported values: "AllowHostLevel", "RequirePodLevel"',
    ]);
    expect(() => stored({ ...LEAST, allowHostPid: true })).to.throw(
      ApiError,
      'strict decoding error: unknown field "allowHostPid"',
    );
  });

  const wrong: Readonly<Record<string, readonly [fields: object, ...problems: string[]]>> = {
    'a priority below nothing': [
      { priority: -1 },
      'priority: Invalid value: -1: priority cannot be negative',
    ],
    'a user below nothing': [
      { runAsUser: { type: 'MustRunAs', uid: -1 } },
      'runAsUser.uid: Invalid value: -1: uid cannot be negative',
    ],
    'a strategy for groups that is for users': [
      { fsGroup: { type: 'MustRunAsRange' } },
      'fsGroup.type: Unsupported value: "MustRunAsRange": supported values: "MustRunAs", "RunAsAny"',
    ],
    'a range that ends before it begins': [
      { supplementalGroups: { type: 'MustRunAs', ranges: [{ min: 5, max: 4 }] } },
      'supplementalGroups.ranges[0].min: Invalid value: {"min":5,"max":4}: min cannot be greater than max',
    ],
    'a capability that is dropped and allowed': [
      { requiredDropCapabilities: ['KILL'], allowedCapabilities: ['KILL'] },
      'allowedCapabilities: Invalid value: "KILL": capability is listed in allowedCapabilities and requiredDropCapabilities',
    ],
    'drops where all is allowed': [
      { requiredDropCapabilities: ['KILL'], allowedCapabilities: ['*'] },
      'requiredDropCapabilities: Invalid value: ["KILL"]: required capabilities must be empty when all capabilities are allowed by a wildcard',
    ],
    'escalation by default that is not allowed': [
      { allowPrivilegeEscalation: false, defaultAllowPrivilegeEscalation: true },
      'defaultAllowPrivilegeEscalation: Invalid value: true: Cannot set DefaultAllowPrivilegeEscalation to true without also setting AllowPrivilegeEscalation to true',
    ],
    'volumes beside none': [
      { volumes: ['none', 'secret'] },
      'volumes: Invalid value: ["none","secret"]: if \'none\' is specified, no other values are allowed',
    ],
    'drivers of volumes that are not allowed': [
      { volumes: ['secret'], allowedFlexVolumes: [{ driver: 'lvm' }] },
      'allowedFlexVolumes: Invalid value: [{"driver":"lvm"}]: volumes does not include \'flexVolume\' or \'*\', so no flex volumes are allowed',
    ],
    'sysctls beside all of them': [
      { allowedUnsafeSysctls: ['*', 'kernel.msgmax'] },
      "allowedUnsafeSysctls.items: Forbidden: if '*' is present, must not specify other sysctls",
    ],
    'sysctls that no kernel has': [
      { forbiddenSysctls: ['', 'Kernel'] },
      'forbiddenSysctls[0]: Invalid value: "": empty sysctl not allowed',
      'forbiddenSysctls[1]: Invalid value: "Kernel": must have at most 253 characters and match regex ([a-z0-9]([-_a-z0-9]*[a-z0-9])?\\.)*([a-z0-9][-_a-z0-9]*)?[a-z0-9*]',
    ],
    'sysctls that are allowed and forbidden': [
      { allowedUnsafeSysctls: ['net.*', 'kernel.sem'], forbiddenSysctls: ['net.core.somaxconn', 'kernel.*'] },
      'forbiddenSysctls[0]: Invalid value: "net.core.somaxconn": sysctl overlaps with net.*',
      'allowedUnsafeSysctls[1]: Invalid value: "kernel.sem": sysctl overlaps with kernel.*',
    ],
  };
  for (const [what, [fields, ...expected]] of Object.entries(wrong)) {
    it(`are refused for ${what}`, () => {
      expect(problems({ ...LEAST, ...fields })).to.deep.equal(expected);
    });
  }

  it('are held against the same rules when they are changed, and count their generations', () => {
    const { metadata, ...rest } = kind.prepareForCreate(stored(LEAST));
    const before = { ...rest, metadata: { ...metadata, resourceVersion: '1' } };
    const after = { ...before, priority: -1 };
    expect(kind.validateUpdate(after, before).map(({ field }) => field)).to.deep.equal(['priority']);
    expect(kind.prepareForUpdate(after, before).metadata.generation).to.equal(2);
  });
});
