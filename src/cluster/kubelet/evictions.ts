import { isTerminating } from '../../kubernetes/fields/meta';
import type { Pressure } from '../../port/world';
import type { Hands } from './hands';
import type { Host, Local } from './local';
import type { TellOfNode } from './nodeReports';
import { isCritical, RESOURCES, rankForEviction } from './pressure';
import type { Stops } from './stops';

/** A kubelet looks at what it is short of so often (ms), and evicts one pod at a time. */
const PERIOD = 10_000;
/** Seconds that a pod is given that is evicted. */
const GRACE = 1;

const isEvictable = ({ stage, pod, isGivenUp }: Local): boolean =>
  stage === 'running' && !isGivenUp && !isTerminating(pod) && !isCritical(pod);

/**
 * Evicts pods from machines that run short of something: one after the other, as long as it is short and there is one that
 * may go.
 * @see pkg/kubelet/eviction/eviction_manager.go synchronize
 */
export class Evictions {
  readonly #hands: Hands;
  readonly #stops: Stops;
  readonly #tellOfNode: TellOfNode;
  readonly #at = new Set<Host>();

  constructor(hands: Hands, stops: Stops, tellOfNode: TellOfNode) {
    this.#hands = hands;
    this.#stops = stops;
    this.#tellOfNode = tellOfNode;
  }

  /** The machine has become short of something. */
  begin(host: Host): void {
    if (this.#at.has(host)) return;
    this.#at.add(host);
    this.#evictOne(host);
  }

  #evictOne(host: Host): void {
    const [what] = (['memory', 'disk', 'PID'] as const).filter((each) => host.shortages.has(each));
    if (what === undefined) {
      this.#at.delete(host);
      return;
    }
    const all = host.silent ? [] : rankForEviction(host.pods.filter(isEvictable), what);
    const [first] = all;
    if (first) this.#evict(first, what);
    // As long as there is nobody to evict, nothing is to be waited for.
    const kind = all.length > 1 ? 'work' : 'background';
    this.#hands.after(PERIOD, kind, `${host.machine.name} evicts pods`, () => this.#evictOne(host));
  }

  #evict(local: Local, what: Pressure): void {
    const resource = RESOURCES[what];
    this.#tellOfNode(local.host, 'Warning', 'EvictionThresholdMet', `Attempting to reclaim ${resource}`);
    const message = `The node was low on resource: ${resource}. `;
    this.#hands.tell(local, 'Warning', 'Evicted', message);
    this.#stops.giveUp(local, GRACE, { reason: 'Evicted', message });
  }
}
