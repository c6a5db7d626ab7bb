import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { NodeInfo } from '../capacity/nodeInfo';
import type { Random } from '../simulation/random';
import { reluctance } from './filters';

/** The nodes that ask the pod least to go elsewhere. */
const welcoming = <T extends NodeInfo>(pod: Pod, fitting: readonly T[]): readonly T[] => {
  const asked = fitting.map((info) => reluctance(pod, info));
  const least = Math.min(...asked);
  return fitting.filter((_, index) => asked[index] === least);
};

/** The best of the nodes that a pod may go to: of those that ask it least to go elsewhere, one of the emptiest. */
export const bestFor = <T extends NodeInfo>(
  pod: Pod,
  fitting: readonly T[],
  random: Random,
): T | undefined => {
  if (fitting.length <= 1) return fitting[0];
  const good = welcoming(pod, fitting);
  if (good.length <= 1) return good[0];
  const least = Math.min(...good.map(({ load }) => load));
  const best = good.filter(({ load }) => load === least);
  return best[random.below(best.length)];
};
