import type { SecurityContextConstraints } from './constraints';

type Stock = Omit<SecurityContextConstraints, 'apiVersion' | 'kind' | 'metadata'>;

const COMMON_VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

const ANY = { type: 'RunAsAny' };
const GIVEN = { type: 'MustRunAs' };
const IN_RANGE = { type: 'MustRunAsRange' };
const NOT_ROOT = { type: 'MustRunAsNonRoot' };

/** What a constraint of the first generation has pods drop; the second drops ALL and adds one back on demand. */
const SOME = ['KILL', 'MKNOD', 'SETUID', 'SETGID'];

const secondGeneration: Stock = {
  allowPrivilegeEscalation: false,
  allowedCapabilities: ['NET_BIND_SERVICE'],
  requiredDropCapabilities: ['ALL'],
  seccompProfiles: ['runtime/default'],
};

const restricted: Stock = {
  requiredDropCapabilities: SOME,
  seLinuxContext: GIVEN,
  runAsUser: IN_RANGE,
  fsGroup: GIVEN,
  supplementalGroups: ANY,
  volumes: COMMON_VOLUMES,
};

const nonroot: Stock = { ...restricted, runAsUser: NOT_ROOT, fsGroup: ANY };

const hostnetwork: Stock = {
  ...restricted,
  allowHostNetwork: true,
  allowHostPorts: true,
  supplementalGroups: GIVEN,
};

const USERS_OF_A_NAMESPACE = { min: 1000, max: 65534 };

/** The constraints that every OpenShift cluster has, by name. */
export const STOCK_CONSTRAINTS: Readonly<Record<string, Stock>> = {
  anyuid: {
    ...restricted,
    priority: 10,
    groups: ['system:cluster-admins'],
    requiredDropCapabilities: ['MKNOD'],
    runAsUser: ANY,
    fsGroup: ANY,
  },
  hostaccess: {
    ...restricted,
    allowHostDirVolumePlugin: true,
    allowHostIPC: true,
    allowHostNetwork: true,
    allowHostPID: true,
    allowHostPorts: true,
  },
  'hostmount-anyuid': {
    ...restricted,
    allowHostDirVolumePlugin: true,
    users: ['system:serviceaccount:openshift-infra:pv-recycler-controller'],
    requiredDropCapabilities: ['MKNOD'],
    runAsUser: ANY,
    fsGroup: ANY,
    volumes: [...COMMON_VOLUMES, 'nfs'],
  },
  hostnetwork,
  'hostnetwork-v2': { ...hostnetwork, ...secondGeneration },
  nonroot,
  'nonroot-v2': { ...nonroot, ...secondGeneration },
  privileged: {
    users: ['system:admin', 'system:serviceaccount:openshift-infra:build-controller'],
    groups: ['system:cluster-admins', 'system:nodes', 'system:masters'],
    allowHostDirVolumePlugin: true,
    allowHostIPC: true,
    allowHostNetwork: true,
    allowHostPID: true,
    allowHostPorts: true,
    allowPrivilegedContainer: true,
    allowedCapabilities: ['*'],
    allowedUnsafeSysctls: ['*'],
    seLinuxContext: ANY,
    runAsUser: ANY,
    fsGroup: ANY,
    supplementalGroups: ANY,
    seccompProfiles: ['*'],
    volumes: ['*'],
  },
  restricted,
  'restricted-v2': { ...restricted, ...secondGeneration },
  'restricted-v3': {
    ...restricted,
    ...secondGeneration,
    userNamespaceLevel: 'RequirePodLevel',
    runAsUser: {
      ...IN_RANGE,
      uidRangeMin: USERS_OF_A_NAMESPACE.min,
      uidRangeMax: USERS_OF_A_NAMESPACE.max,
    },
    fsGroup: { ...GIVEN, ranges: [USERS_OF_A_NAMESPACE] },
    supplementalGroups: { ...GIVEN, ranges: [USERS_OF_A_NAMESPACE] },
  },
};

/** The stock constraints that everybody may use who is somebody. */
export const FOR_EVERYBODY = ['restricted-v2', 'restricted-v3'] as const;

/** Without one of these, the admission of pods takes its list of constraints for incomplete. */
export const EXPECTED_CONSTRAINTS = Object.keys(STOCK_CONSTRAINTS).filter((name) => name !== 'restricted-v3');
