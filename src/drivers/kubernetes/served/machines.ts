import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest, StringMap } from '../../../kubernetes/object';
import { ApiError, alreadyExists } from '../../../kubernetes/refusals';
import type { Machine, Pressure } from '../../../port/world';
import type { Lens } from '../lens/lens';
import type { Desk, WorldObject } from './desk';
import type { Offer } from './offer';

/** What a machine was told that its object does not tell, or that would have to be asked for. */
interface Told {
  /** Its object, as it was made. */
  object?: WorldObject;
  silent: boolean;
  isOff: boolean;
  /** What it runs short of, and whether pods have to go for it. */
  readonly pressures: Map<Pressure, boolean>;
}

/** What machines need. */
export interface MachineRoom {
  readonly desk: Desk;
  readonly offer: Pick<Offer, 'machines' | 'reboots' | 'shutdowns'>;
  readonly lens: Lens;
  /** What everything carries that the run makes. */
  readonly labels: StringMap;
  /** Whether there is a node of that name, as the server knows it. */
  hasNode(name: string): boolean;
}

const isThere = (error: unknown): boolean => error instanceof ApiError && error.reason === 'AlreadyExists';

/** The machines of a cluster that has Machines, by the names that the example gives them. */
export class Machines {
  readonly #room: MachineRoom;
  /** Those that the example has let join, as the server names them. */
  readonly #told = new Map<string, Told>();

  constructor(room: MachineRoom) {
    this.#room = room;
  }

  /** @throws ApiError if there is a node of that name */
  async join(machine: Machine): Promise<void> {
    const { desk, offer, labels } = this.#room;
    const { labels: own, taints, ready = true, name: _name, ...size } = machine;
    const sent = this.#nodeOf(machine);
    const name = sent.metadata?.name ?? '';
    if (this.#room.hasNode(name)) throw alreadyExists(resources.nodes, machine.name);
    const nodeTaints = (sent as { readonly spec?: { readonly taints?: Machine['taints'] } }).spec?.taints;
    const spec = {
      ...size,
      ready,
      ...(sent.metadata?.labels ? { labels: sent.metadata.labels } : {}),
      ...(nodeTaints ? { taints: nodeTaints } : {}),
    };
    const before = this.#told.get(name)?.object;
    const told: Told = { silent: false, isOff: false, pressures: new Map() };
    this.#told.set(name, told);
    const create = async (): Promise<void> => {
      told.object = await desk.create(offer.machines, { metadata: { name, labels }, spec }, before);
    };
    try {
      await create();
    } catch (error) {
      // Its node was deleted, and nobody has had the time to see that it is gone.
      if (!isThere(error)) throw error;
      await desk.delete(offer.machines, name);
      await create();
    }
  }

  /** The kubelet stops reporting. */
  async silence(name: string): Promise<void> {
    await this.#turn(name, true);
  }

  /** The kubelet is back; a machine that was switched off is started. */
  async revive(name: string): Promise<void> {
    const { desk, offer } = this.#room;
    const told = this.#of(this.#name(name));
    if (!told.isOff) return this.#turn(name, false);
    await desk.order(offer.reboots, { machine: this.#name(name) });
    told.isOff = false;
  }

  async setReady(name: string, ready: boolean): Promise<void> {
    await this.#change(this.#name(name), { ready });
  }

  async reboot(name: string, downSeconds?: number): Promise<void> {
    const { desk, offer } = this.#room;
    const machine = this.#name(name);
    await desk.order(offer.reboots, { machine, ...(downSeconds === undefined ? {} : { downSeconds }) });
  }

  async press(name: string, what: Pressure, short: boolean, evicts = true): Promise<void> {
    const machine = this.#name(name);
    const { pressures } = this.#of(machine);
    if (short) pressures.set(what, evicts);
    else pressures.delete(what);
    await this.#change(machine, {
      pressure: [...pressures].map(([type, evictsPods]) => ({ type, evicts: evictsPods })),
    });
  }

  async shutDown(name: string): Promise<void> {
    const { desk, offer } = this.#room;
    const machine = this.#name(name);
    await desk.order(offer.shutdowns, { machine });
    this.#of(machine).isOff = true;
  }

  /** All machines that the example has let join leave, with their nodes. */
  async close(): Promise<void> {
    const { desk, offer } = this.#room;
    await Promise.all([...this.#told.keys()].map((name) => desk.withdraw(offer.machines, name)));
    this.#told.clear();
  }

  /** The node that the machine registers, as the server knows it. */
  #nodeOf({ name, labels, taints }: Machine): Manifest {
    const manifest: Manifest = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, ...(labels ? { labels } : {}) },
      spec: { ...(taints ? { taints } : {}) },
    };
    return this.#room.lens.manifestOut(manifest, resources.nodes);
  }

  #name(name: string): string {
    return this.#room.lens.nameOut(resources.nodes, name);
  }

  #of(machine: string): Told {
    const told = this.#told.get(machine) ?? { silent: false, isOff: false, pressures: new Map() };
    this.#told.set(machine, told);
    return told;
  }

  /** A machine that has rebooted is back, whatever its object says: it is told once more. */
  async #turn(name: string, silent: boolean): Promise<void> {
    const machine = this.#name(name);
    const told = this.#of(machine);
    if (told.silent === silent) await this.#change(machine, { silent: !silent });
    await this.#change(machine, { silent });
    told.silent = silent;
  }

  async #change(machine: string, spec: object): Promise<void> {
    const { desk, offer } = this.#room;
    await desk.change(offer.machines, machine, { spec });
  }
}
