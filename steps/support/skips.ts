import type { Pickle } from '@cucumber/messages';
import { capabilityNeeded, reasonWithout } from '../../src/port/capabilities';
import type { Cluster } from '../../src/port/cluster';
import type { Ending } from '../../src/run/ending';
import { durationInWords } from './durations';

/**
 * Why an example is not tried on this cluster; undefined if it can be.
 * @param isTimed it is known how long the example takes, so that there is time for it
 */
export const lackOf = (
  { tags }: Pick<Pickle, 'tags'>,
  cluster: Cluster,
  isTimed = false,
): Ending | undefined => {
  for (const { name } of tags) {
    const capability = capabilityNeeded(name);
    if (!capability || cluster.capabilities.has(capability)) continue;
    if (capability === 'long-waits' && isTimed) continue;
    return { kind: 'skipped', code: capability, reason: reasonWithout(capability, cluster) };
  }
  return undefined;
};

/** Why an example is not begun that takes so long; undefined if there is time for it, or nobody knows. Both are ms of cluster time. */
export const tooLong = (took: number | undefined, patience: number | undefined): Ending | undefined =>
  took !== undefined && patience !== undefined && took > patience
    ? {
        kind: 'skipped',
        code: 'long-waits',
        reason:
          `it takes about ${durationInWords(took)} of the cluster's time, and this run waits no longer than ` +
          `${durationInWords(patience)} for an example`,
      }
    : undefined;
