import { Inconclusive } from '../../../port/inconclusive';
import { findingsIn } from './findings';
import { stuckAfter, type View } from './settle';

/** It is looked again at least so often (ms). */
const PAUSE = 500;

/**
 * Waits until the parts of the control plane have come to all that is theirs, whatever the example is about. Where one does
 * not, nothing happens either, and every "never" would seem to be true.
 * @throws Inconclusive if one does not come
 */
export const attended = async (view: View): Promise<void> => {
  const end = view.now() + stuckAfter(view.latency);
  for (;;) {
    const now = view.now();
    const open = findingsIn(view.picture()).find(({ isDuty }) => isDuty);
    if (!open) return;
    if (now >= end)
      throw new Inconclusive(
        `The control plane does not do its work: it was waited in vain for ${open.what}. What did not happen proves nothing then.`,
      );
    await view.next(Math.min(PAUSE, end - now));
  }
};
