import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Connection } from '../connection/connection';
import { dropClusters } from '../served/clusters';
import { Desk } from '../served/desk';
import { type Offer, offerIn } from '../served/offer';
import { giveBack } from '../served/singletons';
import { list } from './collections';
import { runLabels, runOf } from './labels';

/** What there is one of in a cluster is called so. */
const THE_ONE = 'cluster';

/** So much time is let go by where it stands still: namespaces look after themselves every second. */
const STEP = '2s';

/** A cluster that has a world of its own, a clock among it, as runs may have left it. */
export class ServedWorld {
  readonly #desk: Desk;

  private constructor(
    private readonly connection: Connection,
    private readonly offer: Offer,
  ) {
    this.#desk = new Desk(connection);
  }

  /** @param kinds all that the cluster serves @returns undefined if it has no such world */
  static in(connection: Connection, kinds: readonly ResourceType[]): ServedWorld | undefined {
    const offer = offerIn(kinds);
    return offer && new ServedWorld(connection, offer);
  }

  /** Gives back the clock and the settings that a run, or any run, has taken, and drops clusters that workers were given. */
  async giveBack(run: string | undefined): Promise<void> {
    for (const kind of [this.offer.settings, this.offer.clocks]) {
      const [one] = await list(this.connection, kind);
      const taker = one && runOf(one);
      if (taker === undefined || (run !== undefined && taker !== run)) continue;
      await giveBack(this.#desk, kind, runLabels(taker));
    }
    await dropClusters(this.connection, run);
  }

  /** Lets a little time go by, if it stands still: nothing would ever go otherwise. */
  async pass(): Promise<void> {
    const { spec } = await this.#desk.get(this.offer.clocks, THE_ONE);
    if (spec.paused || spec.stepped) await this.#desk.order(this.offer.steps, { duration: STEP });
  }
}
