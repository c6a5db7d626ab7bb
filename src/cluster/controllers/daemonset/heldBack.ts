import type { NodeState } from './nodeState';

interface Hold {
  readonly until: number;
  readonly delay: number;
}

/**
 * Nodes with failed pods that back-off keeps from being deleted for now. Every sync of the set looks at them again:
 * one whose time has come by then is seen to, whatever woke the set.
 * @see k8s.io/kubernetes/pkg/controller/daemon podsShouldBeOnNode
 */
export class HeldBack {
  readonly #holds = new Map<NodeState, Hold>();
  #generation = 0;

  /**
   * @param until model time in ms
   * @param delay the length of the back-off, of which some may be over
   */
  hold(node: NodeState, until: number, delay: number): void {
    this.#holds.set(node, { until, delay });
  }

  release(node: NodeState): void {
    this.#holds.delete(node);
  }

  /**
   * The nodes to look at: those whose time has come, or all if the controller has acted on a new spec meanwhile, which
   * makes back-off begin anew.
   */
  due(now: number, generation: number): readonly NodeState[] {
    const isAnew = generation !== this.#generation;
    this.#generation = generation;
    return [...this.#holds].flatMap(([node, { until }]) => (isAnew || until <= now ? [node] : []));
  }

  /**
   * When the set comes back because of them, in ms: the whole of the shortest back-off, though some of it is over. An
   * alarm that was set before goes off earlier.
   */
  get delay(): number | undefined {
    let shortest: number | undefined;
    for (const { delay } of this.#holds.values())
      if (shortest === undefined || delay < shortest) shortest = delay;
    return shortest;
  }
}
