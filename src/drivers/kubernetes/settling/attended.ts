import { Inconclusive } from '../../../port/inconclusive';
import type { Finding } from './finding';
import { findingsIn } from './findings';
import { stuckAfter, type View } from './settle';

/** It is looked again at least so often (ms). */
const PAUSE = 500;

const isLate = ({ due, within = 0 }: Finding, now: number): boolean =>
  due === undefined || now >= due + within;

/**
 * Waits until the parts of the control plane have come to all that is theirs, whatever the example is about. Where one does
 * not, nothing happens either, and every "never" would seem to be true.
 * @throws Inconclusive if one does not come
 */
export const attended = async (view: Pick<View, 'picture' | 'now' | 'next' | 'latency'>): Promise<void> => {
  const end = view.now() + stuckAfter(view.latency);
  for (;;) {
    const now = view.now();
    const open = findingsIn(view.picture()).find((each) => each.isDuty && isLate(each, now));
    if (!open) return;
    if (now >= end)
      throw new Inconclusive(
        `The control plane does not do its work: it was waited in vain for ${open.what}. What did not happen proves nothing then.`,
      );
    await view.next(Math.min(PAUSE, end - now));
  }
};
