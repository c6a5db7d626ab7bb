import { resources } from '../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { ImageBehaviour, PodRef, World } from '../../../port/world';
import type { Lens } from '../lens/lens';
import { type Desk, nameOfItsOwn } from './desk';
import { Machines } from './machines';
import type { Offer } from './offer';

/** What the world of such a cluster needs. */
export interface ServedWorldRoom {
  readonly desk: Desk;
  readonly offer: Offer;
  readonly lens: Lens;
  /** What everything carries that the run makes. */
  readonly labels: StringMap;
  /** Whether there is a node of that name, as the server knows it. */
  hasNode(name: string): boolean;
  /** Resolves when all that has been written was told. */
  hearAll(): Promise<void>;
}

/** Machines, images and containers of a cluster that has them as resources. */
export class ServedWorld implements World {
  readonly #room: ServedWorldRoom;
  readonly #machines: Machines;
  /** Names of Images that the example has made, by what they speak of. */
  readonly #images = new Map<string, string>();

  constructor(room: ServedWorldRoom) {
    this.#room = room;
    this.#machines = new Machines(room);
  }

  addNode: World['addNode'] = (machine) => this.#do(() => this.#machines.join(machine));

  removeNode: World['removeNode'] = (name) =>
    this.#do(() => this.#room.desk.delete(resources.nodes, this.#room.lens.nameOut(resources.nodes, name)));

  silenceNode: World['silenceNode'] = (name) => this.#do(() => this.#machines.silence(name));

  reviveNode: World['reviveNode'] = (name) => this.#do(() => this.#machines.revive(name));

  setNodeReady: World['setNodeReady'] = (name, ready) => this.#do(() => this.#machines.setReady(name, ready));

  rebootNode: World['rebootNode'] = (name, seconds) => this.#do(() => this.#machines.reboot(name, seconds));

  setPressure: World['setPressure'] = (...given) => this.#do(() => this.#machines.press(...given));

  shutDownNode: World['shutDownNode'] = (name) => this.#do(() => this.#machines.shutDown(name));

  imageBehaves: World['imageBehaves'] = (image, behaviour) =>
    this.#do(() => this.#imageBehaves(image, behaviour));

  setPodReady: World['setPodReady'] = (pod, ready) =>
    this.#order(this.#room.offer.readinesses, pod, { ready });

  exitContainer: World['exitContainer'] = (pod, code, container) =>
    this.#order(this.#room.offer.exits, pod, { code, ...(container === undefined ? {} : { container }) });

  finishPod: World['finishPod'] = (pod, phase) => this.#order(this.#room.offer.finishes, pod, { phase });

  /** What the example has made is no more. */
  async close(): Promise<void> {
    const { desk, offer } = this.#room;
    const images = [...this.#images.values()];
    this.#images.clear();
    await Promise.all([this.#machines.close(), ...images.map((name) => desk.withdraw(offer.images, name))]);
  }

  async #imageBehaves(image: string, behaviour: ImageBehaviour): Promise<void> {
    const { desk, offer, labels } = this.#room;
    const spec = { image, ...behaviour };
    const name = this.#images.get(image);
    if (name !== undefined) {
      await desk.replace(offer.images, name, spec, labels);
      return;
    }
    const its = nameOfItsOwn();
    // Whoever does not hear that it was made takes it back all the same.
    this.#images.set(image, its);
    await desk.create(offer.images, { metadata: { name: its, labels }, spec });
  }

  #order(kind: ResourceType, { namespace, name }: PodRef, spec: object): Promise<void> {
    const { desk, lens } = this.#room;
    const pod = lens.nameOut(resources.pods, name);
    return this.#do(() => desk.order(kind, { pod, ...spec }, { namespace: lens.namespaceOut(namespace) }));
  }

  /** @throws with names as the example knows them */
  async #do(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError({ ...error.status, message: this.#room.lens.textIn(error.message) });
    }
    await this.#room.hearAll();
  }
}
