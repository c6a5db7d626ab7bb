import { toTimestamp } from '../../../kubernetes/fields/time';
import { servedKind } from '../../../kubernetes/kinds/served';
import { givenTo, having, takenBack } from '../../../kubernetes/kinds/storage/binding';
import type { Claim, PersistentVolume, StorageClass } from '../../../kubernetes/kinds/storage/storage';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Client } from '../../component/client';

export const CLAIMS = servedKind('v1', 'PersistentVolumeClaim') as ResourceType<Claim>;
export const VOLUMES = servedKind('v1', 'PersistentVolume') as ResourceType<PersistentVolume>;
export const CLASSES = servedKind('storage.k8s.io/v1', 'StorageClass') as ResourceType<StorageClass>;

type VolumePhase = 'Available' | 'Bound' | 'Released';

/** Claims, volumes and classes, as the API server has them, and what the controller writes into them. */
export class StoredVolumes {
  readonly #client: Client;
  readonly #now: () => number;

  /** @param now tells model time in ms */
  constructor(client: Client, now: () => number) {
    this.#client = client;
    this.#now = now;
  }

  get claims(): readonly Claim[] {
    return this.#client.list(CLAIMS);
  }

  get volumes(): readonly PersistentVolume[] {
    return this.#client.list(VOLUMES);
  }

  claim(namespace: string | undefined, name: string | undefined): Claim | undefined {
    return this.#client
      .list(CLAIMS, { namespace: namespace ?? '' })
      .find(({ metadata }) => metadata.name === name);
  }

  volume(name: string): PersistentVolume | undefined {
    return this.volumes.find(({ metadata }) => metadata.name === name);
  }

  class(name: string): StorageClass | undefined {
    return this.#client.list(CLASSES).find(({ metadata }) => metadata.name === name);
  }

  /** Changes a claim; undefined changes nothing. */
  change(claim: Claim, change: (current: Claim) => Claim | undefined): Claim {
    return this.#client.amend(claim, CLAIMS, change);
  }

  /**
   * Gives the volume to the claim, and says so on both. The volume is written first: who sees the claim bound finds its
   * volume.
   * @throws ApiError if something cannot be written; done again, it goes on where it stopped
   * @see pkg/controller/volume/persistentvolume/pv_controller.go bind
   */
  bind(volume: PersistentVolume, claim: Claim): void {
    const given = this.#client.amend(volume, VOLUMES, (current) => givenTo(current, claim));
    this.turnVolume(given, 'Bound');
    const bound = this.#client.amend(claim, CLAIMS, (current) => having(current, given));
    this.turn(bound, 'Bound', given);
  }

  /** @see pkg/controller/volume/persistentvolume/pv_controller.go unbindVolume */
  unbind(volume: PersistentVolume): void {
    this.turnVolume(this.#client.amend(volume, VOLUMES, takenBack), 'Available');
  }

  /**
   * Sets the phase of a claim, and what it has. Returns whether the phase is another now.
   * @see pkg/controller/volume/persistentvolume/pv_controller.go updateClaimStatus
   */
  turn(claim: Claim, phase: 'Bound' | 'Lost' | 'Pending', volume?: PersistentVolume): boolean {
    const isNew = claim.status?.phase !== phase;
    this.#client.amendStatus<Claim>(
      claim,
      CLAIMS,
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
    this.#client.amendStatus<PersistentVolume>(volume, VOLUMES, ({ status }) =>
      status?.phase === phase ? undefined : { ...status, phase, lastPhaseTransitionTime },
    );
  }
}
