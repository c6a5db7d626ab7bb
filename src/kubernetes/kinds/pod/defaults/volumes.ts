import { absent, change, each, fill, once } from '../../../fields/fill';
import type { Volume } from '../pod';
import { pullPolicyOf } from './image';

const MODE = { defaultMode: 0o644 };

type DownwardItem = NonNullable<NonNullable<Volume['downwardAPI']>['items']>[number];
type Projection = NonNullable<NonNullable<Volume['projected']>['sources']>[number];

const downwardItem = (item: DownwardItem): DownwardItem => {
  const field = change(item, 'fieldRef', (ref) => fill(ref, { apiVersion: 'v1' }));
  return change(field, 'resourceFieldRef', (ref) => fill(ref, { divisor: '0' }));
};

/**
 * Bundles of trust and certificates of pods are not taken by a server whose features are as they come.
 * @see pkg/api/pod/util.go dropDisabledClusterTrustBundleProjection, dropDisabledPodCertificateProjection
 */
const NOT_TAKEN = ['clusterTrustBundle', 'podCertificate'];

const taken = (source: Projection): Projection =>
  NOT_TAKEN.some((field) => field in source)
    ? (Object.fromEntries(
        Object.entries(source).filter(([field]) => !NOT_TAKEN.includes(field)),
      ) as Projection)
    : source;

const projection = (part: Projection): Projection => {
  const source = taken(part);
  const token = change(source, 'serviceAccountToken', (part) => fill(part, { expirationSeconds: 3600 }));
  return change(token, 'downwardAPI', (files) => change(files, 'items', each(downwardItem)));
};

type Sources = { readonly [K in keyof Volume]?: (source: NonNullable<Volume[K]>) => Volume[K] };

/** What each kind of volume gets, if it is left out. */
const SOURCES: Sources = {
  secret: (source) => fill(source, MODE),
  configMap: (source) => fill(source, MODE),
  downwardAPI: (source) => change(fill(source, MODE), 'items', each(downwardItem)),
  projected: (source) => change(fill(source, MODE), 'sources', each(projection)),
  hostPath: (source) => (absent(source.type) ? { ...source, type: '' } : source),
  iscsi: (source) => fill(source, { iscsiInterface: 'default', lun: 0 }),
  rbd: (source) => fill(source, { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' }),
  azureDisk: (source) =>
    fill(source, { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false }),
  scaleIO: (source) => fill(source, { storageMode: 'ThinProvisioned', fsType: 'xfs' }),
  ephemeral: (source) =>
    change(source, 'volumeClaimTemplate', (template) =>
      change(fill(template, { metadata: {} }), 'spec', (spec) => fill(spec, { volumeMode: 'Filesystem' })),
    ),
  image: (source) => fill(source, { pullPolicy: pullPolicyOf(String(source.reference ?? '')) }),
};

const withDefaultsOf = <K extends keyof Volume>(part: Volume, key: K): Volume => {
  const defaults: Sources[K] = SOURCES[key];
  return defaults ? change(part, key, defaults) : part;
};

const volume = once((part: Volume): Volume => {
  let result = part;
  let kinds = 0;
  for (const key of Object.keys(part) as (keyof Volume)[]) {
    if (key === 'name' || absent(part[key])) continue;
    kinds += 1;
    result = withDefaultsOf(result, key);
  }
  return kinds === 0 ? { ...part, emptyDir: {} } : result;
});

/** Volumes with their defaults: modes, pull policies; a volume of no kind is an empty directory. */
export const defaultVolumes = once((volumes: readonly Volume[]) => each(volume)(volumes));
