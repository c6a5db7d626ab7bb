import type { Pod } from '../../kubernetes/kinds/pod/pod';

/** Pods bound to nodes without a machine, by node and serial: a machine of that name takes them over. */
export class Stranded {
  readonly #pods = new Map<string, Map<number, Pod>>();

  put(node: string, serial: number, pod: Pod): void {
    const pods = this.#pods.get(node);
    if (pods) pods.set(serial, pod);
    else this.#pods.set(node, new Map([[serial, pod]]));
  }

  drop(node: string, serial: number): void {
    this.#pods.get(node)?.delete(serial);
  }

  /** Takes all of a node out. */
  take(node: string): Iterable<readonly [serial: number, pod: Pod]> {
    const pods = this.#pods.get(node) ?? [];
    this.#pods.delete(node);
    return pods;
  }
}
