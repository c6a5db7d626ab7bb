import { NodeInfo, type Tenant } from '../capacity/nodeInfo';
import { priorityOf } from './preemption';

/**
 * Pods for which others are making room, and where. Room that is made for a pod is not for others of lower priority.
 * @see pkg/scheduler/framework/runtime/framework.go RunFilterPluginsWithNominatedPods
 */
export class Nominations<T extends Tenant> {
  readonly #byNode = new Map<string, Set<T>>();
  readonly #nodes = new Map<T, string>();

  /** The node that a pod is nominated for. */
  of(pod: T): string | undefined {
    return this.#nodes.get(pod);
  }

  /** Nominates a pod for a node; for none, if undefined. */
  set(pod: T, node: string | undefined): void {
    const before = this.#nodes.get(pod);
    if (before === node) return;
    if (before !== undefined) {
      const others = this.#byNode.get(before);
      others?.delete(pod);
      if (others?.size === 0) this.#byNode.delete(before);
      this.#nodes.delete(pod);
    }
    if (node === undefined) return;
    this.#nodes.set(pod, node);
    const others = this.#byNode.get(node);
    if (others) others.add(pod);
    else this.#byNode.set(node, new Set([pod]));
  }

  /** Pods of lower priority than this one that are nominated for a node. */
  lesserOn(node: string, pod: T): readonly T[] {
    const nominated = this.#byNode.get(node) ?? [];
    return [...nominated].filter((each) => priorityOf(each.pod) < priorityOf(pod.pod));
  }

  /** A node as it looks to a pod: with those on it that are nominated for it and no less important. */
  seenBy(pod: T, info: NodeInfo<T>): NodeInfo<T> {
    const nominated = this.#byNode.size > 0 && this.#byNode.get(info.node?.metadata.name ?? '');
    if (!nominated) return info;
    const rivals = [...nominated].filter(
      (each) => each !== pod && priorityOf(each.pod) >= priorityOf(pod.pod),
    );
    if (rivals.length === 0) return info;
    const seen = new NodeInfo<T>();
    seen.node = info.node;
    for (const tenant of [...info.tenants, ...rivals]) seen.add(tenant);
    return seen;
  }
}
