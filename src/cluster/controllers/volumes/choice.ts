import { allows, bestMatch } from '../../../kubernetes/kinds/storage/matching';
import type { Claim, PersistentVolume } from '../../../kubernetes/kinds/storage/storage';

const modesOf = ({ spec }: PersistentVolume): number => spec?.accessModes?.length ?? 0;

/**
 * The volume for a claim: one that is kept for it, or the smallest that fits, of those that can do no more than they have
 * to. Of those that can do more than one of these is looked for only if there is none.
 * @param waits nobody takes a free volume: the scheduler does when it has chosen a node
 * @see pkg/controller/volume/persistentvolume/index.go findBestMatchForClaim
 */
export const choose = (
  claim: Claim,
  volumes: readonly PersistentVolume[],
  waits: boolean,
): PersistentVolume | undefined => {
  const possible = volumes.filter((volume) => allows(volume, claim));
  const counts = [...new Set(possible.map(modesOf))].sort((one, other) => one - other);
  for (const count of counts) {
    const alike = possible.filter((volume) => modesOf(volume) === count);
    const best = bestMatch(claim, alike, () => !waits);
    if (best) return best;
  }
  return undefined;
};
