import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, text } from './column';
import { hasPart, partAt, quantityAt, textAt, textsAt } from './reading';

const ACCESS_MODES = [
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
] as const;

const accessModes = (object: unknown, path: string): string => {
  const modes = textsAt(object, path);
  return ACCESS_MODES.filter(([mode]) => modes.includes(mode))
    .map(([, short]) => short)
    .join(',');
};

const capacity = (object: unknown, path: string): string => quantityAt(object, path) ?? '0';

/** Volumes and claims are pending until the controller has looked at them. */
const phase: Cell = (object) =>
  hasPart(object, 'metadata.deletionTimestamp')
    ? 'Terminating'
    : (textAt(object, 'status.phase') ?? 'Pending');

/** The annotation of old goes before the field. */
const storageClass: Cell = (object) =>
  object.metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] ??
  textAt(object, 'spec.storageClassName') ??
  '';

const claim: Cell = (volume) => {
  const reference = partAt(volume, 'spec.claimRef');
  if (reference === undefined) return '';
  return `${textAt(reference, 'namespace') ?? ''}/${textAt(reference, 'name') ?? ''}`;
};

/** What a claim has got: nothing before it is bound. */
const ofBound =
  (cell: Cell): Cell =>
  (object, now) =>
    textAt(object, 'spec.volumeName') ? cell(object, now) : '';

const classes = [
  { header: 'STORAGECLASS', cell: storageClass },
  { header: 'VOLUMEATTRIBUTESCLASS', cell: text('spec.volumeAttributesClassName', '<unset>') },
];

const volumeMode = { header: 'VOLUMEMODE', wide: true, cell: text('spec.volumeMode', 'Filesystem') };

/** @see k8s.io/kubernetes/pkg/printers/internalversion printPersistentVolume, printPersistentVolumeClaim */
export const volumeColumns: ColumnsByKind = {
  'v1/persistentvolumes': [
    name,
    { header: 'CAPACITY', cell: (volume) => capacity(volume, 'spec.capacity.storage') },
    { header: 'ACCESS MODES', cell: (volume) => accessModes(volume, 'spec.accessModes') },
    { header: 'RECLAIM POLICY', cell: text('spec.persistentVolumeReclaimPolicy', 'Retain') },
    { header: 'STATUS', cell: phase },
    { header: 'CLAIM', cell: claim },
    ...classes,
    { header: 'REASON', cell: text('status.reason') },
    ageColumn,
    volumeMode,
  ],
  'v1/persistentvolumeclaims': [
    name,
    { header: 'STATUS', cell: phase },
    { header: 'VOLUME', cell: text('spec.volumeName') },
    { header: 'CAPACITY', cell: ofBound((bound) => capacity(bound, 'status.capacity.storage')) },
    { header: 'ACCESS MODES', cell: ofBound((bound) => accessModes(bound, 'status.accessModes')) },
    ...classes,
    ageColumn,
    volumeMode,
  ],
};
