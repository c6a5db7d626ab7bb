import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { givenTo } from '../../kubernetes/kinds/storage/binding';
import {
  type Claim,
  isBound,
  type PersistentVolume,
  SELECTED_NODE,
} from '../../kubernetes/kinds/storage/storage';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Client } from '../component/client';
import type { Timer } from '../simulation/timers';
import { type Awaited, progressOf } from './binding';
import type { Known } from './known';
import type { Place } from './places';
import { volumesOn } from './plugins/podVolumes';
import { claimsOf, type Storage } from './plugins/storage';
import { nominated } from './podNotes';
import type { Clock } from './schedulingQueue';

/** So often it is looked whether the volumes are bound, and so long it is waited for them. */
const LOOK_EVERY = 1000;
const PATIENCE = 600_000;

/** A pod that waits, whose node has been chosen. */
interface Waiting {
  readonly info: Place;
  readonly on: string;
  readonly since: number;
  readonly awaited: readonly Awaited[];
  readonly deadline: Timer;
  look: Timer | undefined;
}

/** What it takes to wait for volumes. */
interface Hands extends Clock {
  /** All claims of the pod have their volumes. */
  onBound(known: Known, info: Place, node: Node): void;
  /** The pod cannot have its volumes on this node, or has waited too long. @param why in the scheduler's words */
  onTrouble(known: Known, why: string): void;
}

/**
 * Has the volumes bound that a pod needs on the node that was chosen for it, and waits for whoever does it: a volume that
 * is there is given to the claim, and for one that is to be made the claim says where.
 * @see pkg/scheduler/framework/plugins/volumebinding/volume_binding.go PreBind
 * @see pkg/scheduler/framework/plugins/volumebinding/binder.go BindPodVolumes
 */
export class VolumeBinder {
  readonly #client: Client;
  readonly #storage: Storage;
  readonly #hands: Hands;
  readonly #waiting = new Map<Known, Waiting>();

  constructor(client: Client, storage: Storage, hands: Hands) {
    this.#client = client;
    this.#storage = storage;
    this.#hands = hands;
  }

  /** The node has been chosen for the pod, and its volumes are not bound yet. */
  has(known: Known): boolean {
    return this.#waiting.has(known);
  }

  /**
   * Begins to wait, unless the pod has all of its volumes. Returns whether it waits.
   * @throws ApiError if the volumes cannot be asked for now
   */
  begin(known: Known, info: Place, node: Node): boolean {
    const claims = claimsOf(known.pod, this.#storage);
    if (claims.every(isBound)) return false;
    const { matches, toMake } = volumesOn(claims, node, this.#storage);
    const on = node.metadata.name;
    this.#client.amendStatus<Pod>(known.pod, resources.pods, (current) => nominated(current, known.pod, on));
    for (const { claim, volume } of matches) this.#give(volume, claim);
    for (const claim of toMake) this.#haveMade(claim, on);
    const { name } = known.pod.metadata;
    const why = `the scheduler no longer waits for the volumes of ${name}`;
    const waiting: Waiting = {
      info,
      on,
      since: this.#hands.now(),
      awaited: [
        ...matches.map(({ claim, volume }) => ({ claim: claim.metadata.name, volume: volume.metadata.name })),
        ...toMake.map(({ metadata }) => ({ claim: metadata.name, volume: undefined })),
      ],
      deadline: this.#hands.after(PATIENCE, 'background', why, () =>
        this.#trouble(known, 'context deadline exceeded'),
      ),
      look: undefined,
    };
    this.#waiting.set(known, waiting);
    this.#lookSoon(known, waiting);
    return true;
  }

  /** Something has changed that volumes depend on. */
  hear(): void {
    for (const [known, waiting] of this.#waiting) this.#lookSoon(known, waiting);
  }

  /** Nobody waits for the pod's volumes any more. */
  forget(known: Known): void {
    const waiting = this.#waiting.get(known);
    if (!waiting) return;
    this.#waiting.delete(known);
    this.#hands.cancel(waiting.deadline);
    if (waiting.look) this.#hands.cancel(waiting.look);
  }

  /** Looks at the end of a second. If nothing has changed since it was looked last, there is nothing to see. */
  #lookSoon(known: Known, waiting: Waiting): void {
    if (waiting.look) return;
    const delay = LOOK_EVERY - ((this.#hands.now() - waiting.since) % LOOK_EVERY);
    const purpose = `the scheduler looks at the volumes of ${known.pod.metadata.name}`;
    waiting.look = this.#hands.after(delay, 'work', purpose, () => {
      waiting.look = undefined;
      this.#look(known, waiting);
    });
  }

  #look(known: Known, { info, on, awaited }: Waiting): void {
    const { namespace } = known.pod.metadata;
    const progress = progressOf(awaited, namespace, on, info.node, this.#storage);
    if (progress === 'waits') return;
    if (progress !== 'bound') this.#trouble(known, progress.trouble);
    else if (info.node) {
      this.forget(known);
      this.#hands.onBound(known, info, info.node);
    }
  }

  #trouble(known: Known, why: string): void {
    this.forget(known);
    this.#hands.onTrouble(known, `running PreBind plugin "VolumeBinding": binding volumes: ${why}`);
  }

  #give(volume: PersistentVolume, claim: Claim): void {
    const kind = this.#client.kinds.of(volume) as ResourceType<PersistentVolume>;
    this.#client.amend(volume, kind, (current) => givenTo(current, claim));
  }

  #haveMade(claim: Claim, on: string): void {
    const kind = this.#client.kinds.of(claim) as ResourceType<Claim>;
    this.#client.amend(claim, kind, (current) => {
      const { metadata } = current;
      const annotations = { ...metadata.annotations, [SELECTED_NODE]: on };
      return metadata.annotations?.[SELECTED_NODE] === on
        ? undefined
        : { ...current, metadata: { ...metadata, annotations } };
    });
  }
}
