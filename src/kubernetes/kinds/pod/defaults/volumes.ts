import { absent, change, each, fill, once, type Part } from '../../../fields/fill';
import { pullPolicyOf } from './image';

const MODE = { defaultMode: 0o644 };

const fieldRef = (part: Part): Part =>
  change(part, 'fieldRef', (ref: Part) => fill(ref, { apiVersion: 'v1' }));

const projection = (source: Part): Part => {
  const token = change(source, 'serviceAccountToken', (part: Part) =>
    fill(part, { expirationSeconds: 3600 }),
  );
  return change(token, 'downwardAPI', (part: Part) => change(part, 'items', each(fieldRef)));
};

/** What each kind of volume gets, if it is left out. */
const SOURCES: Readonly<Record<string, (source: Part) => Part>> = {
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
    change(source, 'volumeClaimTemplate', (template: Part) =>
      change(template, 'spec', (spec: Part) => fill(spec, { volumeMode: 'Filesystem' })),
    ),
  image: (source) => fill(source, { pullPolicy: pullPolicyOf(String(source.reference ?? '')) }),
};

const volume = once((part: Part): Part => {
  let result = part;
  let kinds = 0;
  for (const key in part) {
    if (key === 'name' || absent(part[key])) continue;
    kinds += 1;
    const defaults = SOURCES[key];
    if (defaults) result = change(result, key, defaults);
  }
  return kinds === 0 ? { ...part, emptyDir: {} } : result;
});

/** Volumes with their defaults: modes, pull policies; a volume of no kind is an empty directory. */
export const defaultVolumes = once((volumes: readonly Part[]): readonly Part[] => each(volume)(volumes));
