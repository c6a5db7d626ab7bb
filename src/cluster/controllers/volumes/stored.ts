import { toTimestamp } from '../../../kubernetes/fields/time';
import { givenTo, having, takenBack } from '../../../kubernetes/kinds/storage/binding';
import { storageResources } from '../../../kubernetes/kinds/storage/resources';
import type { Claim, PersistentVolume } from '../../../kubernetes/kinds/storage/storage';
import type { Client } from '../../component/client';
import { StoredStorage } from '../../component/storedStorage';

const { claims, volumes } = storageResources;

type VolumePhase = 'Available' | 'Bound' | 'Released';

/** Claims, volumes and classes, as the API server has them, and what the controller writes into them. */
export class StoredVolumes extends StoredStorage {
  readonly #now: () => number;

  /** @param now tells model time in ms */
  constructor(client: Client, now: () => number) {
    super(client);
    this.#now = now;
  }

  get claims(): readonly Claim[] {
    return this.client.list(claims);
  }

  /** Changes a claim; undefined changes nothing. */
  change(claim: Claim, change: (current: Claim) => Claim | undefined): Claim {
    return this.client.amend(claim, claims, change);
  }

  /**
   * Gives the volume to the claim, and says so on both. The volume is written first: who sees the claim bound finds its
   * volume.
   * @throws ApiError if something cannot be written; done again, it goes on where it stopped
   * @see pkg/controller/volume/persistentvolume/pv_controller.go bind
   */
  bind(volume: PersistentVolume, claim: Claim): void {
    const given = this.client.amend(volume, volumes, (current) => givenTo(current, claim));
    this.turnVolume(given, 'Bound');
    const bound = this.client.amend(claim, claims, (current) => having(current, given));
    this.turn(bound, 'Bound', given);
  }

  /** @see pkg/controller/volume/persistentvolume/pv_controller.go unbindVolume */
  unbind(volume: PersistentVolume): void {
    this.turnVolume(this.client.amend(volume, volumes, takenBack), 'Available');
  }

  /**
   * Sets the phase of a claim, and what it has. Returns whether the phase is another now.
   * @see pkg/controller/volume/persistentvolume/pv_controller.go updateClaimStatus
   */
  turn(claim: Claim, phase: 'Bound' | 'Lost' | 'Pending', volume?: PersistentVolume): boolean {
    const isNew = claim.status?.phase !== phase;
    this.client.amendStatus<Claim>(
      claim,
      claims,
      ({ status: { accessModes: _, capacity, ...status } = {} }) => {
        const { accessModes, capacity: whole } = volume?.spec ?? {};
        // What is said of a bound claim may be less than the volume has, while that is being enlarged.
        const held = isNew ? whole : capacity;
        return {
          ...status,
          phase,
          ...(accessModes ? { accessModes } : {}),
          ...(volume && held ? { capacity: held } : {}),
        };
      },
    );
    return isNew;
  }

  /**
   * Sets the phase of a volume, and since when it is in it.
   * @see pkg/registry/core/persistentvolume/strategy.go persistentvolumeStatusStrategy.PrepareForUpdate
   */
  turnVolume(volume: PersistentVolume, phase: VolumePhase): void {
    const lastPhaseTransitionTime = toTimestamp(this.#now());
    this.client.amendStatus<PersistentVolume>(volume, volumes, ({ status }) =>
      status?.phase === phase ? undefined : { ...status, phase, lastPhaseTransitionTime },
    );
  }
}
