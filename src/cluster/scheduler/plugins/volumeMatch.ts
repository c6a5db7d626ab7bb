import { parseQuantity } from '../../../kubernetes/fields/quantity';
import { selects } from '../../../kubernetes/fields/validation/labels';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { matchesNodeSelector } from '../../../kubernetes/kinds/pod/affinity';
import { type Claim, classNameOf, type PersistentVolume, type Storage, type StorageClass } from './storage';

/** Nobody makes volumes of such a class. */
const NOBODY = 'kubernetes.io/no-provisioner';

const sizeOf = (list: object | undefined): number =>
  parseQuantity((list as Readonly<Record<string, string>> | undefined)?.storage ?? 0);

/** @see staging/src/k8s.io/component-helpers/storage/volume/helpers.go CheckNodeAffinity */
export const reaches = ({ spec }: PersistentVolume, node: Node): boolean =>
  !spec?.nodeAffinity?.required || matchesNodeSelector(node, spec.nodeAffinity.required);

const isKeptFor = ({ spec }: PersistentVolume, { metadata }: Claim): boolean =>
  spec?.claimRef?.name === metadata.name && spec.claimRef.namespace === metadata.namespace;

/**
 * A volume that is there already could be given to the claim, for a pod on this node.
 * @see staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go FindMatchingVolume
 */
const suits = (volume: PersistentVolume, claim: Claim, node: Node): boolean => {
  if (volume.spec?.claimRef && !isKeptFor(volume, claim)) return false;
  if (sizeOf(volume.spec?.capacity) < sizeOf(claim.spec?.resources?.requests)) return false;
  if ((volume.spec?.volumeMode ?? 'Filesystem') !== (claim.spec?.volumeMode ?? 'Filesystem')) return false;
  if (!reaches(volume, node)) return false;
  if (volume.spec?.claimRef) return true;
  const { selector, accessModes = [] } = claim.spec ?? {};
  return (
    (volume.spec?.storageClassName ?? '') === classNameOf(claim) &&
    (!selector || selects(selector, volume.metadata.labels ?? {}) === true) &&
    accessModes.every((mode) => volume.spec?.accessModes?.includes(mode))
  );
};

/** @see pkg/apis/core/v1/helper/helpers.go MatchTopologySelectorTerms */
const mayBeMadeFor = ({ provisioner, allowedTopologies = [] }: StorageClass, node: Node): boolean =>
  Boolean(provisioner) &&
  provisioner !== NOBODY &&
  (allowedTopologies.length === 0 ||
    allowedTopologies.some(
      ({ matchLabelExpressions: all = [] }) =>
        all.length > 0 && all.every(({ key, values }) => values.includes(node.metadata.labels?.[key] ?? '')),
    ));

/**
 * A claim that waits for its first pod could have a volume for a pod on this node: one that is there, or one that is
 * made.
 * @see pkg/scheduler/framework/plugins/volumebinding/binder.go findMatchingVolumes, checkVolumeProvisions
 */
export const couldHaveVolume = (claim: Claim, node: Node, storage: Storage): boolean => {
  if (storage.volumes.some((volume) => suits(volume, claim, node))) return true;
  const made = storage.class(classNameOf(claim));
  return made !== undefined && mayBeMadeFor(made, node);
};
