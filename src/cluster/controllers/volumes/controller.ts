import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../../kubernetes/kinds/pod/state';
import { resources } from '../../../kubernetes/kinds/resources';
import { storageResources } from '../../../kubernetes/kinds/storage/resources';
import { type Claim, isBound, type PersistentVolume } from '../../../kubernetes/kinds/storage/storage';
import type { StoreEvent } from '../../apiserver/registry/topic';
import { Component, type Surroundings } from '../../component/component';
import type { Timer, TimerKind } from '../../simulation/timers';
import { syncClaim } from './claims';
import { StoredVolumes } from './stored';

/**
 * How often it looks at all claims that have no volume: news of volumes alone makes nobody look at a claim.
 * @see pkg/controller/volume/persistentvolume/config/v1alpha1/defaults.go PVClaimBinderSyncPeriod
 */
const PERIOD = 15_000;

const keyOfClaim = (namespace: string | undefined, name: string | undefined): string =>
  `claim ${namespace ?? ''}/${name}`;

/**
 * Gives claims the volumes that are there: those that are kept for them, or the smallest that fit. Nobody makes volumes.
 * Claims whose class waits for the first pod are left to the scheduler, but for volumes that are kept for them.
 * @see pkg/controller/volume/persistentvolume/pv_controller.go
 */
export class PersistentVolumeController extends Component {
  readonly #stored = new StoredVolumes(this.client, () => this.loop.now);
  /** Claims that have no volume, by key. */
  readonly #unbound = new Set<string>();
  #round: { readonly timer: Timer; readonly kind: TimerKind } | undefined;

  constructor(surroundings: Surroundings) {
    super('persistentvolume-controller', surroundings);
    this.watch<PersistentVolume>(storageResources.volumes, (event) => this.#onVolume(event));
    this.watch<Claim>(storageResources.claims, (event) => this.#onClaim(event));
  }

  protected override sync(key: string): void {
    const name = key.slice(key.indexOf(' ') + 1);
    if (key.startsWith('claim ')) {
      const slash = name.indexOf('/');
      const claim = this.#stored.claim(name.slice(0, slash), name.slice(slash + 1));
      if (claim) this.#syncClaim(claim);
    } else {
      const volume = this.#stored.volume(name);
      if (volume) this.#syncVolume(volume);
    }
  }

  #syncClaim(claim: Claim): void {
    syncClaim(claim, {
      stored: this.#stored,
      tell: (...what) => this.recorder.record(...what),
      waitingFor: ({ metadata }) =>
        this.client
          .list<Pod>(resources.pods, { namespace: metadata.namespace ?? '' })
          .filter(
            (pod) =>
              !pod.spec.nodeName &&
              !isTerminal(pod) &&
              pod.spec.volumes?.some(
                ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName === metadata.name,
              ),
          )
          .map((pod) => pod.metadata.name),
    });
  }

  /**
   * Says of a volume whose it is.
   * @throws ApiError if something cannot be written now
   * @see pkg/controller/volume/persistentvolume/pv_controller.go syncVolume
   */
  #syncVolume(volume: PersistentVolume): void {
    const { claimRef } = volume.spec ?? {};
    if (!claimRef?.uid) {
      this.#stored.turnVolume(volume, 'Available');
      return;
    }
    const claim = this.#stored.claim(claimRef.namespace, claimRef.name);
    if (claim?.metadata.uid !== claimRef.uid) this.#stored.turnVolume(volume, 'Released');
    else if (!claim.spec?.volumeName) this.queue.add(keyOfClaim(claimRef.namespace, claimRef.name));
    else if (claim.spec.volumeName === volume.metadata.name) this.#stored.turnVolume(volume, 'Bound');
    else this.#stored.unbind(volume);
  }

  #onVolume({ type, object: { metadata, spec, status } }: StoreEvent<PersistentVolume>): void {
    if (type !== 'DELETED') {
      this.queue.add(`volume ${metadata.name}`);
      if (status?.phase === 'Available' && !spec?.claimRef?.uid) this.#lookAgain('work');
    } else if (spec?.claimRef) this.queue.add(keyOfClaim(spec.claimRef.namespace, spec.claimRef.name));
  }

  #onClaim({ type, object: claim }: StoreEvent<Claim>): void {
    const { namespace, name } = claim.metadata;
    const key = keyOfClaim(namespace, name);
    if (type === 'DELETED' || isBound(claim)) this.#unbound.delete(key);
    else this.#unbound.add(key);
    if (type !== 'DELETED') {
      this.queue.add(key);
      this.#lookAgain('background');
    } else if (claim.spec?.volumeName) this.queue.add(`volume ${claim.spec.volumeName}`);
  }

  /** @param kind work if there is a reason to wait for it */
  #lookAgain(kind: TimerKind): void {
    if (this.#unbound.size === 0 || this.#round?.kind === kind || this.#round?.kind === 'work') return;
    if (this.#round) this.loop.cancel(this.#round.timer);
    const delay = PERIOD - (this.loop.now % PERIOD);
    const timer = this.after(delay, kind, 'claims that have no volume are looked at again', () => {
      this.#round = undefined;
      for (const key of this.#unbound) this.queue.add(key);
      this.#lookAgain('background');
    });
    this.#round = { timer, kind };
  }
}
