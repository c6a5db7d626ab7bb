import { absent, type Part } from '../../../fields/fill';
import { toMilli } from '../../../fields/quantity';
import {
  asStruct,
  duplicate,
  forbidden,
  invalid,
  misformatted,
  NIL,
  notSupported,
  required,
  tooLong,
} from '../../../fields/validation/causes';
import { dnsLabel, dnsSubdomain, labelKey } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import type { NodeSelector } from '../../pod/pod';
import { validateNodeSelector } from '../../pod/validation/affinity';
import { formed, needs, noneBelowZero, oneOf, type Rule, under } from './rule';

/** A quantity of something. */
export const positive = (quantity: string, field: string): readonly FieldCause[] =>
  toMilli(quantity) > 0 ? [] : [invalid(field, quantity, 'must be greater than zero')];

const LONGEST_DRIVER = 63;

/** The name of a CSI driver, in any case. */
export const driverName =
  (field: string): Rule =>
  (part, at) => {
    const name = String(part[field] ?? '');
    const where = under(at, field);
    if (name === '') return [required(where)];
    return [
      ...(name.length > LONGEST_DRIVER ? [tooLong(where, LONGEST_DRIVER)] : []),
      ...misformatted(where, name, dnsSubdomain(name.toLowerCase())),
    ];
  };

const SECRET: readonly Rule[] = [
  needs('name'),
  formed('name', dnsSubdomain),
  needs('namespace'),
  formed('namespace', dnsLabel),
];

const SECRETS = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
];

const csi: Rule = (source, at) => [
  ...driverName('driver')(source, at),
  ...needs('volumeHandle')(source, at),
  ...SECRETS.flatMap((field) =>
    absent(source[field]) ? [] : SECRET.flatMap((rule) => rule(source[field] as Part, under(at, field))),
  ),
];

/** What a volume may be, in the order in which the API server looks. A second one is one too many. */
const SOURCES = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'flocker',
  'nfs',
  'rbd',
  'quobyte',
  'cephfs',
  'iscsi',
  'cinder',
  'fc',
  'flexVolume',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'scaleIO',
  'local',
  'storageos',
  'csi',
];

const nodeAffinity: Rule = (spec, at) => {
  const affinity = spec.nodeAffinity as { readonly required?: NodeSelector } | undefined | null;
  const field = under(at, 'nodeAffinity.required');
  if (absent(affinity)) return [];
  return absent(affinity.required)
    ? [required(field, 'must specify required node constraints')]
    : validateNodeSelector(affinity.required, field);
};

/** What a volume is: one thing, and for those of one node which node that is. */
const source: Rule = (spec, at) => {
  const [first, ...more] = SOURCES.filter((field) => !absent(spec[field]));
  if (first === undefined) return [required(at, 'must specify a volume type')];
  return [
    ...(first === 'csi' ? csi(spec.csi as Part, under(at, 'csi')) : []),
    ...(first === 'local' && absent(spec.nodeAffinity)
      ? [required(under(at, 'nodeAffinity'), 'Local volume requires node affinity')]
      : []),
    ...more.flatMap((field) =>
      // The API server does not ask what came before a flex volume, and calls Ceph's file system otherwise.
      field === 'flexVolume'
        ? []
        : [
            forbidden(
              under(at, field === 'cephfs' ? 'cephFS' : field),
              'may not specify more than 1 volume type',
            ),
          ],
    ),
  ];
};

const capacity: Rule = (spec, at) => {
  const given = (spec.capacity ?? {}) as Readonly<Record<string, string>>;
  const field = under(at, 'capacity');
  return [
    ...(Object.keys(given).length === 0 ? [required(field)] : []),
    ...(given.storage === undefined || Object.keys(given).length > 1
      ? [notSupported(field, absent(spec.capacity) ? NIL : asStruct(given), ['storage'])]
      : []),
    ...Object.entries(given).flatMap(([name, quantity]) => positive(quantity, `${field}[${name}]`)),
  ];
};

/** A class of attributes is named, and only drivers of CSI know any. */
const attributesClass: Rule = (spec, at) => {
  const name = spec.volumeAttributesClassName;
  const field = under(at, 'volumeAttributesClassName');
  if (absent(name)) return [];
  return [
    ...(name === ''
      ? [required(field, 'an empty string is disallowed')]
      : misformatted(field, name, dnsSubdomain(String(name)))),
    ...(absent(spec.csi)
      ? [required(under(at, 'csi'), 'has to be specified when using volumeAttributesClassName')]
      : []),
  ];
};

const VOLUME_MODES = ['Block', 'Filesystem'];
const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];

/**
 * What a volume has beside its access modes.
 * @see k8s.io/kubernetes/pkg/apis/core/validation ValidatePersistentVolumeSpec
 */
export const volumeSpec: readonly Rule[] = [
  capacity,
  oneOf('persistentVolumeReclaimPolicy', RECLAIM_POLICIES),
  nodeAffinity,
  source,
  formed('storageClassName', dnsSubdomain),
  oneOf('volumeMode', VOLUME_MODES),
  attributesClass,
];

/** Labels that tell where a driver can put volumes. */
const topologyKeys: Rule = (driver, at) => {
  const keys = (driver.topologyKeys ?? []) as readonly string[];
  return keys.flatMap((key, index) => [
    ...(key === '' ? [required(at)] : []),
    ...(keys.indexOf(key) < index ? [duplicate(at, key)] : []),
    ...misformatted(at, key, labelKey(key)),
  ]);
};

const allocatable: Rule = (driver, at) =>
  noneBelowZero('count')((driver.allocatable ?? {}) as Part, under(at, 'allocatable'));

/**
 * The drivers of a node, no name twice.
 * @see k8s.io/kubernetes/pkg/apis/storage/validation validateCSINodeDriver
 */
export const nodeDrivers: Rule = (spec, at) => {
  const drivers = (spec.drivers ?? []) as readonly Part[];
  const names = drivers.map(({ name }) => String(name ?? ''));
  return drivers.flatMap((driver, index) => {
    const where = `${under(at, 'drivers')}[${index}]`;
    return [
      ...[driverName('name'), needs('nodeID'), allocatable].flatMap((rule) => rule(driver, where)),
      ...(names.indexOf(String(driver.name ?? '')) < index ? [duplicate(`${where}.name`, driver.name)] : []),
      ...topologyKeys(driver, where),
    ];
  });
};
