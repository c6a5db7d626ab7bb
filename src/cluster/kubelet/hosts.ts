import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { Machine } from '../../port/world';
import { NodeInfo } from '../capacity/nodeInfo';
import type { Host } from './local';

/** The machines of a cluster, and the network they are in. */
export class Hosts {
  readonly #byName = new Map<string, Host>();
  #addresses = 0;

  get count(): number {
    return this.#byName.size;
  }

  /** @throws if there is no such machine */
  get(name: string): Host {
    const host = this.#byName.get(name);
    if (!host)
      throw new Error(
        `There is no machine "${name}". The machines are: ${[...this.#byName.keys()].join(', ') || 'none'}.`,
      );
    return host;
  }

  find(name: string): Host | undefined {
    return this.#byName.get(name);
  }

  add(machine: Machine, address: string): Host {
    const { ready = true } = machine;
    const host: Host = {
      machine,
      address,
      silent: false,
      ready,
      info: new NodeInfo(),
      pods: [],
      pressures: new Set(),
      held: new Set(),
      shortages: new Set(),
      isShuttingDown: false,
      boots: 1,
      images: new Set(),
    };
    this.#byName.set(machine.name, host);
    return host;
  }

  remove(name: string): void {
    this.#byName.delete(name);
  }

  /** A free address for a machine: in 10.0, and from 172.16 on once those are used up. */
  nodeAddress(): string {
    const number = ++this.#addresses;
    const block = number >> 16;
    return within(block === 0 ? '10.0' : `172.${15 + block}`, number);
  }

  /** The pod's address: that of its machine if it uses the machine's network, else the one it has, or a free one. */
  podAddress({ spec, status }: Pod, host: Host): string {
    if (spec.hostNetwork) return host.address;
    if (status.podIP) return status.podIP;
    const number = ++this.#addresses;
    return within(`10.${1 + (number >> 16)}`, number);
  }
}

const within = (block: string, number: number): string => `${block}.${(number >> 8) & 255}.${number & 255}`;
