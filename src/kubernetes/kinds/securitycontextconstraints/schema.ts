import type { PrinterColumn } from '../../resourceType';
import type { Structural } from '../../wire/structural/structural';

const flag: Structural = { type: 'boolean' };
const flagOrNull: Structural = { type: 'boolean', nullable: true };
const text: Structural = { type: 'string' };
const id: Structural = { type: 'integer', format: 'int64' };

const listOf = (items: Structural): Structural => ({
  type: 'array',
  items,
  'x-kubernetes-list-type': 'atomic',
});
const part = (properties: Readonly<Record<string, Structural>>): Structural => ({
  type: 'object',
  properties,
});
const names: Structural = { ...listOf(text), nullable: true };
const groups: Structural = {
  ...part({ type: text, ranges: listOf(part({ min: id, max: id })) }),
  nullable: true,
};

/**
 * The schema by which OpenShift defines the kind.
 * @see github.com/openshift/api/security/v1 the definition securitycontextconstraints.security.openshift.io
 */
export const schemaOfConstraints: Structural = {
  type: 'object',
  required: [
    'allowHostDirVolumePlugin',
    'allowHostIPC',
    'allowHostNetwork',
    'allowHostPID',
    'allowHostPorts',
    'allowPrivilegedContainer',
    'allowedCapabilities',
    'defaultAddCapabilities',
    'priority',
    'readOnlyRootFilesystem',
    'requiredDropCapabilities',
    'volumes',
  ],
  properties: {
    apiVersion: text,
    kind: text,
    metadata: { type: 'object' },
    allowHostDirVolumePlugin: flag,
    allowHostIPC: flag,
    allowHostNetwork: flag,
    allowHostPID: flag,
    allowHostPorts: flag,
    allowPrivilegeEscalation: flagOrNull,
    allowPrivilegedContainer: flag,
    allowedCapabilities: names,
    allowedFlexVolumes: {
      ...listOf({ type: 'object', required: ['driver'], properties: { driver: text } }),
      nullable: true,
    },
    allowedUnsafeSysctls: names,
    defaultAddCapabilities: names,
    defaultAllowPrivilegeEscalation: flagOrNull,
    forbiddenSysctls: names,
    fsGroup: groups,
    groups: names,
    priority: { type: 'integer', format: 'int32', nullable: true },
    readOnlyRootFilesystem: flag,
    requiredDropCapabilities: names,
    runAsUser: { ...part({ type: text, uid: id, uidRangeMax: id, uidRangeMin: id }), nullable: true },
    seLinuxContext: {
      ...part({ type: text, seLinuxOptions: part({ level: text, role: text, type: text, user: text }) }),
      nullable: true,
    },
    seccompProfiles: names,
    supplementalGroups: groups,
    userNamespaceLevel: {
      type: 'string',
      default: 'AllowHostLevel',
      enum: ['AllowHostLevel', 'RequirePodLevel'],
    },
    users: names,
    volumes: names,
  },
};

const column = (name: string, jsonPath: string): PrinterColumn => ({ name, type: 'string', jsonPath });

/** What `oc get scc` shows beside the name. */
export const columnsOfConstraints: readonly PrinterColumn[] = [
  column('Priv', '.allowPrivilegedContainer'),
  column('Caps', '.allowedCapabilities'),
  column('SELinux', '.seLinuxContext.type'),
  column('RunAsUser', '.runAsUser.type'),
  column('FSGroup', '.fsGroup.type'),
  column('SupGroup', '.supplementalGroups.type'),
  column('Priority', '.priority'),
  column('ReadOnlyRootFS', '.readOnlyRootFilesystem'),
  column('Volumes', '.volumes'),
];
