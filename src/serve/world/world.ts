import type { Order } from '../../cluster/apiserver/requests/order';
import type { InProcessCluster } from '../../cluster/cluster';
import { Client } from '../../cluster/component/client';
import type { Surroundings } from '../../cluster/component/component';
import { calm } from '../../cluster/simulation/disturbance';
import type { Actor } from '../../cluster/simulation/loop';
import type { Kind } from '../../kubernetes/kinds/kind';
import type { Clock } from '../clusters/clock';
import type { Journal } from '../clusters/journal';
import { ClockController, THE_ONE } from './clockController';
import { clocks, steps } from './clockKinds';
import { containerexits, podfinishes, podreadinesses } from './containerKinds';
import { ImageController } from './imageController';
import { images } from './imageKind';
import { MachineController } from './machineController';
import { machines, reboots, shutdowns } from './machineKinds';
import { ordersOf } from './orders';
import { SettingsController } from './settingsController';
import { restarts, settings } from './settingsKind';

/** The kinds of the world, in the order of discovery. */
const KINDS: readonly Kind[] = [
  clocks,
  steps,
  machines,
  reboots,
  shutdowns,
  images,
  containerexits,
  podreadinesses,
  podfinishes,
  settings,
  restarts,
];

/** Who waits for somebody else asks for turn after turn. */
const MOST_TURNS = 100;

const placeOf = ({ group, plural }: Kind): string => `${plural}.${group}`;

/** Time, machines, images and settings of a cluster, as resources of its API. */
export class World {
  readonly #orders: ReadonlyMap<string, Order>;
  readonly #clock: ClockController;
  readonly #actors: readonly Actor[];
  readonly #groups = new Set(KINDS.map(({ group }) => group));

  /** @param machineNames of machines that are there from the start */
  constructor(cluster: InProcessCluster, clock: Clock, journal: Journal, machineNames: readonly string[]) {
    const { loop, registry } = cluster;
    for (const kind of KINDS) registry.kinds.add({ ...kind });
    const surroundings: Surroundings = { loop, registry, settings: cluster.settings, disturbance: calm };
    this.#orders = new Map(ordersOf(cluster, clock, journal).map((order) => [placeOf(order.kind), order]));
    const client = new Client(registry, calm);
    const { paused, speed, stepped } = clock;
    const create = ({ apiVersion, kind }: Kind, name: string, spec: object): void =>
      void client.create({ apiVersion, kind, metadata: { name }, spec });
    create(clocks, THE_ONE, { paused, speed, stepped });
    create(settings, THE_ONE, {});
    for (const name of machineNames) create(machines, name, {});
    this.#clock = new ClockController(surroundings, clock);
    this.#actors = [
      this.#clock,
      new SettingsController(surroundings, cluster),
      new ImageController(surroundings, cluster.kubelets),
      new MachineController(surroundings, cluster.kubelets),
    ];
  }

  /** How orders of a kind are carried out; undefined for kinds that are stored. */
  orderOf(kind: Kind): Order | undefined {
    return this.#orders.get(placeOf(kind));
  }

  /** Whether it is a kind of the world. */
  has({ group }: Kind): boolean {
    return this.#groups.has(group);
  }

  /** Sees at once to what is asked of time, machines, images and settings. Nobody else has a turn. */
  work(): void {
    for (const actor of this.#actors)
      for (let turns = 0; turns < MOST_TURNS && actor.hasWork(); turns++) actor.step();
  }

  /** Before objects of a kind are read: what is not written down all the time is. */
  beforeReading(kind: Kind): void {
    if (kind.group === clocks.group) this.#clock.report();
  }
}
