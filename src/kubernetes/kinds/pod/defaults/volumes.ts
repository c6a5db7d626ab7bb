import { absent, change, each, fill, once } from '../../../fields/fill';
import type { Volume } from '../pod';
import { pullPolicyOf } from './image';

const MODE = { defaultMode: 0o644 };

type DownwardItem = NonNullable<NonNullable<Volume['downwardAPI']>['items']>[number];
type Projection = NonNullable<NonNullable<Volume['projected']>['sources']>[number];

const fieldRef = (item: DownwardItem): DownwardItem =>
  change(item, 'fieldRef', (ref) => fill(ref, { apiVersion: 'v1' }));

const projection = (source: Projection): Projection => {
  const token = change(source, 'serviceAccountToken', (part) => fill(part, { expirationSeconds: 3600 }));
  return change(token, 'downwardAPI', (part) => change(part, 'items', each(fieldRef)));
};

type Sources = { readonly [K in keyof Volume]?: (source: NonNullable<Volume[K]>) => Volume[K] };

/** What each kind of volume gets, if it is left out. */
const SOURCES: Sources = {
  secret: (source) => fill(source, MODE),
  configMap: (source) => fill(source, MODE),
  downwardAPI: (source) => change(fill(source, MODE), 'items', each(fieldRef)),
  projected: (source) => change(fill(source, MODE), 'sources', each(projection)),
  hostPath: (source) => (absent(source.type) ? { ...source, type: '' } : source),
  iscsi: (source) => fill(source, { iscsiInterface: 'default' }),
  rbd: (source) => fill(source, { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' }),
  azureDisk: (source) =>
    fill(source, { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false }),
  scaleIO: (source) => fill(source, { storageMode: 'ThinProvisioned', fsType: 'xfs' }),
  ephemeral: (source) =>
    change(source, 'volumeClaimTemplate', (template) =>
      change(template, 'spec', (spec) => fill(spec, { volumeMode: 'Filesystem' })),
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
