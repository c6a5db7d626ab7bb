import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { Lease } from '../../../kubernetes/kinds/lease/lease';
import { nodeCondition } from '../../../kubernetes/kinds/node/condition';
import type { Node } from '../../../kubernetes/kinds/node/node';

/** Without a sign of life for so long a node counts as silent: 50 seconds since Kubernetes 1.32, 40 before. */
const GRACE = 50_000;
/** A node that has never reported anything is given longer. */
const STARTUP_GRACE = 60_000;

const heartbeatOf = (node: Node | undefined): unknown =>
  node && nodeCondition(node, 'Ready')?.lastHeartbeatTime;

/**
 * When nodes were last heard of: by a renewal of their lease, or by a report of their status. None of it is kept when the
 * controller is restarted: what it sees first counts as heard at that moment.
 * @see pkg/controller/nodelifecycle/node_lifecycle_controller.go tryUpdateNodeHealth
 */
export class SignsOfLife {
  /** By node, when it was last heard of by its lease (model time); undefined: it is renewed all the time. */
  readonly #renewals = new Map<string, number | undefined>();
  /** By node, when its status was last reported, or the node first seen (model time). */
  readonly #reports = new Map<string, number>();

  /** A node is new, or has changed. @param now model time in ms */
  hear(before: Node | undefined, node: Node, now: number): void {
    if (!before || heartbeatOf(before) !== heartbeatOf(node)) this.#reports.set(node.metadata.name, now);
  }

  /** Takes note of a node's lease, or that it has none any more. @param now model time in ms */
  note(name: string, lease: Lease | undefined, now: number): void {
    if (!lease) this.#renewals.delete(name);
    else this.#renewals.set(name, this.#heardBy(name, lease, now));
  }

  #heardBy(name: string, { spec: { renewTime } }: Lease, now: number): number | undefined {
    if (renewTime === undefined) return undefined;
    if (!this.#renewals.has(name)) return now;
    return Math.max(this.#renewals.get(name) ?? 0, fromTimestamp(renewTime));
  }

  forget(name: string): void {
    this.#reports.delete(name);
    this.#renewals.delete(name);
  }

  /** A kubelet has a lease; a node without one was written down by somebody. */
  hasMachine(name: string): boolean {
    return this.#renewals.has(name);
  }

  /** When a node counts as silent (model time). Undefined as long as it sends heartbeats. */
  silentFrom(node: Node): number | undefined {
    const { name, creationTimestamp } = node.metadata;
    const hasReported = nodeCondition(node, 'Ready') !== undefined;
    const grace = hasReported ? GRACE : STARTUP_GRACE;
    if (!this.#renewals.has(name))
      // Whoever starts watching later waits anew for a report, but not for a first one.
      return (hasReported ? (this.#reports.get(name) ?? 0) : fromTimestamp(creationTimestamp)) + grace;
    const renewed = this.#renewals.get(name);
    if (renewed === undefined) return undefined;
    const reported = heartbeatOf(node);
    return Math.max(renewed, reported ? fromTimestamp(String(reported)) : 0) + grace;
  }
}
