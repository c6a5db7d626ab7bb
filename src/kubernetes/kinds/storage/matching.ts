import { meetsRequirement } from '../../fields/labels';
import { parseQuantity } from '../../fields/quantity';
import { selects } from '../../fields/validation/labels';
import type { KubeObject, StringMap } from '../../object';
import { type Claim, classNameOf, classNameOfVolume, isKeptFor, type PersistentVolume } from './storage';

const sizeIn = (list: object | undefined): number =>
  parseQuantity((list as StringMap | undefined)?.storage ?? 0);

/** How much it holds, in bytes. */
export const sizeOf = ({ spec }: PersistentVolume): number => sizeIn(spec?.capacity);

/** How much is asked for, in bytes. */
export const sizeWantedBy = ({ spec }: Claim): number => sizeIn(spec?.resources?.requests);

/**
 * A node with these labels has the volume. Nobody says what the node is called: a term that asks for that is not met.
 * @see staging/src/k8s.io/component-helpers/storage/volume/helpers.go CheckNodeAffinity
 */
export const reaches = ({ spec }: PersistentVolume, { metadata }: Pick<KubeObject, 'metadata'>): boolean => {
  const terms = spec?.nodeAffinity?.required?.nodeSelectorTerms;
  return (
    terms === undefined ||
    terms.some(
      ({ matchExpressions = [], matchFields = [] }) =>
        matchExpressions.length + matchFields.length > 0 &&
        matchExpressions.every((each) => meetsRequirement(metadata.labels ?? {}, each)) &&
        matchFields.every((each) => meetsRequirement({}, each)),
    )
  );
};

/** @see staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go CheckVolumeModeMismatches */
export const isOfMode = ({ spec }: PersistentVolume, claim: Claim): boolean =>
  (spec?.volumeMode ?? 'Filesystem') === (claim.spec?.volumeMode ?? 'Filesystem');

/** @see staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go CheckAccessModes */
export const allows = ({ spec }: PersistentVolume, claim: Claim): boolean =>
  (claim.spec?.accessModes ?? []).every((mode) => spec?.accessModes?.includes(mode));

/** Of the class of attributes that is asked for, if any. */
export const hasAttributesFor = ({ spec }: PersistentVolume, claim: Claim): boolean =>
  (spec?.volumeAttributesClassName ?? '') === (claim.spec?.volumeAttributesClassName ?? '');

/** It could be the claim's, if it is kept for it or free. */
const suits = (volume: PersistentVolume, claim: Claim): boolean =>
  (!volume.spec?.claimRef || isKeptFor(volume, claim)) &&
  sizeOf(volume) >= sizeWantedBy(claim) &&
  isOfMode(volume, claim) &&
  hasAttributesFor(volume, claim) &&
  volume.metadata.deletionTimestamp === undefined;

/** Nobody has it, and it is of the kind that is asked for. */
const isFreeFor = (volume: PersistentVolume, claim: Claim): boolean =>
  volume.status?.phase === 'Available' &&
  (!claim.spec?.selector || selects(claim.spec.selector, volume.metadata.labels ?? {}) === true) &&
  classNameOfVolume(volume) === classNameOf(claim);

/**
 * Of these volumes the one that is kept for the claim, or else the smallest that fits.
 * @param mayTake whether a free volume may be the claim's; one that is kept for it need not be asked about
 * @see staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go FindMatchingVolume
 */
export const bestMatch = (
  claim: Claim,
  volumes: readonly PersistentVolume[],
  mayTake: (volume: PersistentVolume) => boolean,
): PersistentVolume | undefined => {
  let best: PersistentVolume | undefined;
  for (const volume of volumes) {
    if (!suits(volume, claim)) continue;
    if (isKeptFor(volume, claim)) return volume;
    if (!isFreeFor(volume, claim) || !mayTake(volume)) continue;
    if (!best || sizeOf(volume) < sizeOf(best)) best = volume;
  }
  return best;
};
