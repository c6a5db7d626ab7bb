import { compareMoments, earlier, type Moment, type Span } from './moment';
import type { PodLife } from './podLife';

/** Something that was the case for a while, on behalf of `key`: a pod being ready, on behalf of its node. */
export interface Presence extends Span {
  readonly key: string;
}

/** The fewest and the most keys that were present at the same time. */
export interface Extremes {
  readonly fewest: number;
  readonly most: number;
}

/**
 * Counts, all the way from a moment to the end of the timeline, how many different keys are present at once.
 * A key that two overlapping presences share counts once. Sorts what is nearly sorted, so the cost is linear in practice.
 */
export const atOnce = (presences: readonly Presence[], from: Moment): Extremes => {
  const edges = presences.flatMap(({ key, from: start, to }) => [
    { key, moment: start, step: 1 },
    ...(to ? [{ key, moment: to, step: -1 }] : []),
  ]);
  edges.sort((a, b) => compareMoments(a.moment, b.moment));
  const present = new Map<string, number>();
  let fewest = Number.POSITIVE_INFINITY;
  let most = 0;
  const look = () => {
    fewest = Math.min(fewest, present.size);
    most = Math.max(most, present.size);
  };
  let looking = false;
  for (const { key, moment, step } of edges) {
    if (!looking && compareMoments(moment, from) >= 0) {
      looking = true;
      look();
    }
    const count = (present.get(key) ?? 0) + step;
    if (count === 0) present.delete(key);
    else present.set(key, count);
    if (looking) look();
  }
  if (!looking) look();
  return { fewest, most };
};

/** When the pod existed, on behalf of its node. */
export const existence = (life: PodLife): readonly Presence[] => [
  { key: life.node ?? '', from: life.created, to: life.gone },
];

/**
 * When the pod was available, on behalf of its node: ready for `minReadySeconds` and not yet asked to leave.
 * The wait begins anew each time the pod turns ready, and counts from the whole second that the condition carries,
 * as the controller does: the news of it may have come later.
 */
export const availability = (life: PodLife, minReadySeconds = 0): readonly Presence[] =>
  life.ready.flatMap(({ from, to, since = inWholeSeconds(from.at) }) => {
    const start = minReadySeconds === 0 ? from : { at: since + minReadySeconds * 1000, index: -1 };
    const end = earlier(to, life.terminating);
    return end === undefined || compareMoments(start, end) < 0
      ? [{ key: life.node ?? '', from: start, to: end }]
      : [];
  });

/**
 * The most nodes that, at one time since the moment, lacked an available pod, of all the nodes that had one at the moment.
 * This is what `maxUnavailable` promises to bound.
 */
export const mostUnavailable = (lives: readonly PodLife[], since: Moment, minReadySeconds = 0): number => {
  const presences = lives.flatMap((life) => availability(life, minReadySeconds));
  const before = new Set(
    presences
      .filter(({ from, to }) => compareMoments(from, since) < 0 && (!to || compareMoments(since, to) <= 0))
      .map(({ key }) => key),
  );
  return (
    before.size -
    atOnce(
      presences.filter(({ key }) => before.has(key)),
      since,
    ).fewest
  );
};

const inWholeSeconds = (at: number): number => Math.floor(at / 1000) * 1000;
