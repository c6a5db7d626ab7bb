import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { isTerminal } from '../../src/kubernetes/kinds/pod/state';
import type { Cluster } from '../../src/port/cluster';
import type { Settled } from '../../src/port/time';
import type { Change } from '../../src/timeline/change';

/** Nobody waits for what is told, or for signs of life. */
const UNHEEDED: readonly string[] = ['Event', 'Lease'];

/** Where nothing has happened for so long (ms), nobody waits for the next try of what has failed. */
const LONG = 20_000;

const heeded = (changes: readonly Change[]): readonly Change[] =>
  changes.filter(({ object }) => !UNHEEDED.includes(object.kind));

/** True of a pod that has ended and is taken away: the next try, which comes later and later. */
const isNextTry = ({ object }: Change): boolean => object.kind === 'Pod' && isTerminal(object as Pod);

/** When settling would have come to rest if it did not wait for tries that fail again: ms of model time. */
const restAt = (changes: readonly Change[], start: number): number => {
  let last = start;
  for (const change of heeded(changes)) {
    if (change.at - last > LONG && isNextTry(change)) break;
    last = change.at;
  }
  return last;
};

/**
 * Finds out how long an example would take on a cluster whose time nobody moves. Settling in process goes over all back-offs up to
 * its horizon, which costs nothing there; on such a cluster nobody waits for what fails again.
 */
export class Stopwatch {
  readonly #cluster: Cluster;
  readonly #start: number;
  #idle = 0;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#start = cluster.time.now();
  }

  /** How much time (ms) has gone by that would have to be waited for. */
  get took(): number {
    return this.#cluster.time.now() - this.#start - this.#idle;
  }

  /** The same cluster, timed. */
  timed(): Cluster {
    const { time } = this.#cluster;
    const settle = (options?: { readonly horizon?: number }) => this.#settle(options);
    return Object.create(this.#cluster, { time: { value: { ...time, settle } } });
  }

  async #settle(options?: { readonly horizon?: number }): Promise<Settled> {
    const { time, timeline } = this.#cluster;
    const [start, before] = [time.now(), timeline.changes().length];
    const settled = await time.settle(options);
    this.#idle += time.now() - restAt(timeline.changes().slice(before), start);
    return settled;
  }
}
