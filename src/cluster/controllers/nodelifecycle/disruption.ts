import { nodeCondition } from '../../../kubernetes/kinds/node/condition';
import type { Node } from '../../../kubernetes/kinds/node/node';

/** How soon one node after another is given up: milliseconds from one to the next; infinite if none is. */
export type Pace = number;

export const USUAL: Pace = 10_000;
export const SLOW: Pace = 100_000;
export const NEVER: Pace = Number.POSITIVE_INFINITY;

/** So many nodes out of reach, and such a share of a zone, look like trouble with the zone and not with the nodes. */
const MANY = 3;
const MOST = 0.55;
/** In larger zones evictions only slow down. */
const SMALL = 50;

/** Nodes with this label do not count. */
const EXCLUDED = 'node.kubernetes.io/exclude-disruption';

/** The region and zone a node is in, as its labels say; old names of the labels come first. */
export const zoneOf = ({ metadata: { labels = {} } }: Node): string => {
  const region =
    labels['failure-domain.beta.kubernetes.io/region'] ?? labels['topology.kubernetes.io/region'];
  const zone = labels['failure-domain.beta.kubernetes.io/zone'] ?? labels['topology.kubernetes.io/zone'];
  return `${region ?? ''}:${zone ?? ''}`;
};

const isReady = (node: Node): boolean => nodeCondition(node, 'Ready')?.status === 'True';

const counted = (node: Node | undefined): Node | undefined =>
  node?.metadata.labels?.[EXCLUDED] === undefined ? node : undefined;

interface Zone {
  ready: number;
  unready: number;
}

const isSilent = ({ ready, unready }: Zone): boolean => ready === 0 && unready > 0;

const isDisrupted = ({ ready, unready }: Zone): boolean =>
  ready > 0 && unready >= MANY && unready / (ready + unready) >= MOST;

/**
 * Judges whether it is the nodes that are in trouble or the control plane's view of them. If no node of the cluster
 * answers, the control plane doubts itself and gives none up; if most of a zone does not, it takes its time, or waits.
 * @see k8s.io/kubernetes/pkg/controller/nodelifecycle handleDisruption
 */
export class Disruption {
  readonly #zones = new Map<string, Zone>();

  /** Takes account of a node that comes (undefined before), changes or goes. Returns whether that changes a pace. */
  note(old: Node | undefined, now: Node | undefined): boolean {
    const before = counted(old);
    const after = counted(now);
    if (!before && !after) return false;
    if (before && after && isReady(before) === isReady(after) && zoneOf(before) === zoneOf(after))
      return false;
    const was = this.#summary();
    if (before) this.#count(before, -1);
    if (after) this.#count(after, 1);
    return was !== this.#summary();
  }

  /** No node of the cluster answers. */
  get isTotal(): boolean {
    const zones = [...this.#zones.values()].filter(({ ready, unready }) => ready + unready > 0);
    return zones.length > 0 && zones.every(isSilent);
  }

  /** How soon nodes of a zone that do not answer are given up. */
  paceIn(zone: string): Pace {
    return this.isTotal ? NEVER : paceOf(this.#zones.get(zone));
  }

  #count(node: Node, sign: 1 | -1): void {
    const name = zoneOf(node);
    const zone = this.#zones.get(name) ?? { ready: 0, unready: 0 };
    zone[isReady(node) ? 'ready' : 'unready'] += sign;
    this.#zones.set(name, zone);
  }

  #summary(): string {
    if (this.isTotal) return 'total';
    return [...this.#zones]
      .flatMap(([name, zone]) => (isDisrupted(zone) ? [`${name} ${paceOf(zone)}`] : []))
      .join();
  }
}

const paceOf = (zone: Zone | undefined): Pace => {
  if (!zone || !isDisrupted(zone)) return USUAL;
  return zone.ready + zone.unready > SMALL ? SLOW : NEVER;
};
