import type { Volume } from '../pod';

/** A file in a volume, and where it comes from, if a volume has several sources. */
interface File {
  readonly path: string;
  readonly source: string;
}

interface Item {
  readonly path?: string;
}

const filesOf = (items: readonly Item[] | undefined, source = ''): readonly File[] =>
  (items ?? []).map(({ path = '' }) => ({ path, source }));

const shown = ({ path, source }: File): string => (source === '' ? `"${path}"` : `"${path}" (${source})`);

const overlap = (one: File, other: File): boolean =>
  one.path !== '' &&
  other.path !== '' &&
  (`${other.path}/`.startsWith(`${one.path}/`) || `${one.path}/`.startsWith(`${other.path}/`));

/** Pairs of files of which one is in the way of the other. */
const overlapsAmong = (files: readonly File[]): string[] => {
  const before: File[] = [];
  return files.flatMap((each) => {
    const file = { ...each, path: each.path.replace(/\/+$/, '') };
    const found = before.filter((other) => overlap(file, other));
    before.push(file);
    return found.map((other) => `${shown(file)} with ${shown(other)}`);
  });
};

type Source = NonNullable<NonNullable<Volume['projected']>['sources']>[number] & {
  readonly clusterTrustBundle?: {
    readonly name?: string;
    readonly signerName?: string;
    readonly path?: string;
  };
  readonly podCertificate?: {
    readonly certificateChainPath?: string;
    readonly keyPath?: string;
    readonly credentialBundlePath?: string;
  };
};

const filesOfSource = (source: Source): readonly File[] => {
  const { configMap, secret, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = source;
  if (configMap?.items) return filesOf(configMap.items, `ConfigMap "${configMap.name ?? ''}"`);
  if (secret?.items) return filesOf(secret.items, `Secret "${secret.name ?? ''}"`);
  if (downwardAPI?.items) return filesOf(downwardAPI.items, 'DownwardAPI');
  if (serviceAccountToken) return filesOf([serviceAccountToken], 'ServiceAccountToken');
  if (clusterTrustBundle) {
    const name = clusterTrustBundle.name ?? clusterTrustBundle.signerName ?? '';
    return filesOf([clusterTrustBundle], `ClusterTrustBundle "${name}"`);
  }
  const { certificateChainPath, keyPath, credentialBundlePath } = podCertificate ?? {};
  return [
    { path: certificateChainPath ?? '', source: 'PodCertificate chain' },
    { path: keyPath ?? '', source: 'PodCertificate key' },
    { path: credentialBundlePath ?? '', source: 'PodCertificate credential bundle' },
  ].filter(({ path }) => path !== '');
};

const isEmpty = (source: Source): boolean => Object.values(source).every((value) => value === undefined);

const ofProjected = ({ name, projected }: Volume): string[] => {
  const sources: readonly Source[] = projected?.sources ?? [];
  return [
    ...sources.filter(isEmpty).map(() => `volume "${name}" (Projected) has no sources provided`),
    ...overlapsAmong(sources.flatMap(filesOfSource)).map(
      (found) => `volume "${name}" (Projected): overlapping paths: ${found}`,
    ),
  ];
};

/**
 * What is to be said of volumes that put two files into one place.
 * @see pkg/api/pod/warnings.go warningsForOverlappingVirtualPaths
 */
export const warningsOfOverlaps = (volumes: readonly Volume[]): string[] =>
  volumes.flatMap((volume) => {
    const { name, configMap, secret, downwardAPI } = volume;
    const overlapping = (what: string, items: readonly Item[] | undefined): string[] =>
      overlapsAmong(filesOf(items)).map((found) => `volume "${name}" (${what}): overlapping paths: ${found}`);
    return [
      ...overlapping(`ConfigMap "${configMap?.name ?? ''}"`, configMap?.items),
      ...overlapping(`Secret "${secret?.secretName ?? ''}"`, secret?.items),
      ...overlapping('DownwardAPI', downwardAPI?.items),
      ...ofProjected(volume),
    ];
  });
