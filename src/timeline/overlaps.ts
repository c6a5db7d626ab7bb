import { atOnce, type Presence } from './atOnce';
import { compareMoments, earlier, type Moment } from './moment';
import type { PodLife } from './podLife';

/** When a pod ceases to count. */
type End = (life: PodLife) => Moment | undefined;

/** Its object is gone. */
const gone: End = (life) => life.gone;

/** It is asked to leave, or gone. */
const leaving: End = (life) => life.terminating ?? life.gone;

/** When two pods were on the same node, on behalf of the node. Expects lives in order of creation. */
const overlaps = (lives: readonly PodLife[], endOf: End): readonly Presence[] =>
  lives.flatMap((life, i) =>
    lives.slice(i + 1).flatMap((next): readonly Presence[] => {
      if (life.node === undefined || life.node !== next.node) return [];
      const [from, to] = [next.created, earlier(endOf(life), endOf(next))];
      return to === undefined || compareMoments(from, to) < 0 ? [{ key: life.node, from, to }] : [];
    }),
  );

/** The nodes that at some time since the moment had two pods, those on their way out included. */
export const nodesWithTwo = (lives: readonly PodLife[], since: Moment): ReadonlySet<string> =>
  new Set(
    overlaps(lives, gone)
      .filter(({ to }) => to === undefined || compareMoments(since, to) < 0)
      .map(({ key }) => key),
  );

/**
 * The most nodes that, at one time since the moment, had two pods.
 * @param counting `all`, or only those that `stay`: a pod that has been asked to leave may still run for a while
 */
export const mostDoubled = (
  lives: readonly PodLife[],
  since: Moment,
  counting: 'all' | 'stay' = 'stay',
): number => atOnce(overlaps(lives, counting === 'all' ? gone : leaving), since).most;
