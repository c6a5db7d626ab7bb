import type { Node, Pod } from '../kubernetes/objects';
import { type HostPort, hostPortsOf, portsClash, requestsOf } from '../kubernetes/pods';
import { parseQuantity, toMilli } from '../kubernetes/quantity';

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

/** A node with the pods that are placed on it, and how much they take. */
export class NodeInfo {
  readonly pods = new Map<string, Pod>();
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
    this.#node = node;
    this.#capacity = node && capacityOf(node);
  }

  add(key: string, pod: Pod): void {
    const known = this.pods.get(key);
    if (known?.spec.containers === pod.spec.containers) {
      this.pods.set(key, pod);
      return;
    }
    this.remove(key);
    this.pods.set(key, pod);
    this.#count(pod, 1);
    const ports = hostPortsOf(pod.spec);
    if (ports.length > 0) this.#ports.push(...ports);
  }

  remove(key: string): void {
    const pod = this.pods.get(key);
    if (!pod) return;
    this.pods.delete(key);
    this.#count(pod, -1);
    if (this.#ports.length > 0)
      this.#ports = [...this.pods.values()].flatMap((each) => hostPortsOf(each.spec));
  }

  /** What a pod would be short of here, in the scheduler's words; nothing if it fits. */
  shortages(pod: Pod): string[] {
    const capacity = this.#capacity;
    if (!capacity) return [];
    const short: string[] = [];
    const asked = requestsOf(pod.spec);
    if (this.pods.size + 1 > capacity.pods) short.push('Too many pods');
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
    return Math.max(this.cpu / capacity.cpu, this.memory / capacity.memory, this.pods.size / capacity.pods);
  }

  #count(pod: Pod, sign: 1 | -1): void {
    const { cpu, memory, storage } = requestsOf(pod.spec);
    this.cpu += sign * cpu;
    this.memory += sign * memory;
    this.storage += sign * storage;
  }
}
