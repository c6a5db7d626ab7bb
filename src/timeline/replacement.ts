import { compareMoments, type Moment } from './moment';
import type { PodLife } from './podLife';
import { podsAlive, podsCreatedSince } from './selections';

/** What became of pods after a moment; both lists empty means that they were left alone. */
export interface Replacement {
  /** Pods that lived at the moment and have since been removed or asked to leave. */
  readonly left: readonly PodLife[];
  /** Pods that came since. */
  readonly came: readonly PodLife[];
}

/** Compares the pods of a moment with those of today. A pod already on its way out at the moment counts for neither. */
export const replacementSince = (lives: readonly PodLife[], moment: Moment): Replacement => ({
  left: podsAlive(lives, moment).filter((life) => {
    const leaving = life.terminating ?? life.gone;
    return leaving !== undefined && compareMoments(leaving, moment) >= 0;
  }),
  came: podsCreatedSince(lives, moment),
});

/** The times between one creation and the next, in milliseconds: one fewer than there were pods. */
export const creationGaps = (lives: readonly PodLife[]): readonly number[] =>
  lives.slice(1).map((life, i) => life.created.at - (lives[i]?.created.at ?? 0));

/** True if each number is at least the one before and the last is greater than the first: "less and less often". */
export const isSlowingDown = (gaps: readonly number[]): boolean =>
  gaps.length > 1 &&
  gaps.every((gap, i) => i === 0 || gap >= (gaps[i - 1] ?? 0)) &&
  (gaps.at(-1) ?? 0) > (gaps[0] ?? 0);
