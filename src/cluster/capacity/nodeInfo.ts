import { parseQuantity, toMilli } from '../../kubernetes/fields/quantity';
import type { Node } from '../../kubernetes/kinds/node/node';
import { type HostPort, hostPortsOf, portsClash } from '../../kubernetes/kinds/pod/hostPorts';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { requestsOf } from '../../kubernetes/kinds/pod/requests';

/** What a node can give to pods: cpu in thousandths, memory and storage in bytes. */
export interface Capacity {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
  readonly pods: number;
}

const UNLIMITED = Number.POSITIVE_INFINITY;

/** Allocatable resources of a node; what it does not mention is not limited. */
export const capacityOf = (node: Node): Capacity => {
  const allocatable = (node.status.allocatable ?? node.status.capacity ?? {}) as Readonly<
    Record<string, string>
  >;
  const { cpu, memory, pods } = allocatable;
  const storage = allocatable['ephemeral-storage'];
  return {
    cpu: cpu === undefined ? UNLIMITED : toMilli(cpu),
    memory: memory === undefined ? UNLIMITED : parseQuantity(memory),
    storage: storage === undefined ? UNLIMITED : parseQuantity(storage),
    pods: pods === undefined ? UNLIMITED : parseQuantity(pods),
  };
};

/** Somebody's memory of a pod, which takes room on a node. */
export interface Tenant {
  /** In its latest version. What it asks for never changes. */
  readonly pod: Pod;
}

/** A node with the pods that are placed on it, and how much they take. */
export class NodeInfo<T extends Tenant = Tenant> {
  readonly tenants: T[] = [];
  cpu = 0;
  memory = 0;
  storage = 0;
  #node: Node | undefined;
  #capacity: Capacity | undefined;
  #ports: HostPort[] = [];

  get node(): Node | undefined {
    return this.#node;
  }

  set node(node: Node | undefined) {
    if (node?.status !== this.#node?.status) this.#capacity = node && capacityOf(node);
    this.#node = node;
  }

  has(tenant: T): boolean {
    return this.tenants.includes(tenant);
  }

  add(tenant: T): void {
    this.tenants.push(tenant);
    this.#count(tenant.pod, 1);
    const ports = hostPortsOf(tenant.pod.spec);
    if (ports.length > 0) this.#ports.push(...ports);
  }

  /** Takes a tenant out; one that is not there makes no difference. */
  remove(tenant: T): void {
    const index = this.tenants.indexOf(tenant);
    if (index < 0) return;
    this.tenants.splice(index, 1);
    this.#count(tenant.pod, -1);
    if (this.#ports.length > 0) this.#ports = this.tenants.flatMap(({ pod }) => hostPortsOf(pod.spec));
  }

  /** What a pod would be short of here, in the scheduler's words; nothing if it fits. */
  shortages(pod: Pod): string[] {
    const capacity = this.#capacity;
    if (!capacity) return [];
    const short: string[] = [];
    const asked = requestsOf(pod.spec);
    if (this.tenants.length + 1 > capacity.pods) short.push('Too many pods');
    if (asked.cpu > 0 && this.cpu + asked.cpu > capacity.cpu) short.push('Insufficient cpu');
    if (asked.memory > 0 && this.memory + asked.memory > capacity.memory) short.push('Insufficient memory');
    if (asked.storage > 0 && this.storage + asked.storage > capacity.storage) {
      short.push('Insufficient ephemeral-storage');
    }
    if (this.#ports.length > 0) {
      const wanted = hostPortsOf(pod.spec);
      if (wanted.some((port) => this.#ports.some((taken) => portsClash(port, taken)))) {
        short.push("node(s) didn't have free ports for the requested pod ports");
      }
    }
    return short;
  }

  /** The share of the node that is taken, from 0 to 1: the larger of cpu and memory. */
  get load(): number {
    const capacity = this.#capacity;
    if (!capacity) return 1;
    return Math.max(
      this.cpu / capacity.cpu,
      this.memory / capacity.memory,
      this.tenants.length / capacity.pods,
    );
  }

  #count(pod: Pod, sign: 1 | -1): void {
    const { cpu, memory, storage } = requestsOf(pod.spec);
    this.cpu += sign * cpu;
    this.memory += sign * memory;
    this.storage += sign * storage;
  }
}
