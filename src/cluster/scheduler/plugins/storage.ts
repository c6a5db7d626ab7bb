import type * as core from 'kubernetes-types/core/v1';
import type * as storage from 'kubernetes-types/storage/v1';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { Immutable, KubeObject } from '../../../kubernetes/object';

export type Claim = KubeObject & Pick<Immutable<core.PersistentVolumeClaim>, 'spec' | 'status'>;
export type PersistentVolume = KubeObject & Pick<Immutable<core.PersistentVolume>, 'spec'>;
export type StorageClass = KubeObject &
  Partial<Pick<Immutable<storage.StorageClass>, 'provisioner' | 'volumeBindingMode' | 'allowedTopologies'>>;

/** What there is of storage, by name. */
export interface Storage {
  claim(namespace: string | undefined, name: string): Claim | undefined;
  volume(name: string): PersistentVolume | undefined;
  class(name: string): StorageClass | undefined;
  readonly volumes: readonly PersistentVolume[];
}

const NO_CLAIMS: readonly string[] = [];

/** The claims that a pod names. Those that are made for one pod alone are taken for granted. */
export const claimsNamedBy = ({ spec }: Pod): readonly string[] => {
  let named: string[] | undefined;
  for (const { persistentVolumeClaim: source } of spec.volumes ?? []) {
    if (!source) continue;
    named ??= [];
    named.push(source.claimName);
  }
  return named ?? NO_CLAIMS;
};

const CLASS = 'volume.beta.kubernetes.io/storage-class';

/** @see staging/src/k8s.io/component-helpers/storage/volume/helpers.go GetPersistentVolumeClaimClass */
export const classNameOf = ({ metadata, spec }: Claim): string =>
  metadata.annotations?.[CLASS] ?? spec?.storageClassName ?? '';

/** @see pkg/scheduler/framework/plugins/volumebinding/binder.go isPVCFullyBound */
export const isBound = ({ metadata, spec }: Claim): boolean =>
  Boolean(spec?.volumeName) && metadata.annotations?.['pv.kubernetes.io/bind-completed'] !== undefined;

/**
 * A volume is looked for only when a pod needs it.
 * @see staging/src/k8s.io/component-helpers/storage/volume/helpers.go IsDelayBindingMode
 */
export const isBoundLater = (claim: Claim, all: Storage): boolean =>
  !claim.spec?.volumeName && all.class(classNameOf(claim))?.volumeBindingMode === 'WaitForFirstConsumer';
