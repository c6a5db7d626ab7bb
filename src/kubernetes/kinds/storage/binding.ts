import type { KubeObject } from '../../object';
import { BIND_COMPLETED, BOUND_BY_CONTROLLER, type Claim, isKeptFor, type PersistentVolume } from './storage';

const annotated = <T extends KubeObject>(object: T, key: string): T => {
  const { metadata } = object;
  if (metadata.annotations?.[key] !== undefined) return object;
  return { ...object, metadata: { ...metadata, annotations: { ...metadata.annotations, [key]: 'yes' } } };
};

/**
 * The volume, as one that is this claim's; undefined if it is so already.
 * @see staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go GetBindVolumeToClaim
 */
export const givenTo = (volume: PersistentVolume, claim: Claim): PersistentVolume | undefined => {
  const { apiVersion, kind, metadata } = claim;
  const { name, namespace = '', uid, resourceVersion } = metadata;
  const wasKept = isKeptFor(volume, claim);
  if (wasKept && volume.spec?.claimRef?.uid === uid) return undefined;
  const claimRef = { apiVersion, kind, name, namespace, uid, resourceVersion };
  const given: PersistentVolume = { ...volume, spec: { ...volume.spec, claimRef } };
  return wasKept ? given : annotated(given, BOUND_BY_CONTROLLER);
};

/**
 * The claim, as one that has this volume; undefined if it is so already.
 * @see pkg/controller/volume/persistentvolume/pv_controller.go bindClaimToVolume
 */
export const having = (claim: Claim, { metadata: { name } }: PersistentVolume): Claim | undefined => {
  const has = claim.spec?.volumeName === name;
  const spec = claim.spec as NonNullable<Claim['spec']>;
  const bound = has
    ? claim
    : annotated({ ...claim, spec: { ...spec, volumeName: name } }, BOUND_BY_CONTROLLER);
  const completed = annotated(bound, BIND_COMPLETED);
  return completed === claim ? undefined : completed;
};

/**
 * The volume, as nobody's; kept for a claim still if a person has said so.
 * @see pkg/controller/volume/persistentvolume/pv_controller.go unbindVolume
 */
export const takenBack = (volume: PersistentVolume): PersistentVolume => {
  const { [BOUND_BY_CONTROLLER]: byController, ...annotations } = volume.metadata.annotations ?? {};
  const { claimRef: { uid: _, ...kept } = {}, ...spec } = volume.spec ?? {};
  if (byController === undefined) return { ...volume, spec: { ...spec, claimRef: kept } };
  const { annotations: __, ...metadata } = volume.metadata;
  const others = Object.keys(annotations).length > 0 ? { annotations } : {};
  return { ...volume, metadata: { ...metadata, ...others }, spec };
};
