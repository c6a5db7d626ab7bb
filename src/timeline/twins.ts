import { revisionHashOf } from '../kubernetes/kinds/daemonset/revisionLabels';
import { compareMoments, type Moment } from './moment';
import type { PodLife } from './podLife';

/** Whether both were there at some time, those on their way out included. */
const met = (a: PodLife, b: PodLife): boolean =>
  (a.gone === undefined || compareMoments(b.created, a.gone) < 0) &&
  (b.gone === undefined || compareMoments(a.created, b.gone) < 0);

/**
 * The pods of one node without twins that went at once. A controller that did not hear that its creation went through makes a
 * second pod of the same revision, and takes one of them away before it starts.
 * @param since twins came at this moment or later: whatever was there before is no mistake of what came after
 */
export const withoutTwins = (lives: readonly PodLife[], since: Moment): readonly PodLife[] => {
  const isSince = ({ created }: PodLife): boolean => compareMoments(created, since) >= 0;
  const isTwin = (life: PodLife): boolean =>
    life.gone !== undefined &&
    life.last.status.phase === 'Pending' &&
    isSince(life) &&
    lives.some(
      (other) =>
        other !== life &&
        isSince(other) &&
        revisionHashOf(other.first) === revisionHashOf(life.first) &&
        met(life, other),
    );
  return lives.filter((life) => !isTwin(life));
};
