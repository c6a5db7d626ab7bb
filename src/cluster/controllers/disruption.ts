import { nodeCondition } from '../../kubernetes/nodes';
import type { Node } from '../../kubernetes/objects';

/**
 * What happens to pods on nodes of a zone that do not answer: they are evicted; or nobody else is, for now; or even
 * those that wait for their eviction are let off.
 */
export type Eviction = 'on' | 'held' | 'off';

/** So many nodes out of reach, and such a share of a zone, look like trouble with the zone and not with the nodes. */
const MANY = 3;
const MOST = 0.55;
/** In larger zones evictions only slow down. */
const SMALL = 50;

const zoneOf = ({ metadata: { labels } }: Node): string =>
  `${labels?.['topology.kubernetes.io/region'] ?? ''}:${labels?.['topology.kubernetes.io/zone'] ?? ''}`;

const isReady = (node: Node): boolean => nodeCondition(node, 'Ready')?.status === 'True';

interface Zone {
  ready: number;
  unready: number;
}

const isSilent = ({ ready, unready }: Zone): boolean => ready === 0 && unready > 0;

const isDisrupted = ({ ready, unready }: Zone): boolean =>
  ready > 0 && unready >= MANY && unready / (ready + unready) >= MOST && ready + unready <= SMALL;

/**
 * Judges whether it is the nodes that are in trouble or the control plane's view of them. If no node of the cluster
 * answers, the control plane doubts itself and evicts nobody; if most of a small zone does not, it waits.
 * @see k8s.io/kubernetes/pkg/controller/nodelifecycle handleDisruption
 */
export class Disruption {
  readonly #zones = new Map<string, Zone>();

  /** Takes account of a node that comes (undefined before), changes or goes. Returns whether an eviction changed. */
  note(before: Node | undefined, after: Node | undefined): boolean {
    const same = before && after && isReady(before) === isReady(after) && zoneOf(before) === zoneOf(after);
    if (same) return false;
    const was = this.#summary();
    if (before) this.#count(before, -1);
    if (after) this.#count(after, 1);
    return was !== this.#summary();
  }

  /** What happens to pods on this node, should it not answer. */
  eviction(node: Node): Eviction {
    if (this.#isAllSilent()) return 'off';
    const zone = this.#zones.get(zoneOf(node));
    return zone && isDisrupted(zone) ? 'held' : 'on';
  }

  #count(node: Node, sign: 1 | -1): void {
    const name = zoneOf(node);
    const zone = this.#zones.get(name) ?? { ready: 0, unready: 0 };
    zone[isReady(node) ? 'ready' : 'unready'] += sign;
    this.#zones.set(name, zone);
  }

  #isAllSilent(): boolean {
    const zones = [...this.#zones.values()].filter(({ ready, unready }) => ready + unready > 0);
    return zones.length > 0 && zones.every(isSilent);
  }

  #summary(): string {
    if (this.#isAllSilent()) return 'all';
    return [...this.#zones].flatMap(([name, zone]) => (isDisrupted(zone) ? [name] : [])).join();
  }
}
