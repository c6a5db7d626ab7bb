import type { Event } from '../../../kubernetes/kinds/event/event';
import {
  allows,
  hasAttributesFor,
  isOfMode,
  sizeOf,
  sizeWantedBy,
} from '../../../kubernetes/kinds/storage/matching';
import {
  BIND_COMPLETED,
  BOUND_BY_CONTROLLER,
  type Claim,
  classNameOf,
  classNameOfVolume,
  isKeptFor,
  type PersistentVolume,
  SELECTED_NODE,
  waitsForFirstConsumer,
} from '../../../kubernetes/kinds/storage/storage';
import { choose } from './choice';
import type { StoredVolumes } from './stored';

/** Tells users of a claim. */
export type Tell = (claim: Claim, type: Event['type'], reason: string, message: string) => void;

/** What it takes to look after claims. */
export interface Hands {
  readonly stored: StoredVolumes;
  readonly tell: Tell;
  /** The names of the pods without a node that use the claim. */
  waitingFor(claim: Claim): readonly string[];
}

const PROVISIONER = 'volume.kubernetes.io/storage-provisioner';
const BETA_PROVISIONER = 'volume.beta.kubernetes.io/storage-provisioner';
/** Such provisioners would be part of Kubernetes, and none of them is. */
const OF_KUBERNETES = 'kubernetes.io/';

/** A claim that waits for its first pod: whom the scheduler should find a node for. */
const tellWhomItWaitsFor = (claim: Claim, { tell, waitingFor }: Hands): void => {
  const pods = waitingFor(claim);
  if (pods.length === 0)
    tell(claim, 'Normal', 'WaitForFirstConsumer', 'waiting for first consumer to be created before binding');
  else {
    const message = `waiting for pod${pods.length > 1 ? 's' : ''} ${pods.join(',')} to be scheduled`;
    tell(claim, 'Normal', 'WaitForPodScheduled', message);
  }
};

/**
 * Asks somebody to make a volume: it is written on the claim who.
 * @see pkg/controller/volume/persistentvolume/pv_controller.go provisionClaim, provisionClaimOperationExternal
 */
const askForVolume = (claim: Claim, { stored, tell }: Hands): void => {
  const name = classNameOf(claim);
  const of = stored.class(name);
  const { provisioner = '' } = of ?? {};
  if (!of) {
    tell(claim, 'Warning', 'ProvisioningFailed', `storageclass.storage.k8s.io "${name}" not found`);
  } else if (provisioner.startsWith(OF_KUBERNETES)) {
    tell(claim, 'Warning', 'ProvisioningFailed', `no volume plugin matched name: ${provisioner}`);
  } else {
    stored.change(claim, (current) => {
      const { metadata } = current;
      if (metadata.annotations?.[PROVISIONER] === provisioner) return undefined;
      const asked = { [BETA_PROVISIONER]: provisioner, [PROVISIONER]: provisioner };
      return { ...current, metadata: { ...metadata, annotations: { ...metadata.annotations, ...asked } } };
    });
    tell(
      claim,
      'Normal',
      'ExternalProvisioning',
      `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`,
    );
  }
};

/** It does not matter to the claim which volume it gets. */
const findVolume = (claim: Claim, hands: Hands): void => {
  const { stored, tell } = hands;
  const waits = waitsForFirstConsumer(stored.class(classNameOf(claim)));
  const volume = choose(claim, stored.volumes, waits);
  if (volume) {
    stored.bind(volume, claim);
    return;
  }
  if (waits && claim.metadata.annotations?.[SELECTED_NODE] === undefined) tellWhomItWaitsFor(claim, hands);
  else if (classNameOf(claim) !== '') {
    askForVolume(claim, hands);
    return;
  } else {
    const message = 'no persistent volumes available for this claim and no storage class is set';
    tell(claim, 'Normal', 'FailedBinding', message);
  }
  stored.turn(claim, 'Pending');
};

/** @see pkg/controller/volume/persistentvolume/pv_controller.go checkVolumeSatisfyClaim */
const mismatch = (volume: PersistentVolume, claim: Claim): string | undefined => {
  if (volume.metadata.deletionTimestamp) return `the volume is marked for deletion "${volume.metadata.name}"`;
  if (sizeOf(volume) < sizeWantedBy(claim)) return 'requested PV is too small';
  if (classNameOfVolume(volume) !== classNameOf(claim)) return 'storageClassName does not match';
  if (!hasAttributesFor(volume, claim)) return 'volumeAttributesClassName does not match';
  if (!isOfMode(volume, claim)) return 'incompatible volumeMode';
  return allows(volume, claim) ? undefined : 'incompatible accessMode';
};

/** The claim names its volume. */
const takeVolume = (claim: Claim, name: string, { stored, tell }: Hands): void => {
  const volume = stored.volume(name);
  if (volume && isKeptFor(volume, claim)) {
    stored.bind(volume, claim);
    return;
  }
  if (volume?.spec?.claimRef) {
    tell(claim, 'Warning', 'FailedBinding', `volume "${name}" already bound to a different claim.`);
    if (claim.metadata.annotations?.[BOUND_BY_CONTROLLER] !== undefined) return;
  } else if (volume) {
    const why = mismatch(volume, claim);
    if (why === undefined) {
      stored.bind(volume, claim);
      return;
    }
    tell(claim, 'Warning', 'VolumeMismatch', `Cannot bind to requested volume "${name}": ${why}`);
  }
  stored.turn(claim, 'Pending');
};

/** The claim has had its volume: it keeps it, or has lost it for good. */
const keepVolume = (claim: Claim, { stored, tell }: Hands): void => {
  const name = claim.spec?.volumeName;
  const volume = name ? stored.volume(name) : undefined;
  const kept = volume?.spec?.claimRef;
  if (volume && (!kept || kept.uid === claim.metadata.uid)) {
    stored.bind(volume, claim);
    return;
  }
  if (!stored.turn(claim, 'Lost')) return;
  const lost = `Bound claim has lost ${name ? 'its' : 'reference to'} PersistentVolume. Data on the volume is lost!`;
  const misbound = 'Two claims are bound to the same volume, this one is bound incorrectly';
  if (volume) tell(claim, 'Warning', 'ClaimMisbound', misbound);
  else tell(claim, 'Warning', 'ClaimLost', lost);
};

/**
 * Sees to it that a claim has its volume.
 * @throws ApiError if something cannot be written now
 * @see pkg/controller/volume/persistentvolume/pv_controller.go syncUnboundClaim, syncBoundClaim
 */
export const syncClaim = (claim: Claim, hands: Hands): void => {
  if (claim.metadata.annotations?.[BIND_COMPLETED] !== undefined) keepVolume(claim, hands);
  else if (claim.spec?.volumeName) takeVolume(claim, claim.spec.volumeName, hands);
  else findVolume(claim, hands);
};
