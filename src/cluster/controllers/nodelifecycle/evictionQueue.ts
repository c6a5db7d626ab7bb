import { NEVER, type Pace, USUAL } from './disruption';

/**
 * The nodes of one zone that wait to be given up. Their turns come one by one: the first at once if none was given up
 * lately.
 * @see k8s.io/kubernetes/pkg/controller/nodelifecycle/scheduler RateLimitedTimedQueue
 */
export class EvictionQueue {
  readonly #waiting = new Set<string>();
  #pace: Pace = USUAL;
  /** From when on the next may go (model time). */
  #next = 0;

  get pace(): Pace {
    return this.#pace;
  }

  /** Changes the pace. Who could not go yet has to wait once more at the new one. @param now model time in ms */
  keep(pace: Pace, now: number): void {
    if (pace === this.#pace) return;
    const open = now >= this.#next && pace !== NEVER;
    this.#pace = pace;
    this.#next = open ? now : now + pace;
  }

  /** A node takes its place in the line, once. */
  add(node: string): void {
    this.#waiting.add(node);
  }

  remove(node: string): void {
    this.#waiting.delete(node);
  }

  /** Takes out the node whose turn it is, if it is anybody's. @param now model time in ms */
  take(now: number): string | undefined {
    if (now < this.#next) return undefined;
    const [first] = this.#waiting;
    if (first === undefined) return undefined;
    this.#waiting.delete(first);
    this.#next = now + this.#pace;
    return first;
  }

  /** When the next turn comes (model time); undefined if none will. */
  get due(): number | undefined {
    return this.#waiting.size > 0 && this.#next !== NEVER ? this.#next : undefined;
  }
}
