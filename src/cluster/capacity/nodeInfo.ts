import { isExtended } from '../../kubernetes/fields/validation/resources';
import type { Node } from '../../kubernetes/kinds/node/node';
import { type HostPort, hostPortsOf, portsClash } from '../../kubernetes/kinds/pod/hostPorts';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { requestsOf } from '../../kubernetes/kinds/pod/requests';
import { amountOf } from '../../kubernetes/kinds/pod/sums';

/** What a node can give to pods: cpu in thousandths, memory and storage in bytes. */
export interface Capacity {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
  readonly pods: number;
  /** What else it has, by name. */
  readonly others: ReadonlyMap<string, number>;
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/** Allocatable resources of a node. Of what it does not list it has nothing. */
export const capacityOf = ({ status }: Node): Capacity => {
  const listed = (status.allocatable ?? status.capacity ?? {}) as Readonly<Record<string, string>>;
  let cpu = 0;
  let memory = 0;
  let storage = 0;
  let pods = 0;
  let others: Map<string, number> | undefined;
  for (const resource in listed) {
    const amount = amountOf(resource, listed[resource] ?? '0');
    if (resource === 'cpu') cpu = amount;
    else if (resource === 'memory') memory = amount;
    else if (resource === 'ephemeral-storage') storage = amount;
    else if (resource === 'pods') pods = amount;
    else if (amount > 0 || isExtended(resource)) {
      others ??= new Map();
      others.set(resource, amount);
    }
  }
  return { cpu, memory, storage, pods, others: others ?? NOTHING };
};

/** Too little of a resource: of cpu in thousandths, of room for pods, or of something else in whole units. */
export interface ResourceShortage {
  /** As nodes list it. */
  readonly resource: string;
  readonly requested: number;
  /** What the pods that are there take. */
  readonly used: number;
  readonly capacity: number;
}

/** Notes a shortage if there is one. Who asks for nothing is never short of it. */
const compare = (
  found: ResourceShortage[],
  resource: string,
  requested: number,
  used: number,
  capacity: number,
): void => {
  if (requested > 0 && used + requested > capacity) found.push({ resource, requested, used, capacity });
};

/** What is taken of nothing is all of it. */
const shareOf = (taken: number, whole: number): number => (whole > 0 ? taken / whole : 1);

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
  /** What is taken of other resources. */
  #others: Map<string, number> | undefined;
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

  /**
   * All the resources that a pod would be short of here, in the order they are looked at; none if it fits.
   * @see pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest
   */
  shortages(pod: Pod): readonly ResourceShortage[] {
    const capacity = this.#capacity;
    if (!capacity) return [];
    const found: ResourceShortage[] = [];
    const { cpu, memory, storage, others } = requestsOf(pod.spec);
    compare(found, 'pods', 1, this.tenants.length, capacity.pods);
    compare(found, 'cpu', cpu, this.cpu, capacity.cpu);
    compare(found, 'memory', memory, this.memory, capacity.memory);
    compare(found, 'ephemeral-storage', storage, this.storage, capacity.storage);
    for (const [resource, amount] of others)
      compare(found, resource, amount, this.#others?.get(resource) ?? 0, capacity.others.get(resource) ?? 0);
    return found;
  }

  /** The node says how much it has of this, beside processor time, memory and disk space. */
  lists(resource: string): boolean {
    return this.#capacity?.others.has(resource) ?? false;
  }

  /** A host port that the pod asks for and another pod has; undefined if there is none. */
  takenPort({ spec }: Pod): HostPort | undefined {
    if (this.#ports.length === 0) return undefined;
    return hostPortsOf(spec).find((port) => this.#ports.some((taken) => portsClash(port, taken)));
  }

  /** The share of the node that is taken, from 0 to 1: the larger of cpu and memory. */
  get load(): number {
    const capacity = this.#capacity;
    if (!capacity) return 1;
    return Math.max(
      shareOf(this.cpu, capacity.cpu),
      shareOf(this.memory, capacity.memory),
      shareOf(this.tenants.length, capacity.pods),
    );
  }

  #count(pod: Pod, sign: 1 | -1): void {
    const { cpu, memory, storage, others } = requestsOf(pod.spec);
    this.cpu += sign * cpu;
    this.memory += sign * memory;
    this.storage += sign * storage;
    if (others.size === 0) return;
    this.#others ??= new Map();
    for (const [resource, amount] of others)
      this.#others.set(resource, (this.#others.get(resource) ?? 0) + sign * amount);
  }
}
