import { exactly } from '../../../fields/exactQuantity';
import {
  forbidden,
  invalid,
  misformatted,
  notSupported,
  required,
  tooLong,
} from '../../../fields/validation/causes';
import { between, dnsLabel, dnsSubdomain } from '../../../fields/validation/formats';
import { fileMode, noBacksteps, relativePath } from '../../../fields/validation/paths';
import type { FieldCause } from '../../../refusals';
import { validateClaimTemplate } from './claimTemplate';
import { validateDownwardItems, validateItems, validateProjections } from './projections';

/** A volume source, read loosely: each kind has fields of its own. */
export type Source = Readonly<Record<string, unknown>>;

type Rule = (source: Source, field: string) => FieldCause[];

interface Kind {
  readonly validate: Rule;
  /** Where its errors point, if not at its own field. */
  readonly names?: string;
  /** Where a second source of this kind is refused, if not at its own field. */
  readonly again?: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const needs =
  (...fields: readonly string[]): Rule =>
  (source, field) =>
    fields.filter((each) => text(source[each]) === '').map((each) => required(`${field}.${each}`));

const all =
  (...rules: readonly Rule[]): Rule =>
  (source, field) =>
    rules.flatMap((rule) => rule(source, field));

/** A secret that is referred to must be named. */
const secretRef: Rule = (source, field) => {
  const ref = source.secretRef as Source | undefined;
  return ref !== undefined && text(ref.name) === '' ? [required(`${field}.secretRef.name`)] : [];
};

const partition: Rule = ({ partition: number }, field) =>
  typeof number === 'number' && (number < 0 || number > 255)
    ? [invalid(`${field}.partition`, number, between(1, 255))]
    : [];

const monitors: Rule = (source, field) =>
  ((source.monitors as readonly string[] | undefined)?.length ?? 0) === 0
    ? [required(`${field}.monitors`)]
    : [];

const mode: Rule = (source, field) =>
  fileMode(source.defaultMode as number | undefined, `${field}.defaultMode`);

const items: Rule = (source, field) =>
  validateItems(source.items as readonly Source[] | undefined, `${field}.items`);

const HOST_PATHS = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

const hostPath: Rule = ({ path, type }, field) => {
  if (text(path) === '') return [required(`${field}.path`)];
  const known = type === undefined || HOST_PATHS.includes(text(type));
  return [
    ...noBacksteps(text(path), `${field}.path`),
    ...(known ? [] : [notSupported(`${field}.type`, text(type), HOST_PATHS)]),
  ];
};

const emptyDir: Rule = ({ sizeLimit }, field) =>
  sizeLimit !== undefined && exactly(String(sizeLimit)).nano < 0n
    ? [forbidden(`${field}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')]
    : [];

const nfs: Rule = ({ path }, field) =>
  text(path).startsWith('/') ? [] : [invalid(`${field}.path`, text(path), 'must be an absolute path')];

const INITIATOR: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.([a-zA-Z0-9.-]+)(:[^,;*&$|\s]+)$/,
  eui: /^eui.[a-zA-Z0-9]{16}$/,
  naa: /^naa.[a-zA-Z0-9]{32}$/,
};

const initiator = (name: string, field: string): FieldCause[] => {
  const format = INITIATOR[name.slice(0, 3)];
  if (!format) return [invalid(field, name, 'must be valid format starting with iqn, eui, or naa')];
  return format.test(name) ? [] : [invalid(field, name, 'must be valid format')];
};

const iscsi: Rule = (source, field) => {
  const { lun, chapAuthDiscovery, chapAuthSession, secretRef: secret, initiatorName } = source;
  const name = text(source.iqn);
  return [
    ...needs('targetPortal')(source, field),
    ...(name === '' ? [required(`${field}.iqn`)] : initiator(name, `${field}.iqn`)),
    ...(typeof lun === 'number' && (lun < 0 || lun > 255)
      ? [invalid(`${field}.lun`, lun, between(0, 255))]
      : []),
    ...((chapAuthDiscovery || chapAuthSession) && secret === undefined
      ? [required(`${field}.secretRef`)]
      : []),
    ...(initiatorName === undefined ? [] : initiator(text(initiatorName), `${field}.initiatorname`)),
  ];
};

const fc: Rule = (source, field) => {
  const names = (source.targetWWNs ?? []) as readonly string[];
  const ids = (source.wwids ?? []) as readonly string[];
  const causes: FieldCause[] = [];
  if (names.length === 0 && ids.length === 0) {
    causes.push(required(`${field}.targetWWNs`, 'must specify either targetWWNs or wwids, but not both'));
  }
  if (names.length > 0 && ids.length > 0) {
    causes.push(
      invalid(`${field}.targetWWNs`, names, 'targetWWNs and wwids can not be specified simultaneously'),
    );
  }
  if (names.length > 0) {
    const lun = source.lun as number | undefined;
    if (lun === undefined)
      causes.push(required(`${field}.lun`, 'lun is required if targetWWNs is specified'));
    else if (lun < 0 || lun > 255) causes.push(invalid(`${field}.lun`, lun, between(0, 255)));
  }
  return causes;
};

const flocker: Rule = (source, field) => {
  const [name, uuid] = [text(source.datasetName), text(source.datasetUUID)];
  const causes: FieldCause[] = [];
  if (name === '' && uuid === '') {
    causes.push(required(field, 'one of datasetName and datasetUUID is required'));
  }
  if (name !== '' && uuid !== '') {
    causes.push(
      invalid(field, 'resource', 'datasetName and datasetUUID can not be specified simultaneously'),
    );
  }
  if (name.includes('/')) causes.push(invalid(`${field}.datasetName`, name, "must not contain '/'"));
  return causes;
};

const PAIRS = 'must be a host:port pair or multiple pairs separated by commas';

const quobyte: Rule = (source, field) => {
  const registry = text(source.registry);
  const causes: FieldCause[] = [];
  if (registry === '') causes.push(required(`${field}.registry`, PAIRS));
  else if (text(source.tenant).length >= 65) {
    causes.push(required(`${field}.tenant`, 'must be a UUID and may not exceed a length of 64 characters'));
  } else {
    for (const pair of registry.split(',')) {
      if (!/^([^:[\]]*|\[[^[\]]*\]):[^:]*$/.test(pair))
        causes.push(invalid(`${field}.registry`, registry, PAIRS));
    }
  }
  return [...causes, ...needs('volume')(source, field)];
};

const flexVolume: Rule = (source, field) =>
  Object.keys((source.options ?? {}) as Source)
    .sort()
    .filter((key) => /(^|\.)(kubernetes|k8s)\.io$/.test((key.split('/')[0] ?? '').toLowerCase()))
    .map((key) =>
      invalid(`${field}.options[${key}]`, key, 'kubernetes.io and k8s.io namespaces are reserved'),
    );

const CACHING = ['None', 'ReadOnly', 'ReadWrite'];
const DISKS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_URI =
  '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_URI = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

const azureDisk: Rule = (source, field) => {
  const [caching, kind, uri] = [source.cachingMode, source.kind, text(source.diskURI)];
  const causes = needs('diskName', 'diskURI')(source, field);
  if (caching !== undefined && !CACHING.includes(text(caching))) {
    causes.push(notSupported(`${field}.cachingMode`, text(caching), CACHING));
  }
  if (kind !== undefined && !DISKS.includes(text(kind))) {
    causes.push(notSupported(`${field}.kind`, text(kind), DISKS));
  }
  if (kind === 'Managed' && !uri.startsWith('/subscriptions/')) {
    causes.push(notSupported(`${field}.diskURI`, uri, [MANAGED_URI]));
  }
  if (kind !== undefined && kind !== 'Managed' && !uri.startsWith('https://')) {
    causes.push(notSupported(`${field}.diskURI`, uri, [BLOB_URI]));
  }
  return causes;
};

const storageos: Rule = (source, field) => {
  const [name, namespace] = [text(source.volumeName), text(source.volumeNamespace)];
  return [
    ...(name === ''
      ? [required(`${field}.volumeName`)]
      : misformatted(`${field}.volumeName`, name, dnsLabel(name))),
    ...(namespace === '' ? [] : misformatted(`${field}.volumeNamespace`, namespace, dnsLabel(namespace))),
    ...secretRef(source, field),
  ];
};

const csi: Rule = (source, field) => {
  const driver = text(source.driver);
  const causes = driver === '' ? [required(`${field}.driver`)] : [];
  if (driver.length > 63) causes.push(tooLong(`${field}.driver`, 63));
  causes.push(...misformatted(`${field}.driver`, driver, dnsSubdomain(driver.toLowerCase())));
  const ref = source.nodePublishSecretRef as Source | undefined;
  if (ref === undefined) return causes;
  const name = text(ref.name);
  if (name === '') causes.push(required(`${field}.nodePublishSecretRef.name`));
  else causes.push(...misformatted(`${field}.name`, name, dnsSubdomain(name)));
  return causes;
};

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

const image: Rule = ({ pullPolicy }, field) => {
  if (text(pullPolicy) === '') return [required(`${field}.pullPolicy`)];
  return PULL_POLICIES.includes(text(pullPolicy))
    ? []
    : [notSupported(`${field}.pullPolicy`, text(pullPolicy), PULL_POLICIES)];
};

/** Every kind of volume there is, in the order in which the API server looks for them, with its rules. */
export const VOLUME_KINDS: Readonly<Record<string, Kind>> = {
  emptyDir: { validate: emptyDir },
  hostPath: { validate: hostPath },
  gitRepo: {
    validate: all(needs('repository'), ({ directory }, field) =>
      relativePath(text(directory), `${field}.directory`),
    ),
  },
  gcePersistentDisk: { validate: all(needs('pdName'), partition), names: 'persistentDisk' },
  awsElasticBlockStore: { validate: all(needs('volumeID'), partition) },
  secret: { validate: all(needs('secretName'), mode, items) },
  nfs: { validate: all(needs('server', 'path'), nfs) },
  iscsi: { validate: iscsi },
  glusterfs: { validate: needs('endpoints', 'path') },
  flocker: { validate: flocker },
  persistentVolumeClaim: { validate: needs('claimName') },
  rbd: { validate: all(monitors, needs('image')) },
  cinder: { validate: all(needs('volumeID'), secretRef) },
  cephfs: { validate: monitors, again: 'cephFS' },
  quobyte: { validate: quobyte },
  downwardAPI: {
    validate: all(mode, (source, field) =>
      validateDownwardItems(source.items as readonly Source[] | undefined, field),
    ),
    again: 'downwarAPI',
  },
  fc: { validate: fc },
  flexVolume: { validate: all(needs('driver'), flexVolume) },
  configMap: { validate: all(needs('name'), mode, items) },
  azureFile: { validate: needs('secretName', 'shareName') },
  vsphereVolume: { validate: needs('volumePath') },
  photonPersistentDisk: { validate: needs('pdID') },
  portworxVolume: { validate: needs('volumeID') },
  azureDisk: { validate: azureDisk },
  storageos: { validate: storageos },
  projected: {
    validate: all(mode, (source, field) =>
      validateProjections((source.sources ?? []) as readonly Source[], field),
    ),
  },
  scaleIO: { validate: needs('gateway', 'system', 'volumeName') },
  csi: { validate: csi },
  ephemeral: {
    validate: ({ volumeClaimTemplate }, field) =>
      volumeClaimTemplate === undefined
        ? [required(`${field}.volumeClaimTemplate`)]
        : validateClaimTemplate(volumeClaimTemplate as Source, `${field}.volumeClaimTemplate`),
  },
  image: { validate: image },
};
