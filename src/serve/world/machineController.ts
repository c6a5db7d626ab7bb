import type { StoreEvent } from '../../cluster/apiserver/registry/topic';
import { Component, type Surroundings } from '../../cluster/component/component';
import { isGone } from '../../cluster/component/gone';
import type { Kubelets } from '../../cluster/kubelet/kubelets';
import type { Host } from '../../cluster/kubelet/local';
import type { Machines } from '../../cluster/kubelet/machines';
import { NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import type { Pressure } from '../../port/world';
import { type MachineObject, type MachineSpec, type MachineStatus, machineOf } from './machine';
import { machines } from './machineKinds';

const NOTHING: MachineSpec = { ready: true, silent: false };
const PRESSURES: readonly Pressure[] = ['memory', 'disk', 'PID'];

const stateOf = ({ isShuttingDown, silent }: Readonly<Host>): MachineStatus['state'] => {
  if (isShuttingDown) return silent ? 'Off' : 'ShuttingDown';
  return silent ? 'Silent' : 'Running';
};

/** A machine that joined by other ways, as its object would have described it. */
const specOf = ({ machine, ready, silent, held, shortages }: Readonly<Host>): MachineSpec => {
  const { name: _name, ...rest } = machine;
  const pressure = [...held].map((type) => ({ type, evicts: shortages.has(type) }));
  return { ...rest, ready, silent, ...(pressure.length > 0 ? { pressure } : {}) };
};

/**
 * Has machines join, leave and be as the Machines say. A machine that joined by other ways is given an object; one whose
 * node was deleted is gone, and so is its object. Its keys are names of machines, which their nodes and leases have, too.
 */
export class MachineController extends Component {
  readonly #machines: Machines;
  readonly #wanted = new Map<string, MachineObject>();
  /** What of each machine was seen to. */
  readonly #done = new Map<string, MachineSpec>();
  readonly #leaving = new Set<string>();

  constructor(surroundings: Surroundings, kubelets: Kubelets) {
    super('machine-controller', surroundings);
    this.#machines = kubelets.machines;
    this.watch<MachineObject>(machines, (event) => this.#onMachine(event));
    this.watch(resources.nodes, ({ type, object }) => {
      if (type !== 'MODIFIED') this.queue.add(object.metadata.name);
    });
    // A lease is written when a kubelet falls silent, and when it is back.
    this.watch(resources.leases, ({ object: { metadata } }) => {
      if (metadata.namespace === NODE_LEASES) this.queue.add(metadata.name);
    });
  }

  protected override sync(name: string): void {
    if (this.#leaving.delete(name)) this.#takeAway(name);
    const machine = this.#wanted.get(name);
    const host = this.#machines.find(name);
    if (machine && host) this.#tend(machine, host);
    else if (machine && this.#done.has(name)) this.#giveUp(machine);
    else if (machine) this.#join(machine);
    else if (host) this.#describe(name, host);
  }

  #onMachine({ type, object }: StoreEvent<MachineObject>): void {
    const { name } = object.metadata;
    if (type === 'DELETED') {
      this.#wanted.delete(name);
      if (this.#done.delete(name)) this.#leaving.add(name);
    } else this.#wanted.set(name, object);
    this.queue.add(name);
  }

  #join(machine: MachineObject): void {
    const { name } = machine.metadata;
    try {
      this.#machines.join(machineOf(machine));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#report(machine, { state: 'Refused', message: error.message });
      return;
    }
    this.#done.set(name, { ...NOTHING, ready: machine.spec.ready });
    this.queue.add(name);
  }

  /** Sees to what has changed in what is asked for, and says how the machine is. */
  #tend(machine: MachineObject, host: Readonly<Host>): void {
    const { name } = machine.metadata;
    const { spec } = machine;
    const before = this.#done.get(name) ?? specOf(host);
    const fallsSilent = spec.silent && !before.silent && machine.metadata.generation !== 1;
    // A kubelet that has not heard of its node yet could not say how it is. One that was not silent from the start can
    // fall silent.
    if (!host.info.node && !fallsSilent) {
      this.queue.add(name);
      return;
    }
    this.#done.set(name, spec);
    if (spec.ready !== before.ready) this.#machines.setNodeReady(name, spec.ready);
    for (const type of PRESSURES) this.#press(name, type, spec, before);
    if (spec.silent !== before.silent)
      if (spec.silent) this.#machines.silence(name);
      else this.#machines.revive(name);
    this.#report(machine, { node: name, state: stateOf(host), address: host.address });
  }

  #press(name: string, type: Pressure, spec: MachineSpec, before: MachineSpec): void {
    const [next, last] = [spec, before].map(({ pressure = [] }) =>
      pressure.find((each) => each.type === type),
    );
    if (next?.evicts === last?.evicts) return;
    // One that no longer evicts was no shortage for a moment.
    if (last) this.#machines.setPressure(name, type, false);
    if (next) this.#machines.setPressure(name, type, true, next.evicts);
  }

  /** The machine is gone, and its node with it. */
  #takeAway(name: string): void {
    this.#machines.leave(name);
    this.#unlessGone(() =>
      this.client.delete(resources.nodes, this.client.get(resources.nodes, undefined, name)),
    );
  }

  /** Its node was deleted, and the machine went with it. */
  #giveUp(machine: MachineObject): void {
    this.#done.delete(machine.metadata.name);
    this.#unlessGone(() => this.client.delete(machines, machine));
  }

  #describe(name: string, host: Readonly<Host>): void {
    const spec = specOf(host);
    this.#done.set(name, spec);
    this.client.create({ apiVersion: machines.apiVersion, kind: machines.kind, metadata: { name }, spec });
  }

  #report(machine: MachineObject, status: MachineStatus): void {
    this.#unlessGone(() => this.client.amendStatus(machine, machines, () => status));
  }

  #unlessGone(write: () => unknown): void {
    try {
      write();
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}
