import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, StringMap } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Settings } from '../../../port/settings';
import type { Time } from '../../../port/time';
import type { World } from '../../../port/world';
import type { Connection } from '../connection/connection';
import type { Lens } from '../lens/lens';
import { Desk } from './desk';
import type { Offer } from './offer';
import { giveBack, take } from './singletons';
import { type Heard, type Hearing, SteppedTime } from './time';
import { ServedWorld } from './world';

/** What an example needs of a cluster that has a world of its own. */
export interface ServedOptions<T extends Heard> {
  readonly connection: Connection;
  readonly offer: Offer;
  readonly lens: Lens;
  /** What everything carries that the run makes. */
  readonly labels: StringMap;
  readonly hearing: Hearing<T> & {
    get(resource: ResourceType, namespace: string | undefined, name: string): KubeObject | undefined;
  };
  /** The kinds of which everything is heard, nodes among them. */
  watched(): Iterable<ResourceType>;
  /**
   * Hears of all that happens from now on, in the order of the resource versions, with the model time (ms) at which it
   * did. A write of the API is told when `hearing.caughtUp` resolves; that of a method of the world or of time when its
   * promise does.
   */
  tell(heard: T, at: number): void;
  /** The settings have changed, and with them, it may be, the kinds that are served. */
  onSettings(): Promise<void>;
}

/** The world and the time of one example, on a cluster that has both as resources. */
export interface Served {
  readonly world: World;
  readonly time: Time;
  configure(settings: Partial<Settings>): Promise<void>;
  /** Resolves when all that was written so far has been told, whoever wrote it. */
  hearAll(): Promise<void>;
  /**
   * What the example has made of the world is no more, the rest of the cluster comes to rest, and its clock is given back.
   * Whatever else the example has made has been deleted before.
   */
  close(): Promise<void>;
}

/** Takes the clock of the cluster, and stops it. */
export const beginServed = async <T extends Heard>(options: ServedOptions<T>): Promise<Served> => {
  const { connection, offer, lens, labels, hearing, watched, tell, onSettings } = options;
  const desk = new Desk(connection);
  await take(desk, offer.clocks, { stepped: true }, labels);
  // What controllers remember, and when they look at everything anew, is of this example alone.
  await desk.order(offer.restarts, {});
  const time = await SteppedTime.begin({ desk, offer, hearing, watched, tell });
  const hearAll = (): Promise<void> => time.hearAll();
  const hasNode = (name: string): boolean => hearing.get(resources.nodes, undefined, name) !== undefined;
  const world = new ServedWorld({ desk, offer, lens, labels, hasNode, hearAll });
  let isConfigured = false;
  return {
    world,
    time,
    hearAll,
    configure: async (settings) => {
      isConfigured = true;
      await take(desk, offer.settings, settings, labels);
      await onSettings();
      await hearAll();
    },
    close: async () => {
      time.close();
      await world.close();
      if (isConfigured) {
        await giveBack(desk, offer.settings, labels);
        await onSettings();
      }
      await time.settle();
      await giveBack(desk, offer.clocks, labels);
    },
  };
};
