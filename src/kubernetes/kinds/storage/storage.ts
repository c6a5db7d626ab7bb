import type * as core from 'kubernetes-types/core/v1';
import type * as storage from 'kubernetes-types/storage/v1';
import type { Immutable, KubeObject } from '../../object';

export type Claim = KubeObject & Pick<Immutable<core.PersistentVolumeClaim>, 'spec' | 'status'>;
export type PersistentVolume = KubeObject & Pick<Immutable<core.PersistentVolume>, 'spec' | 'status'>;
export type StorageClass = KubeObject &
  Partial<Pick<Immutable<storage.StorageClass>, 'provisioner' | 'volumeBindingMode' | 'allowedTopologies'>>;

/** A claim and its volume know each other: nothing is left to be done. */
export const BIND_COMPLETED = 'pv.kubernetes.io/bind-completed';
/** Of a volume or a claim: a controller has chosen the other one, and no person. */
export const BOUND_BY_CONTROLLER = 'pv.kubernetes.io/bound-by-controller';
/** Of a claim: the node of the first pod that uses it. A volume is to be made there. */
export const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** Nobody makes volumes of such a class. */
const NO_PROVISIONER = 'kubernetes.io/no-provisioner';
const CLASS = 'volume.beta.kubernetes.io/storage-class';

/** @see staging/src/k8s.io/component-helpers/storage/volume/helpers.go GetPersistentVolumeClaimClass */
export const classNameOf = ({ metadata, spec }: Claim): string =>
  metadata.annotations?.[CLASS] ?? spec?.storageClassName ?? '';

/** @see staging/src/k8s.io/component-helpers/storage/volume/helpers.go GetPersistentVolumeClass */
export const classNameOfVolume = ({ metadata, spec }: PersistentVolume): string =>
  metadata.annotations?.[CLASS] ?? spec?.storageClassName ?? '';

/** @see pkg/scheduler/framework/plugins/volumebinding/binder.go isPVCFullyBound */
export const isBound = ({ metadata, spec }: Claim): boolean =>
  Boolean(spec?.volumeName) && metadata.annotations?.[BIND_COMPLETED] !== undefined;

/** @see staging/src/k8s.io/component-helpers/storage/volume/helpers.go IsDelayBindingMode */
export const waitsForFirstConsumer = (of: StorageClass | undefined): boolean =>
  of?.volumeBindingMode === 'WaitForFirstConsumer';

/** Somebody may make volumes of this class. */
export const hasProvisioner = ({ provisioner }: StorageClass): boolean =>
  Boolean(provisioner) && provisioner !== NO_PROVISIONER;

/**
 * The volume is kept for this claim, or is its own already.
 * @see staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go IsVolumeBoundToClaim
 */
export const isKeptFor = ({ spec }: PersistentVolume, { metadata }: Claim): boolean => {
  const kept = spec?.claimRef;
  return (
    kept?.name === metadata.name &&
    kept.namespace === metadata.namespace &&
    (!kept.uid || kept.uid === metadata.uid)
  );
};
