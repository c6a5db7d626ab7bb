import type { Cluster } from './cluster';
import type { Gaps } from './gaps';
import type { Target } from './target';

/** What somebody who runs scenarios may ask of their clusters. */
export interface DriverOptions {
  /** Decides whatever is left to chance: the same seed gives the same history. */
  readonly seed?: number;
  /** A rough day: events come late and in pieces, writes fail or lose their reply, controllers are restarted. */
  readonly disturbed?: boolean;
  /** The cluster that was chosen, for drivers of clusters that exist. */
  readonly target?: Target;
}

/**
 * A way to come by clusters. A new one is a folder `drivers/<name>/` with what implements Cluster, whose members say what
 * they must do; a test there that hands it to `describeContract`; and an entry in `drivers/drivers.ts`, which imports the
 * folder when it is asked for a cluster, not before. Begin with a driver that claims nothing: the contract skips what
 * belongs to a capability, and says so. Then claim one capability after the other.
 */
export interface Driver {
  /** What people choose it by: `--driver NAME`. */
  readonly name: string;
  /** What it gives, in words that follow the name in a list. */
  readonly description: string;
  /** The options that it takes. It is never given another one. */
  readonly takes: ReadonlySet<keyof DriverOptions>;
  /** What its clusters leave out of what a real one does. Left out itself where they are real ones. */
  gaps?(): Promise<Gaps>;
  /**
   * A cluster for one scenario, ready to be used: connected, allowed to do what it claims, and recording. Whatever an
   * earlier scenario left behind must not be seen by this one.
   * @throws if there is no cluster to be had; the message says why and what to do
   */
  create(options: DriverOptions): Promise<Cluster>;
  /** Ends what its clusters share, when no other one is going to be asked for. Left out where they share nothing. */
  end?(): Promise<void>;
}
