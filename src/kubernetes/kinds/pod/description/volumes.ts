import type { StringMap } from '../../../object';
import { field, indent, type Lines } from '../../../print/describe/text';
import type { Pod } from '../pod';

type Volume = NonNullable<Pod['spec']['volumes']>[number];
type DownwardItem = NonNullable<NonNullable<Volume['downwardAPI']>['items']>[number];
type Projection = NonNullable<NonNullable<NonNullable<Volume['projected']>['sources']>[number]>;

const describeProjection = (source: Projection): Lines => {
  if (source.serviceAccountToken) {
    return [field('TokenExpirationSeconds', source.serviceAccountToken.expirationSeconds ?? 3600)];
  }
  if (source.configMap) {
    return [
      field('ConfigMapName', source.configMap.name ?? ''),
      field('Optional', String(source.configMap.optional ?? false)),
    ];
  }
  if (source.secret) {
    return [
      field('SecretName', source.secret.name ?? ''),
      field('Optional', String(source.secret.optional ?? false)),
    ];
  }
  return source.downwardAPI ? [field('DownwardAPI', 'true')] : [];
};

const describeItem = ({ fieldRef, resourceFieldRef, path }: DownwardItem): Lines => [
  ...(fieldRef ? [`  ${fieldRef.fieldPath} -> ${path}`] : []),
  ...(resourceFieldRef ? [`  ${resourceFieldRef.resource} -> ${path}`] : []),
];

/** The most of an attribute that is shown, in characters. */
const MOST = 140;

const describeAttributes = (attributes: StringMap = {}): Lines => {
  const all = Object.entries(attributes)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .map((line) => (line.length > MOST ? `${line.slice(0, MOST)}...` : line));
  const [first = '<none>', ...more] = all;
  return [field('VolumeAttributes', first), ...more.map((line) => `\t${line}`)];
};

/** What a volume is made of, for the kinds that agents use. */
const describeSource = (volume: Volume): Lines | undefined => {
  const { hostPath, emptyDir, secret, configMap, persistentVolumeClaim, projected, csi } = volume;
  const { nfs, downwardAPI, image } = volume;
  if (hostPath) {
    return [
      field('Type', 'HostPath (bare host directory volume)'),
      field('Path', hostPath.path),
      field('HostPathType', hostPath.type ?? '<none>'),
    ];
  }
  if (emptyDir) {
    return [
      field('Type', "EmptyDir (a temporary directory that shares a pod's lifetime)"),
      field('Medium', emptyDir.medium ?? ''),
      field('SizeLimit', String(emptyDir.sizeLimit ?? '<unset>')),
    ];
  }
  if (secret) {
    return [
      field('Type', 'Secret (a volume populated by a Secret)'),
      field('SecretName', secret.secretName ?? ''),
      field('Optional', String(secret.optional ?? false)),
    ];
  }
  if (configMap) {
    return [
      field('Type', 'ConfigMap (a volume populated by a ConfigMap)'),
      field('Name', configMap.name ?? ''),
      field('Optional', String(configMap.optional ?? false)),
    ];
  }
  if (persistentVolumeClaim) {
    return [
      field('Type', 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)'),
      field('ClaimName', persistentVolumeClaim.claimName),
      field('ReadOnly', String(persistentVolumeClaim.readOnly ?? false)),
    ];
  }
  if (projected) {
    return [
      field('Type', 'Projected (a volume that contains injected data from multiple sources)'),
      ...(projected.sources ?? []).flatMap(describeProjection),
    ];
  }
  if (csi) {
    return [
      field('Type', 'CSI (a Container Storage Interface (CSI) volume source)'),
      field('Driver', csi.driver),
      field('FSType', csi.fsType ?? ''),
      field('ReadOnly', String(csi.readOnly ?? false)),
      ...describeAttributes(csi.volumeAttributes),
    ];
  }
  if (nfs) {
    return [
      field('Type', 'NFS (an NFS mount that lasts the lifetime of a pod)'),
      field('Server', nfs.server),
      field('Path', nfs.path),
      field('ReadOnly', String(nfs.readOnly ?? false)),
    ];
  }
  if (downwardAPI) {
    return [
      field('Type', 'DownwardAPI (a volume populated by information about the pod)'),
      'Items:',
      ...(downwardAPI.items ?? []).flatMap(describeItem),
    ];
  }
  if (image) {
    return [
      field('Type', 'Image (a container image or OCI artifact)'),
      field('Reference', image.reference ?? ''),
      field('PullPolicy', image.pullPolicy ?? ''),
    ];
  }
  return undefined;
};

/** The volumes of a pod or a pod template, each with the place its data comes from. */
export const describeVolumes = (
  title: string,
  volumes: readonly Volume[] | undefined,
  nameIndent = 2,
): Lines => {
  if (!volumes?.length) return [field(title, '<none>')];
  return [
    `${title}:`,
    ...volumes.flatMap((volume) => {
      const source = describeSource(volume);
      return [`${' '.repeat(nameIndent)}${volume.name}:`, ...(source ? indent(4, source) : ['  <unknown>'])];
    }),
  ];
};
