import type { Moment } from '../../src/timeline/moment';
import type { PodLife } from '../../src/timeline/podLife';
import { withoutTwins } from '../../src/timeline/twins';
import type { Scenario } from '../world';

/** Whether a pod that counts now always will: where replies get lost, it may yet turn out to be a twin. */
export const countForGood = ({ cluster }: Pick<Scenario, 'cluster'>): boolean =>
  cluster.capabilities.has('steady-control-plane');

/**
 * The pods of one node that count. Where controllers are restarted and lose replies, a second pod that is made by mistake, and
 * goes at once, is none; where nothing gets lost there is no excuse for it.
 */
export const countedLives = (
  { cluster }: Pick<Scenario, 'cluster'>,
  lives: readonly PodLife[],
  since: Moment,
): readonly PodLife[] => (countForGood({ cluster }) ? lives : withoutTwins(lives, since));
